"""What this program was built from, and whether its files are still the ones that were built.

`build.json` lies beside the two programs and is written by tools/build.py (docs/formats.md).
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadcaster import __version__
from broadcaster.base.paths import sha256_of
from broadcaster.base.program import built, folder

NAME = "build.json"


@dataclass(frozen=True)
class BuildFacts:
    """Empty strings where nothing is known: the sources know only their version."""

    version: str
    commit: str = ""
    date: str = ""
    """UTC, ISO 8601: of the commit, so that the same sources give the same build."""
    python: str = ""
    qt: str = ""
    platform: str = ""
    files: int = 0


def build_facts() -> BuildFacts:
    """Of the running program."""
    told = _read(folder()) if built() else {}
    return BuildFacts(
        str(told.get("version") or __version__), str(told.get("commit", "")), str(told.get("date", "")),
        str(told.get("python") or platform.python_version()), str(told.get("qt", "")),
        str(told.get("platform") or f"{platform.system()} {platform.machine()}"), len(told.get("files", {})))


def altered_files(place: Path | None = None) -> Iterator[str]:
    """Files of the program that are missing or not those that were built: a virus scanner's work, or a broken disk.

    Raises OSError or ValueError when the list itself cannot be read.
    """
    place = place or folder()
    listed = json.loads((place / NAME).read_text(encoding="utf-8"))["files"]
    for name, sha256 in sorted(listed.items()):
        path = place / name
        try:
            if sha256_of(path) != sha256:
                yield f"{name}: changed"
        except OSError as error:
            yield f"{name}: {error.strerror or error}"


def _read(place: Path) -> dict[str, Any]:
    try:
        told = json.loads((place / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}
