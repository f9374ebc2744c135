"""This program, started by itself: from the sources as well as built, where no Python is there to be called."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

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


def start_detached(command: Sequence[str], *, stderr: IO[bytes] | int = subprocess.DEVNULL,
                   env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a process that lives on when we, the window or the terminal go. Raises OSError."""
    options: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        options = {"creationflags": NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=stderr, env=env,
                            close_fds=True, **options)


def start_and_forget(command: Sequence[str], *, env: dict[str, str] | None = None) -> None:
    """The same for one that is not ours to wait for. Raises OSError."""
    start_detached(command, env=env).returncode = 0  # or Python warns of a child nobody asked after
