"""The reading process: files named on standard input, one after another, become house format in a folder.

Our side of it is reader.py. Lines of JSON; for each file:

    to us    {"path", "target"}                   what to read, loudness to reach
    from us  {"original"}                         sha256 of the source; then `{"go": bool}` is waited for
             {"progress": 0…1}                    any number of times
             {"made": …}                          a finished file in our folder, until `{"drop": true}` comes
             {"code", "text", "facts", "errno"}   or the refusal

The process ends, and takes its folder along, when standard input does: nobody is left who would want its work.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.library.house import made
from broadcaster.library.importing.carry import packed
from broadcaster.library.importing.files import is_plain_file, openable
from broadcaster.library.source_file import fingerprint, opened, refuse_changed, shown_name, stamp

MEMORY_BYTES = 2_000_000_000
"""Of addresses, which is more than what is really taken; a file that wants more is refused."""
NICE = 10
_PROGRESS_EVERY = 0.2

Say = Callable[[dict[str, Any]], None]
Hear = Callable[[], dict[str, Any]]


def serve(folder: Path) -> int:
    """Answer until standard input ends; nothing but answers goes to standard output, whatever a library prints."""
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _be_modest()
    orders: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, folder), daemon=True).start()

    def say(line: dict[str, Any]) -> None:
        channel.write(json.dumps(line, default=str).encode("ascii") + b"\n")
        channel.flush()

    while True:
        order = orders.get()
        if "path" in order:
            say(_answer(Path(order["path"]), folder, float(order["target"]), say, orders.get))


def _listen(orders: queue.SimpleQueue[dict[str, Any]], folder: Path) -> None:
    try:
        for line in sys.stdin.buffer:
            orders.put(json.loads(line))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


def _answer(path: Path, folder: Path, target: float, say: Say, hear: Hear) -> dict[str, Any]:
    """What is said last about a file."""
    name = shown_name(path)
    try:
        return _examined(path, name, folder, target, say, hear)
    except BroadcasterError as error:
        cause = error.__cause__
        number = (cause.errno or 0) if isinstance(cause, OSError) else 0
        return {"code": error.code, "text": error.text, "facts": error.facts, "errno": number}
    except MemoryError:
        detail = "needs too much memory"
    except Exception as trouble:
        # Whatever stumbles inside a decoder means the same to a person.
        detail = type(trouble).__name__
    return {"code": "sound.breaks_reader", "text": f"{name} breaks the program that reads sounds ({detail})",
            "facts": {"name": name, "detail": detail}, "errno": 0}


def _examined(path: Path, name: str, folder: Path, target: float, say: Say, hear: Hear) -> dict[str, Any]:
    if not is_plain_file(path):
        raise Refused("file.unreadable", f"{name} is no file", name=name, detail="no file")
    with opened(openable(path)) as file:
        before = stamp(file)
        say({"original": fingerprint(file, name)})
        if not hear().get("go"):
            return {"dropped": True}
        with made(file, name, folder, target, _throttled(say)) as sound:
            refuse_changed(file, name, before)
            say({"made": packed(sound)})
            hear()
            return {"dropped": True}


def _throttled(say: Say) -> Callable[[float], None]:
    last = 0.0

    def moved(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PROGRESS_EVERY:
            last = now
            say({"progress": share})

    return moved


def _be_modest() -> None:
    """The player comes first; on Windows whoever starts us sees to it."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
