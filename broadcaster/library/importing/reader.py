"""A process that reads sounds for us: started when needed, watched, ended with everything it started."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from broadcaster.base.errors import Refused
from broadcaster.base.paths import unwritable
from broadcaster.base.program import NO_WINDOW, own_command
from broadcaster.library.importing.carry import unpacked
from broadcaster.library.source_file import shown_name

if TYPE_CHECKING:
    from broadcaster.library.house import Made

LEAST_SECONDS = 180.0
SECONDS_PER_MEGABYTE = 8.0
"""On an old computer an hour at 32 kbit/s (14 MB) takes two minutes; this leaves room for a busy one."""
FILES_PER_PROCESS = 200
"""Then a fresh one: what a decoder library has leaked is given back."""
_POLL_SECONDS = 0.1


class Unread(Refused):
    """A refusal of the reading process; `errno` tells when it was the medium's fault."""

    def __init__(self, code: str, text: str, errno: int, **facts: Any) -> None:
        super().__init__(code, text, **facts)
        self.errno = errno


class Reader:
    """One process and the file it has in hand. Every method raises Refused("import.cancelled") once `cancelled()`."""

    def __init__(self, folder: Path, target_lufs: float, cancelled: Callable[[], bool],
                 time_scale: float = 1.0) -> None:
        self._folder = folder
        self._target = target_lufs
        self._cancelled = cancelled
        self._time_scale = time_scale
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._files = 0
        self._name = ""
        self._limit = 0.0
        self._late = 0.0
        self._moved: Callable[[float], object] = float

    @property
    def pid(self) -> int:
        """0 when no process runs."""
        return self._process.pid if self._process else 0

    def open(self, path: Path, size: int, moved: Callable[[float], object] = float) -> str:
        """sha256 of a source, which is then held open. Raises Refused: file.*, sound.breaks_reader, sound.slow."""
        self._name, self._moved = shown_name(path), moved
        self._limit = (LEAST_SECONDS + SECONDS_PER_MEGABYTE * size / 1_000_000) * self._time_scale
        self._late = time.monotonic() + self._limit
        if self._files >= FILES_PER_PROCESS:
            self.end()
        if self._process is None:
            self._start()
        self._files += 1
        self._tell({"path": str(path), "target": self._target})
        return str(self._answer("original")["original"])

    def make(self) -> Made:
        """The open source in house format, in this reader's folder until `drop`. Raises Refused: sound.*, disk.*."""
        from broadcaster.library.house import Made

        self._tell({"go": True})
        answer = self._answer("made")["made"]
        try:
            sound = unpacked(Made, answer)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            self.end()
            raise self._broken(type(error).__name__) from error
        home = self._folder.resolve()
        if not all(path.resolve().is_relative_to(home) for path in (sound.file, sound.ends) if path):
            self.end()
            raise self._broken("foreign file")
        return sound

    def drop(self) -> None:
        """Let go of the open source and of what was made of it; a process that cannot is ended."""
        with suppress(Refused):
            self._tell({"drop": True})
            self._answer("dropped")

    def end(self) -> None:
        """Nothing of the process is left, nor of its files."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self) -> None:
        one_core = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        flags = NO_WINDOW | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._process = subprocess.Popen(
                own_command("examine", str(self._folder)), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=os.environ | one_core, start_new_session=sys.platform != "win32",
                creationflags=flags)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        self._files = 0
        self._lines = queue.SimpleQueue()
        assert self._process.stdout is not None
        threading.Thread(target=_pump, args=(self._process.stdout, self._lines), daemon=True).start()

    def _tell(self, line: dict[str, Any]) -> None:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        with suppress(OSError):  # when it is dead, the next answer says so
            process.stdin.write(json.dumps(line).encode("ascii") + b"\n")
            process.stdin.flush()

    def _answer(self, wanted: str) -> dict[str, Any]:
        """Wait for a line of this kind, or raise what the process, the clock or a person says instead."""
        while True:
            if self._cancelled():
                self.end()
                raise Refused("import.cancelled", f"{self._name}: stopped", name=self._name)
            if time.monotonic() > self._late:
                self.end()
                minutes = max(1, round(self._limit / 60))
                raise Refused("sound.slow", f"{self._name} could not be read within {minutes} minutes",
                              name=self._name, minutes=minutes)
            try:
                line = self._lines.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                continue
            answer = _parsed(line)
            if answer is None:
                self.end()
                raise self._broken("ended")
            if "progress" in answer:
                self._moved(float(answer["progress"]))
            elif wanted in answer:
                return answer
            elif "code" in answer:
                raise Unread(str(answer["code"]), str(answer["text"]), int(answer["errno"]), **answer["facts"])

    def _broken(self, detail: str) -> Refused:
        return Refused("sound.breaks_reader", f"{self._name} breaks the program that reads sounds ({detail})",
                       name=self._name, detail=detail)


def _pump(stream: BinaryIO, lines: queue.SimpleQueue[bytes]) -> None:
    """Lines into the queue; an empty one says that no more come."""
    with suppress(OSError, ValueError):
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(line)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
