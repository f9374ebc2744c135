"""What was handed out or posted by hand: recorded with day, place, count and photo, so that the report is whole."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.bulletins import store as bulletin_store
from broadcaster.bulletins.kit import store
from broadcaster.bulletins.kit.wording import KitWords, load_kit
from broadcaster.bulletins.model import CHANNELS, HandOut
from broadcaster.bulletins.service import BulletinService
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService

OTHER, LOUDSPEAKER = "other", "loudspeaker"
HAND_OUT_CHANNELS = (*CHANNELS, OTHER)
MOST_PHOTO_BYTES = 20_000_000
_MOST_PIXELS = 120_000_000
_MOST_COUNT = 1_000_000
_SUFFIXES = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png"}
_FOLDER = "handouts"


@dataclass(frozen=True)
class Asked:
    """One way the letter asks to tell people by, and whether anything went that way."""

    words: str
    """As the letter says it."""
    channel: str
    """loudspeaker, one of CHANNELS, or other."""
    done: bool


class HandOutService:
    """Use cases of the record of hand-outs."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, directives: DirectiveService,
                 bulletins: BulletinService) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._directives = directives
        self._bulletins = bulletins

    def record(self, channel: str, day: date, place: str, count: int, by: str, *, directive_id: str = "",
               bulletin_id: str = "", note: str = "", photo: Path | None = None) -> HandOut:
        """Note one of them; `photo` is copied into the station's folder.

        Raises Refused: handout.channel, day, count, place, by, about, photo_missing, photo_large, photo_kind;
        directive.unknown, bulletin.unknown, disk.*.
        """
        self._check(channel, day, count)
        where, who = one_line(place), one_line(by)
        if not where:
            raise Refused("handout.place", "say where it was given out or posted")
        if not who:
            raise Refused("handout.by", "say who gave it out")
        directive_id = self._about(directive_id, bulletin_id)
        sha256, suffix = self._kept(photo) if photo is not None else ("", "")
        item = HandOut(new_id(), directive_id, bulletin_id, channel, day, where, count, who, one_line(note, 1000),
                       sha256, suffix, format_time(self._clock.now()))
        with self._database.write("hand_out", "audit") as c:
            store.add_hand_out(c, item)
            self._audit(c, "handout.add", item, by=who)
        return item

    def list(self, directive_id: str = "", bulletin_id: str = "", first: date | None = None,
             last: date | None = None) -> list[HandOut]:
        """Those not taken back, by day: of a letter, of a bulletin, of a period (both days inclusive), or all."""
        with self._database.read() as c:
            return store.hand_outs(c, directive_id, bulletin_id, first.isoformat() if first else "",
                                   last.isoformat() if last else "")

    def get(self, hand_out_id: str) -> HandOut:
        """Raises Refused("handout.unknown")."""
        with self._database.read() as c:
            found = store.get_hand_out(c, hand_out_id)
        if found is None:
            raise Refused("handout.unknown", f"no such hand-out: {hand_out_id}", id=hand_out_id)
        return found

    def remove(self, hand_out_id: str, by: str = "") -> HandOut:
        """Take it back; nothing is erased. Raises Refused("handout.unknown")."""
        return self._mark(hand_out_id, by, "handout.remove", format_time(self._clock.now()))

    def restore(self, hand_out_id: str, by: str = "") -> HandOut:
        """Undo `remove`. Raises Refused("handout.unknown")."""
        return self._mark(hand_out_id, by, "handout.restore", "")

    def photo(self, item: HandOut) -> Path | None:
        """The kept picture; None without one."""
        path = self._home.root / _FOLDER / f"{item.photo_sha256}{item.photo_suffix}"
        return path if item.photo_sha256 and path.is_file() else None

    def words(self) -> KitWords:
        """Names of channels. Raises Refused("template.broken")."""
        return load_kit(self._home.root)

    def coverage(self, directive_id: str, aired: bool) -> tuple[Asked, ...]:
        """The channels the letter asks for and what was done; `aired`: the loudspeakers told of it.

        Raises Refused: directive.unknown, template.broken.
        """
        value = self._directives.get(directive_id).value("channels")
        done = {item.channel for item in self.list(directive_id)} | ({LOUDSPEAKER} if aired else set())
        return asked_for([str(words) for words in value] if isinstance(value, list) else [], done, self.words())

    def _check(self, channel: str, day: date, count: int) -> None:
        if channel not in HAND_OUT_CHANNELS:
            raise Refused("handout.channel", f"no such channel: {channel!r} (there are {', '.join(HAND_OUT_CHANNELS)})",
                          channel=channel, known=", ".join(HAND_OUT_CHANNELS))
        if day > self._clock.now().date():
            raise Refused("handout.day", f"{day} is still to come", day=day.isoformat())
        if not 1 <= count <= _MOST_COUNT:
            raise Refused("handout.count", f"{count} is not a count", count=count, limit=_MOST_COUNT)

    def _about(self, directive_id: str, bulletin_id: str) -> str:
        """The letter it is for: named, or the one its bulletin tells of."""
        if not directive_id and not bulletin_id:
            raise Refused("handout.about", "say which letter or bulletin it was made from")
        own = self._bulletins.get(bulletin_id).directive_id if bulletin_id else ""
        if directive_id:
            self._directives.get(directive_id)
        return directive_id or own

    def _kept(self, photo: Path) -> tuple[str, str]:
        try:
            size = photo.stat().st_size
            data = photo.read_bytes() if size <= MOST_PHOTO_BYTES else b""
        except OSError as error:
            raise Refused("handout.photo_missing", f"cannot read {photo}: {error.strerror}", name=photo.name) from error
        if size > MOST_PHOTO_BYTES:
            raise Refused("handout.photo_large", f"{photo.name} has {size} bytes", name=photo.name, size=size,
                          limit=MOST_PHOTO_BYTES)
        suffix = _picture(data, photo.name)
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._home.root / _FOLDER / f"{sha256}{suffix}"
        if not path.is_file():
            write_atomic(path, data)
        return sha256, suffix

    def _mark(self, hand_out_id: str, by: str, action: str, removed_at: str) -> HandOut:
        item = self.get(hand_out_id)
        with self._database.write("hand_out", "audit") as c:
            store.mark_hand_out(c, item.id, removed_at)
            self._audit(c, action, item, by=by)
        return self.get(item.id)

    def _audit(self, c: Any, action: str, item: HandOut, by: str) -> None:
        bulletin_store.audit(c, format_time(self._clock.now()), by, action, f"handout:{item.id}", channel=item.channel,
                             day=item.day.isoformat(), place=item.place, count=item.count,
                             directive=item.directive_id, photo=item.photo_sha256)


def asked_for(wanted: Iterable[str], done: Collection[str], words: KitWords) -> tuple[Asked, ...]:
    """Each channel once, in the letter's order and words."""
    table = words.of("asked").words
    found: dict[str, Asked] = {}
    for text in wanted:
        channel = channel_of(text, table)
        key = text if channel == OTHER else channel
        found.setdefault(key, Asked(text, channel, channel in done))
    return tuple(found.values())


def channel_of(text: str, table: Mapping[str, Any]) -> str:
    """Which channel a letter means by "tờ rơi, tờ gấp"; "other" for ways this program knows nothing of."""
    plain = f"{fold(text)} "
    for channel, names in table.items():
        if any(f"{fold(str(name))}" in plain for name in names):
            return channel
    return OTHER


def _picture(data: bytes, name: str) -> str:
    """The suffix of what it really is; a file that only calls itself a picture is refused."""
    # Paid by whoever brings a photo, not by every start of the program.
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            suffix = _SUFFIXES[str(picture.format)]
            picture.verify()
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            picture.draft("RGB", (400, 400))  # a cut-off file shows itself only when it is read
            picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, KeyError,
            EOFError) as error:
        raise Refused("handout.photo_kind", f"{name} is not a whole JPEG or PNG picture",
                      name=name) from error
    return suffix
