"""The words, colours and choices of the sound tab. No widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.bulletins.producer import Sounding
from broadcaster.bulletins.production import DEFAULT_CHIME, Layout
from broadcaster.gui.theme import Shades
from broadcaster.library.model import Cart, CartKind, Cut

COLOURS = Shades(chime="wait_mark", ident="violet_mark", words="accent_mark", bed="info_mark", closing="rose_mark")
_KINDS = {
    "chime": (CartKind.CHIME,),
    "ident": (CartKind.SIGNATURE, CartKind.OPENING, CartKind.BRIDGE),
    "bed": (CartKind.MUSIC, CartKind.SIGNATURE, CartKind.BRIDGE),
    "closing": (CartKind.CLOSING, CartKind.BRIDGE, CartKind.SIGNATURE),
}


@dataclass(frozen=True)
class Desk:
    """What the tab shows of one bulletin."""

    bulletin: Bulletin
    words: Cut | None
    """Of the present text; None until it was read or recorded."""
    seconds: float
    """Of the words: measured, or guessed before there are any."""
    offered: tuple[Cart, ...]
    last: Production | None
    recorded_before: bool = False
    """There is a recording, of the text before it was changed."""


@dataclass(frozen=True)
class Picture:
    """How it would sound, before anything is made."""

    plan: Layout
    parts: Mapping[str, Sounding]
    words: bytes
    """Their waveform; empty before there are any."""
    levels: tuple[tuple[int, float], ...]


def part_words(part: str) -> str:
    """What a part is called."""
    translate = QCoreApplication.translate
    return {"chime": translate("Production", "Chime"), "ident": translate("Production", "Ident"),
            "words": translate("Production", "Words"), "bed": translate("Production", "Music underneath"),
            "closing": translate("Production", "Closing")}[part]


def choices(part: str, offered: Sequence[Cart], chosen: str) -> list[tuple[str, str]]:
    """(cart's id, title) of what can stand there; one that is chosen but gone is named as such."""
    translate = QCoreApplication.translate
    found = [("", translate("Production", "none"))]
    if part == "chime":
        found.append((DEFAULT_CHIME, translate("Production", "The program's own chime")))
    found += [(cart.id, cart.title) for kind in _KINDS[part] for cart in offered if cart.kind is kind]
    if chosen not in dict(found):
        known = next((cart.title for cart in offered if cart.id == chosen), "")
        found.append((chosen, known or translate("Production", "(no longer in the library)")))
    return found


def tidy(production: Production) -> Production:
    """Figures that change nothing do not make a sound stale."""
    return Production() if production.plain else production


class Steps:
    """What to go back to; turning one dial is one step."""

    def __init__(self, now: Production) -> None:
        self.now = now
        self._before: list[Production] = []
        self._field = ""

    @property
    def possible(self) -> bool:
        return bool(self._before)

    def change(self, **values: Any) -> bool:
        """True when that was a change."""
        after = replace(self.now, **values)
        if after == self.now:
            return False
        changed = [item.name for item in fields(after) if getattr(after, item.name) != getattr(self.now, item.name)]
        name = changed[0] if len(changed) == 1 else ""
        if not name or name != self._field:
            self._before.append(self.now)
        self.now, self._field = after, name
        return True

    def back(self) -> None:
        if self._before:
            self.now, self._field = self._before.pop(), ""
