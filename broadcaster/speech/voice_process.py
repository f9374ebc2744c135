"""Our end of one engine's process: start it, ask it, and put an end to it when it hangs."""

from __future__ import annotations

import itertools
import json
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.program import NO_WINDOW, own_command
from broadcaster.speech.model import Voice

SECONDS = 30.0
"""Time limit of one request; a sentence takes a tenth of a second, the first start up to five on an old disk."""
_LOOK_SECONDS = 0.1
"""How often somebody waiting is asked whether they still want it."""


def worker_command(engine: str, folder: str = "") -> tuple[str, ...]:
    """The command line of an engine's process."""
    return tuple(own_command("voice-worker", engine, *([folder] if folder else [])))


class VoiceProcess:
    """One worker, started when first needed and again after a hang or crash. Safe to use from several threads."""

    def __init__(self, command: Sequence[str] = worker_command("espeak"), seconds: float = SECONDS,
                 rest_after: float | None = None) -> None:
        """`seconds`: time limit of one request. `rest_after`: end the process when nobody asked it for so long."""
        self._command = list(command)
        self._rest_after = rest_after
        self._rest: threading.Timer | None = None
        self._seconds = seconds
        self._lock = threading.Lock()
        self._ids = itertools.count(1)
        self._child: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()
        self._reader: threading.Thread | None = None

    def voices(self) -> tuple[list[Voice], str]:
        """All voices, and the engine's version."""
        answer = self._ask({"op": "voices"})
        return [Voice(**voice) for voice in answer["voices"]], str(answer["version"])

    def speak(self, text: str, voice: str, rate: int, out: Path, pitch: int = 50,
              cancelled: Callable[[], bool] | None = None) -> None:
        """One sentence into a WAV. Raises Refused: speech.unknown_voice, speech.failed, speech.timeout,
        speech.crashed, speech.no_engine, speech.cancelled, speech.pack_broken."""
        request = {"op": "speak", "text": text, "voice": voice, "rate": rate, "pitch": pitch, "out": str(out)}
        self._ask(request, cancelled)

    def close(self) -> None:
        with self._lock:
            self._stay_awake()
            self._end()

    def _ask(self, request: dict[str, Any], cancelled: Callable[[], bool] | None = None) -> dict[str, Any]:
        with self._lock:
            self._stay_awake()
            try:
                answer = self._exchange({"id": next(self._ids), **request}, cancelled)
            finally:
                self._rest_later()
        if not answer.get("ok"):
            raise Refused(str(answer.get("code")), str(answer.get("text")), **answer.get("facts", {}))
        return answer

    def _rest_later(self) -> None:
        if self._rest_after is not None and self._child is not None:
            self._rest = threading.Timer(self._rest_after, self._go_to_rest)
            self._rest.daemon = True
            self._rest.start()

    def _stay_awake(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _go_to_rest(self) -> None:
        with self._lock:
            if self._rest is not None and self._rest.ident == threading.get_ident():  # nobody asked meanwhile
                self._rest = None
                self._end()

    def _exchange(self, request: dict[str, Any], cancelled: Callable[[], bool] | None) -> dict[str, Any]:
        child = self._started()
        assert child.stdin is not None
        try:
            child.stdin.write(json.dumps(request) + "\n")
            child.stdin.flush()
            line = self._line(cancelled)
        except (OSError, ValueError):
            line = self._last_words()
        except queue.Empty:
            self._end()
            raise Refused("speech.timeout", f"the voice gave no answer in {self._seconds:.0f} s",
                          seconds=self._seconds) from None
        try:
            answer = json.loads(line) if line else None
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or answer.get("id") not in {request["id"], 0}:
            self._end()
            raise Refused("speech.crashed", "the voice's process ended unexpectedly")
        return answer

    def _line(self, cancelled: Callable[[], bool] | None) -> str | None:
        """The answer. Raises queue.Empty after the time limit, Refused("speech.cancelled") when nobody wants it."""
        for _ in range(max(1, round(self._seconds / _LOOK_SECONDS))):
            try:
                return self._answers.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                if cancelled is not None and cancelled():
                    self._end()  # an engine cannot be told to stop; the next request starts it again
                    raise cancelled_reading() from None
        raise queue.Empty

    def _last_words(self) -> str | None:
        try:
            return self._answers.get(timeout=1)
        except queue.Empty:
            return None

    def _started(self) -> subprocess.Popen[str]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        try:
            self._child = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                encoding="utf-8", creationflags=NO_WINDOW)
        except OSError as error:
            raise Refused("speech.no_engine", f"the reading voice cannot start: {error}", detail=str(error)) from error
        self._answers = queue.Queue()
        self._reader = threading.Thread(target=_read, args=(self._child, self._answers), daemon=True, name="voice")
        self._reader.start()
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        if self._reader is not None:
            self._reader.join(5)
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # an unsent request in the buffer of a dead process
                    continue


def cancelled_reading() -> Refused:
    return Refused("speech.cancelled", "reading was cancelled")


def _read(child: subprocess.Popen[str], answers: queue.Queue[str | None]) -> None:
    assert child.stdout is not None
    try:
        for line in child.stdout:
            answers.put(line)
    except (OSError, ValueError):
        return
    finally:
        answers.put(None)
