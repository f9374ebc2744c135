"""The refusal that every reader shares."""

from __future__ import annotations

from pathlib import Path

from broadcaster.base.errors import Refused


def damaged(path: Path, kind: str, detail: str) -> Refused:
    """The file says it is of this kind but cannot be opened as such."""
    return Refused("letter.damaged", f"{path.name} is damaged or is no {kind.upper()} document: {detail}",
                   name=path.name, kind=kind, detail=detail)
