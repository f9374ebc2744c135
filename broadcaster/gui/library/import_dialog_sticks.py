"""Sticks and cards: a newly plugged one that holds sound files is noticed, off the window's thread."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

from broadcaster.gui.ops import Op
from broadcaster.library.importing.files import files_of

LOOK_SECONDS = 4.0
_MOST_LOOKED_AT = 2000
_REMOVABLE_REMOTE = 2
_MOUNTS = ("/media/", "/run/media/", "/mnt/")


@dataclass(frozen=True)
class Stick:
    """A removable volume with sounds on it."""

    root: Path
    name: str
    files: int
    bytes: int


@dataclass(frozen=True)
class Volume:
    """A mounted file system."""

    root: Path
    name: str
    removable: bool


def volumes() -> list[Volume]:
    """What is mounted now; asks the disks, so never on the window's thread."""
    found = []
    for info in QStorageInfo.mountedVolumes():
        if info.isValid() and info.isReady():
            root = Path(info.rootPath())
            device = bytes(info.device().data()).decode("utf-8", "replace")
            found.append(Volume(root, info.displayName(), _is_removable(root, device)))
    return found


def _is_removable(root: Path, device: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(str(root)) == _REMOVABLE_REMOTE)
    # Desktops mount sticks below these, whatever the kernel says of the drive (USB disks call themselves fixed).
    if str(root).startswith(_MOUNTS[:2]):
        return True
    disk = os.path.basename(device).rstrip("0123456789")  # noqa: PTH119 - a device's name, no path of ours
    with suppress(OSError):
        flag = Path(f"/sys/block/{disk}/removable").read_text(encoding="ascii").strip()
        return flag == "1" and str(root).startswith(_MOUNTS)
    return False


def sticks(look: Callable[[], list[Volume]], known: dict[Path, Stick]) -> dict[Path, Stick]:
    """The removable volumes there are now; those already known are not walked again."""
    now = {volume.root: volume for volume in look() if volume.removable}
    return {root: known.get(root) or _counted(volume) for root, volume in now.items()}


def _counted(volume: Volume) -> Stick:
    found = files_of([volume.root], _MOST_LOOKED_AT)
    return Stick(volume.root, volume.name or volume.root.name, len(found.files) + found.left_out, found.bytes)


class StickWatch(QObject):
    """`changed(list of Stick)` when a volume with sounds is plugged in or pulled out; the first look comes soon."""

    changed = Signal(object)

    def __init__(self, parent: QObject, look: Callable[[], list[Volume]] = volumes,
                 every: float = LOOK_SECONDS) -> None:
        super().__init__(parent)
        self._look = look
        self._known: dict[Path, Stick] = {}
        self._op: Op[dict[Path, Stick]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(round(every * 1000))
        self._timer.timeout.connect(self._ask)
        self._timer.start()

    def close(self) -> None:
        self._timer.stop()

    def _ask(self) -> None:
        # A disk that does not answer keeps its own lane waiting, and nobody else.
        if self._op is not None and not self._op.finished:
            return
        look, known = self._look, dict(self._known)
        self._op = Op(lambda: sticks(look, known), lane="sticks")
        self._op.on_success(self._compare).on_failure(lambda _: None).start(self)

    def _compare(self, now: dict[Path, Stick]) -> None:
        if now.keys() != self._known.keys():
            self._known = now
            self.changed.emit([stick for stick in now.values() if stick.files])
