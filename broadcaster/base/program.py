"""This program, started by itself: from the sources as well as built, where no Python is there to be called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""`creationflags` for every child that is a program with a console: none shall flash up on Windows."""


def built() -> bool:
    """Whether this is the built program (PyInstaller's) and not the sources."""
    return bool(getattr(sys, "frozen", False))


def own_command(*words: str) -> list[str]:
    """The command line that runs this same program with these words."""
    if not built():
        return [sys.executable, "-m", "broadcaster", *words]
    # Of the two programs in the folder, the windowed one has no streams for a child to answer through.
    return [str(folder() / ("broadcaster.exe" if sys.platform == "win32" else "broadcaster")), *words]


def folder() -> Path:
    """Where the built program's files lie side by side; the interpreter's folder when run from the sources."""
    return Path(os.path.abspath(sys.executable)).parent  # noqa: PTH100 - resolve() would follow a link to elsewhere
