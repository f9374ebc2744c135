"""Heavy readers in their own process: a limit on time and memory, and a crash of a library harms nobody."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers.damage import damaged

TIME_LIMIT_SECONDS = 20.0
MAX_TEXT_BYTES = 5_000_000
"""More text than this is no letter, whatever file it came in."""
_MEMORY_BYTES = 2_000_000_000


def read(kind: str, path: Path, time_limit: float = TIME_LIMIT_SECONDS) -> str:
    """The text of a "pdf" or "docx" file. Raises Refused as the reader did, or letter.slow, letter.damaged."""
    # The program calls itself, which also works where there is no interpreter of its own (a frozen build).
    front = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "broadcaster"]
    try:
        done = subprocess.run([*front, "directive", "extract", kind, str(path.resolve())], capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=time_limit, check=False)
    except subprocess.TimeoutExpired as error:
        raise Refused("letter.slow", f"{path.name} could not be read within {time_limit:.0f} seconds", name=path.name,
                      seconds=time_limit) from error
    try:
        answer = json.loads(done.stdout.decode("utf-8"))
    except ValueError as error:
        raise damaged(path, kind, f"reader ended with code {done.returncode}") from error
    if "text" in answer:
        return str(answer["text"])
    raise Refused(str(answer["code"]), str(answer["message"]), **answer["facts"])


def serve(kind: str, path: Path) -> str:
    """The child's side: one JSON line, the text or the refusal."""
    _limit_memory()
    try:
        return json.dumps({"text": _bounded(_reader(kind, path), path)})
    except Refused as refusal:
        return _as_json(refusal)
    except MemoryError:
        return _as_json(damaged(path, kind, "needs too much memory"))


def _bounded(text: str, path: Path) -> str:
    size = len(text.encode("utf-8", errors="replace"))
    if size > MAX_TEXT_BYTES:
        raise Refused("letter.too_large", f"{path.name} holds {size} bytes of text, a letter at most {MAX_TEXT_BYTES}",
                      name=path.name, size=size, limit=MAX_TEXT_BYTES)
    return text


def _as_json(refusal: Refused) -> str:
    return json.dumps({"code": refusal.code, "message": refusal.text, "facts": refusal.facts})


def _reader(kind: str, path: Path) -> str:
    # Each library costs a tenth of a second to import, so only the one needed is.
    if kind == "pdf":
        from broadcaster.directives.readers import pdf

        return pdf.read(path)
    from broadcaster.directives.readers import docx

    return docx.read(path)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
