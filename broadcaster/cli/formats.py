"""In which format a file is written: as --format says, else as its name ends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from broadcaster.base.errors import Refused


def format_of(out: Path | None, asked: str | None, known: Sequence[str], default: str) -> str:
    """`default` for a name without an ending. Raises Refused("report.format"): a .pdf must not hold a .docx."""
    ending = out.suffix.lstrip(".").lower() if out else ""
    if asked or not ending:
        return asked or default
    if ending not in known:
        raise Refused("report.format", f"no such format: {ending} (there are {', '.join(known)}); or say --format",
                      format=ending, known=", ".join(known))
    return ending
