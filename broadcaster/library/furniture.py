"""What every station starts with: a signature tune and a bridge, shipped, still to be approved."""

from __future__ import annotations

from broadcaster.base.paths import shipped
from broadcaster.library.model import Cart, CartKind
from broadcaster.library.service import LibraryService

_TUNES = (("nhac-hieu.flac", CartKind.SIGNATURE, "Nhạc hiệu"), ("nhac-cat.flac", CartKind.BRIDGE, "Nhạc cắt"))


def furnish(library: LibraryService) -> list[Cart]:
    """Put the shipped tunes into the library; those that are there already are left as they are."""
    return [library.add_shipped(shipped("resources", "audio", name), kind, title) for name, kind, title in _TUNES]
