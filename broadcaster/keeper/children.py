"""Processes of the operating system: start one that outlives us, see whether it lives, end it by its id."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from broadcaster.base import program


def start_detached(command: Sequence[str], errors: Path) -> subprocess.Popen[bytes]:
    """It lives on when we go; its words on stderr stand in a file."""
    with _open_for_words(errors) as file:
        return program.start_detached(command, stderr=file)


def _open_for_words(path: Path) -> BinaryIO:
    """A full disk must not keep the player from being started: its last words are lost then."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
        return path.open("ab")  # to the end, wherever that is: a file that has grown too long is cut off meanwhile
    except OSError:
        return Path(os.devnull).open("wb")


def last_words(errors: Path) -> str:
    """The last line a process wrote to stderr."""
    try:
        lines = errors.read_bytes()[-4096:].decode("utf-8", "replace").strip().splitlines()
    except OSError:
        return ""
    return lines[-1][:300] if lines else ""


if sys.platform == "win32":
    import ctypes

    _STILL_ACTIVE = 259
    _QUERY_LIMITED = 0x1000

    def alive(pid: int) -> bool:
        """Whether a process with this id runs."""
        handle = ctypes.windll.kernel32.OpenProcess(_QUERY_LIMITED, False, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

    def is_ours(pid: int) -> bool:
        """Windows does not tell cheaply what a process is: only one that answered us is taken for ours."""
        return False

    def end(pid: int, *, gently: bool = False) -> None:
        """End one process. Windows knows only the hard way."""
        try:
            os.kill(pid, signal.SIGTERM)
        except OSError:
            return

    def wake(pid: int) -> None:
        """Windows has no such thing as a process stopped by a signal."""
else:

    def alive(pid: int) -> bool:
        """Whether a process with this id runs; one that is dead but not yet collected does not."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except (OSError, IndexError):
            return True

    def is_ours(pid: int) -> bool:
        """Whether the process is a player of this program, so that a number used again is not mistaken for it."""
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return b"air" in words and any(b"broadcaster" in word for word in words)

    def end(pid: int, *, gently: bool = False) -> None:
        """End one process, by SIGTERM or SIGKILL."""
        try:
            os.kill(pid, signal.SIGTERM if gently else signal.SIGKILL)
        except ProcessLookupError:
            return

    def wake(pid: int) -> None:
        """Let a process run on that a signal has stopped; nothing happens to one that runs."""
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGCONT)
