"""From the words of a bulletin to what airs: finds the parts, lays them out, mixes them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome, shipped
from broadcaster.bulletins.model import Production
from broadcaster.bulletins.production import DEFAULT_CHIME, PARTS, Layout, check_production, layout
from broadcaster.library.model import Cart, CartKind, Cut, State
from broadcaster.library.service import LibraryService

Progress = Callable[[int, int], None]
"""(milliseconds done, of how many)"""
Cancelled = Callable[[], bool]

PART_KINDS = (CartKind.CHIME, CartKind.SIGNATURE, CartKind.BRIDGE, CartKind.OPENING, CartKind.CLOSING, CartKind.MUSIC)
"""Kinds of items offered as parts."""
_CHIME_FILE, _CHIME_MS, _CHIME_LUFS = "chuong.flac", 3000, -15.84


@dataclass(frozen=True)
class Sounding:
    """One part as it may be used now."""

    title: str
    ms: int
    lufs: float | None
    waveform: bytes
    path: Path


class Producer:
    """Owned by BulletinService."""

    def __init__(self, library: LibraryService, home: StationHome, clock: Clock) -> None:
        self._library = library
        self._home = home
        self._clock = clock

    def offered(self) -> list[Cart]:
        """Items of the library that may be parts, by kind and title."""
        found = self._library.find(kinds=PART_KINDS, limit=2000)
        order = list(PART_KINDS)
        usable = [cart for cart in found if _usable(cart, self._clock.now().date())]
        return sorted(usable, key=lambda cart: (order.index(cart.kind), cart.title.casefold()))

    def parts(self, production: Production) -> dict[str, Sounding]:
        """Part → its sound. Raises Refused: production.part_missing, production.part_not_approved."""
        wanted = {part: str(getattr(production, part)) for part in PARTS}
        return {part: self._part(cart_id) for part, cart_id in wanted.items() if cart_id}

    def layout(self, production: Production, words_seconds: float) -> Layout:
        """How it will stand in time. Raises Refused: production.*."""
        check_production(production)
        lengths = {part: sounding.ms for part, sounding in self.parts(production).items()}
        return layout(production, {**lengths, "words": _whole_ms(words_seconds)})

    def produce(self, words: Cut, title: str, production: Production, progress: Progress | None = None,
                cancelled: Cancelled | None = None) -> Cut:
        """The cut that airs; the words themselves where nothing is wanted around them.

        Raises Refused: production.*, sound.unreadable, disk.*.
        """
        if production.plain:
            return words
        with tempfile.TemporaryDirectory(prefix="dai-xa-mix-") as folder:
            wav = Path(folder) / "mix.wav"
            self._mix(words, production, wav, progress, cancelled)
            return self._library.store_produced(wav, title)

    def render(self, words: Cut, production: Production, out: Path, progress: Progress | None = None,
               cancelled: Cancelled | None = None) -> Path:
        """What `produce` would make, as a FLAC at `out`, stored nowhere. Raises as `produce`."""
        from broadcaster.library import produced

        if production.plain:
            return self._home.audio(words.sha256)
        self._home.create()
        wav = out.with_suffix(".wav")
        self._mix(words, production, wav, progress, cancelled)
        with produced.made(wav, out.name, self._home.run) as sound:
            shutil.move(sound.file, out)
        wav.unlink()
        return out

    def _mix(self, words: Cut, production: Production, wav: Path, progress: Progress | None,
             cancelled: Cancelled | None) -> None:
        # pydub and numpy are loaded by whoever produces, not at the window's start.
        from broadcaster.bulletins.production_mix import Source, matched, write_mix

        plan = self.layout(production, words.seconds)
        sources = {part: Source(item.path, item.ms, matched(item.lufs, words.lufs))
                   for part, item in self.parts(production).items()}
        sources["words"] = Source(self._home.audio(words.sha256), _whole_ms(words.seconds))
        write_mix(wav, plan, production, sources, progress, cancelled)

    def _part(self, cart_id: str) -> Sounding:
        if cart_id == DEFAULT_CHIME:
            return Sounding("", _CHIME_MS, _CHIME_LUFS, b"", shipped("resources", "audio", _CHIME_FILE))
        try:
            cart = self._library.get(cart_id)
        except Refused as refusal:
            raise Refused("production.part_missing", f"a part of this bulletin is not in the library: {cart_id}",
                          name=cart_id) from refusal
        if cart.state is State.WITHDRAWN or not self._home.audio(cart.cut.sha256).exists():
            raise Refused("production.part_missing", f"{cart.title!r} was taken out of the library", name=cart.title)
        if not _usable(cart, self._clock.now().date()):
            raise Refused("production.part_not_approved", f"{cart.title!r} is not approved for the air",
                          name=cart.title)
        return Sounding(cart.title, _whole_ms(cart.cut.seconds), cart.cut.lufs, cart.cut.waveform,
                        self._home.audio(cart.cut.sha256))


def _usable(cart: Cart, today: date) -> bool:
    """Approved and valid today; the program's own sounds need no approval."""
    if cart.state is State.WITHDRAWN:
        return False
    day = today.isoformat()
    valid = (not cart.valid_from or cart.valid_from <= day) and (not cart.valid_until or day <= cart.valid_until)
    return valid and (cart.state is State.APPROVED or cart.origin == "shipped")


def _whole_ms(seconds: float) -> int:
    """Milliseconds, the last one filled up."""
    return -(-round(seconds * RATE) // (RATE // 1000))
