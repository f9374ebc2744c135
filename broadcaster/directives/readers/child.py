"""Heavy readers in their own process: limits on time and memory, and a crash of a library harms nobody.

The child prints JSON lines: {"progress": [done, total]} any number of times, then {"text": …} or the refusal as
{"code", "message", "facts"}. It writes no file; what a scan needs for its tools lies in a folder the parent takes
away, whatever becomes of the child.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from broadcaster.base.errors import Refused
from broadcaster.base.program import NO_WINDOW, own_command
from broadcaster.directives.readers.cleaning import clean
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.kinds import KINDS
from broadcaster.directives.readers.unsure import Reading, split

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

TIME_LIMIT_SECONDS = 20.0
PAGE_SECONDS = 15.0
LONGEST_SECONDS = 1800.0
STALL_SECONDS = 60.0
"""A scan gets more time for every page, as long as pages keep coming."""
MAX_TEXT_BYTES = 5_000_000
"""More text than this is no letter, whatever file it came in."""
PAGED = frozenset({"pdf", "scan"})
_MEMORY_BYTES = {"pdf": 2_000_000_000, "scan": 2_000_000_000}
_MEMORY_OTHERS = 1_000_000_000
_POLL_SECONDS = 0.05


def read(kind: str, path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None,
         time_limit: float = TIME_LIMIT_SECONDS) -> Reading:
    """The text of a file of this kind. Raises Refused as the reader did, or letter.slow, damaged, cancelled."""
    with tempfile.TemporaryDirectory(prefix="letter-") as folder:
        process = _start(kind, path, folder)
        try:
            answer = _wait(process, path, kind, progress, cancelled, time_limit)
        finally:
            _end(process)
    if "text" in answer:
        unsure = tuple((int(start), int(end)) for start, end in answer.get("unsure", ()))
        return Reading(str(answer["text"]), unsure, bool(answer.get("scanned")))
    raise Refused(str(answer["code"]), str(answer["message"]), **answer["facts"])


def _start(kind: str, path: Path, folder: str) -> subprocess.Popen[bytes]:
    places = {"TMPDIR": folder, "TEMP": folder, "TMP": folder, "PYTHONDONTWRITEBYTECODE": "1", "OMP_THREAD_LIMIT": "2"}
    return subprocess.Popen(
        own_command("directive", "extract", kind, str(path.resolve())), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | places,
        start_new_session=sys.platform != "win32", creationflags=NO_WINDOW)


def _wait(process: subprocess.Popen[bytes], path: Path, kind: str, progress: Progress | None,
          cancelled: Cancelled | None, time_limit: float) -> dict[str, Any]:
    """Until the last line comes, the time is over, or somebody calls it off."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    assert process.stdout is not None
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    started = time.monotonic()
    late = started + time_limit
    while True:
        if cancelled is not None and cancelled():
            raise Refused("letter.cancelled", f"reading {path.name} was called off", name=path.name)
        if time.monotonic() > late:
            seconds = round(time.monotonic() - started)
            raise Refused("letter.slow", f"{path.name} could not be read within {seconds} seconds", name=path.name,
                          seconds=seconds)
        try:
            line = lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            continue
        answer = _parsed(line)
        if answer is None:
            raise damaged(path, kind, "the reader ended without an answer")
        if "progress" not in answer:
            return answer
        done, total = answer["progress"]
        if kind in PAGED:
            whole = started + min(time_limit + PAGE_SECONDS * total, LONGEST_SECONDS)
            late = min(whole, time.monotonic() + STALL_SECONDS)
        if progress is not None:
            progress(int(done), int(total))


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
    return answer if isinstance(answer, dict) and {"progress", "text", "code"} & set(answer) else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of the child is left, nor of the tools it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def serve(kind: str, path: Path) -> int:
    """The child's side: the answer goes to standard output, and nothing else does, whatever a library prints."""
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(kind)

    def say(line: dict[str, Any]) -> None:
        channel.write(json.dumps(line).encode("ascii") + b"\n")
        channel.flush()

    with channel:
        say(answer(kind, path, lambda done, total: say({"progress": [done, total]})))
    return 0


def answer(kind: str, path: Path, progress: Progress) -> dict[str, Any]:
    """What the child says last: the text or the refusal, whatever the file does to the reader."""
    try:
        text = _reader(kind)(path, progress)
        reading = _bounded(split(clean(text, marked=kind in PAGED)), path)
        return {"text": reading.text, "unsure": reading.unsure, "scanned": reading.scanned}
    except Refused as refusal:
        return {"code": refusal.code, "message": refusal.text, "facts": refusal.facts}
    except MemoryError:
        error = damaged(path, kind, "needs too much memory")
    except RecursionError:
        error = damaged(path, kind, "nested too deep")
    except Exception as trouble:
        # Whatever stumbles inside a library means the same to a person.
        error = damaged(path, kind, type(trouble).__name__)
    return {"code": error.code, "message": error.text, "facts": error.facts}


def _bounded(reading: Reading, path: Path) -> Reading:
    size = len(reading.text.encode("utf-8", errors="replace"))
    if size > MAX_TEXT_BYTES:
        raise Refused("letter.too_large", f"{path.name} holds {size} bytes of text, a letter at most {MAX_TEXT_BYTES}",
                      name=path.name, size=size, limit=MAX_TEXT_BYTES)
    return reading


def _reader(kind: str) -> Callable[[Path, Progress], str]:
    if kind not in KINDS:
        raise ValueError(kind)
    # Each library costs a tenth of a second to import, so only the one needed is.
    read_it: Callable[[Path, Progress], str] = importlib.import_module(
        f"broadcaster.directives.readers.{kind}").read
    return read_it


def _limit(kind: str) -> None:
    if sys.platform == "win32":
        return
    import resource

    memory = _MEMORY_BYTES.get(kind, _MEMORY_OTHERS)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if kind not in PAGED:
        # Text kinds need no file of their own; should the parent vanish, a loop ends by itself.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
