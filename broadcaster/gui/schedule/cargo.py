"""What is carried by the mouse, or lies on the clipboard: an item of a session, of the library, or a campaign."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

FORMAT = "application/x-daixa-item"


@dataclass(frozen=True)
class Cargo:
    """`day` and `session` (the template's id) say where it was taken from; both empty for what is new here."""

    cart: str
    title: str
    campaign: str = ""
    day: str = ""
    session: str = ""
    place: int = -1
    seconds: float = 0.0

    @property
    def is_new(self) -> bool:
        """Nothing is taken away anywhere when it is put down."""
        return not self.session


def packed(cargo: Cargo) -> QMimeData:
    """As the window system carries it; the title goes along as plain text."""
    data = QMimeData()
    data.setData(FORMAT, QByteArray(json.dumps(asdict(cargo)).encode()))
    data.setText(cargo.title)
    return data


def unpacked(data: QMimeData | None) -> Cargo | None:
    """What was packed; None for anything else."""
    if data is None or not data.hasFormat(FORMAT):
        return None
    try:
        body = json.loads(bytes(data.data(FORMAT).data()))
        return Cargo(**body)
    except (ValueError, TypeError):
        return None


_kept: list[Cargo] = []


def keep(cargo: Cargo) -> None:
    """Cut or copied. The system's clipboard gets the title alone: what Python puts there outlives Python at the end."""
    _kept[:] = [cargo]
    QGuiApplication.clipboard().setText(cargo.title)


def kept() -> Cargo | None:
    """What was cut or copied last, unless something else was copied since."""
    found = _kept[0] if _kept else None
    return found if found is not None and QGuiApplication.clipboard().text() == found.title else None
