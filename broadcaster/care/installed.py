"""Where this program stands: a folder of versions with a pointer to the one in use, or a source tree.

<root>/current.txt names the version in use, <root>/versions/<version>/ holds each; <root>/broadcaster and
<root>/dai-xa (.cmd on Windows) are the launchers everything outside points to, so that an update moves one line.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from broadcaster.base.paths import write_atomic

_VERSION = re.compile(r"[0-9]+(\.[0-9]+){1,3}([a-z]+[0-9]*)?")


@dataclass(frozen=True)
class Installed:
    """One installation, whichever version of it runs."""

    root: Path

    @property
    def current_file(self) -> Path:
        return self.root / "current.txt"

    @property
    def previous_file(self) -> Path:
        return self.root / "previous.txt"

    @property
    def trial_file(self) -> Path:
        """There while a new version is on trial; the launcher adds a letter a start."""
        return self.root / "trial.txt"

    @property
    def current(self) -> str:
        return read_version(self.current_file)

    @property
    def previous(self) -> str:
        return read_version(self.previous_file)

    def folder(self, version: str) -> Path:
        return self.root / "versions" / version

    def program(self, version: str, name: str = "broadcaster") -> Path:
        """The program itself, for what must run one version whatever the pointer says."""
        return self.folder(version) / (f"{name}.exe" if sys.platform == "win32" else name)

    def launcher(self, name: str = "broadcaster") -> Path:
        return self.root / (f"{name}.cmd" if sys.platform == "win32" else name)

    def point_to(self, version: str) -> None:
        """Use this version from the next start on; the rename is the one moment of change."""
        write_atomic(self.current_file, f"{version}\n".encode())


def is_version(text: str) -> bool:
    """Also a folder's name: nothing that leads anywhere else."""
    return _VERSION.fullmatch(text) is not None and len(text) <= 40


def version_key(text: str) -> tuple[int, ...]:
    """For telling newer from older; a trailing "rc1" counts less than none."""
    numbers = re.findall(r"[0-9]+", text.split("rc", maxsplit=1)[0])
    padded = [*map(int, numbers), 0, 0, 0][:4]
    tail = re.search(r"rc([0-9]*)", text)
    return (*padded, int(tail[1] or 0) if tail else 1_000_000)


def read_version(path: Path) -> str:
    """The one line of a pointer; empty when it is missing or holds anything else."""
    try:
        text = path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
    return text if is_version(text) else ""


def installed(executable: Path | None = None) -> Installed | None:
    """The installation `executable` (else: this program, when it is a built one) belongs to; None for sources."""
    if executable is None:
        if not getattr(sys, "frozen", False):
            return None
        executable = Path(sys.executable)
    folder = executable.absolute().parent
    if folder.parent.name != "versions" or not is_version(folder.name):
        return None
    return Installed(folder.parent.parent)


def start_command(*words: str, window: bool = False) -> list[str]:
    """How somebody else (the desktop, the system) starts this program; goes through the launcher where there is one."""
    place = installed()
    name = "dai-xa" if window or sys.platform == "win32" else "broadcaster"
    if place is not None and place.launcher(name).exists():
        return [str(place.launcher(name)), *words]
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name(f"{name}.exe" if sys.platform == "win32" else name)
        return [str(beside if beside.exists() else Path(sys.executable)), *words]
    python = Path(sys.executable)
    silent = python.with_name("pythonw.exe")  # no console window on the operator's desktop
    return [str(silent if sys.platform == "win32" and silent.exists() else python), "-m", "broadcaster", *words]
