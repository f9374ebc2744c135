"""The shelf of messages that can break in at once: approved items, sealed into files `air` reads without a database."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, shipped, unwritable
from broadcaster.base.vietnamese import fold
from broadcaster.bulletins.store import withdrawn_approvals
from broadcaster.db.engine import Database
from broadcaster.library.model import CartKind, State
from broadcaster.library.service import LibraryService
from broadcaster.protocol.emergency import (
    MOST_KEYS,
    SLUG,
    EmergencyMessage,
    messages_of,
    read_message,
    refuse_senseless,
    write_message,
)
from broadcaster.protocol.rundown import CutRef, Urgency
from broadcaster.schedule import store
from broadcaster.schedule.model import Airable
from broadcaster.schedule.plan.limits import problem_of
from broadcaster.schedule.shelf_check import ShelfProblem, files_by_slug, refuse_bad_sound, shelf_problems

log = logging.getLogger(__name__)

PRESETS = {"once": (0, 0), "half_hourly": (30, 6 * 60), "two_hourly": (120, 24 * 60)}
"""Name -> (`every_minutes`, `for_minutes`): đọc 1 lần; mỗi 30 phút trong 6 giờ; mỗi 2 giờ trong 24 giờ."""

_CHIME_FILE, _CHIME_TITLE = "chuong.flac", "Chuông báo"
_LONGEST_SLUG = 40


class EmergencyShelf:
    """Puts approved items where one key press can play them, and minds that they stay playable."""

    def __init__(self, database: Database, home: StationHome, clock: Clock, key: bytes,
                 library: LibraryService) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._key = key
        self._library = library

    def messages(self) -> list[EmergencyMessage]:
        """What can be ordered, by key and title."""
        return messages_of(self._home, self._key)

    def removed(self) -> list[EmergencyMessage]:
        """What was taken off and can be put back."""
        found = []
        for path in files_by_slug(self._removed).values():
            try:
                found.append(read_message(path, self._key))
            except BroadcasterError:
                continue
        return sorted(found, key=lambda message: message.title)

    def put(self, cart_id: str, slug: str = "", key: int = 0, repeats: int = 1, every_minutes: int = 0,
            for_minutes: int = 0, chime: bool = True, urgency: Urgency = Urgency.EMERGENCY,
            by: str = "") -> EmergencyMessage:
        """Make an approved item playable at once; one of the same `slug` is replaced. Without a slug: from its title.

        Raises Refused: schedule.cart_unknown, schedule.kind, emergency.not_approved, emergency.expired, emergency.slug,
        emergency.key, emergency.key_taken, emergency.repeat, emergency.urgency, approval.audio_missing,
        approval.audio_altered.
        """
        self._check_words(slug, key, repeats, every_minutes, for_minutes, Urgency(urgency))
        bell = self._chime() if chime else None
        with self._database.write("audit", "emergency") as c:
            item = self._approved(c, cart_id)
            assert item.approval is not None
            message = EmergencyMessage(
                slug or self._free_slug(item), item.cart.title, CutRef(item.cart.cut.sha256, item.cart.cut.frames),
                item.approval, Urgency(urgency), bell, repeats, every_minutes, for_minutes, key, item.voice)
            self._refuse_taken_key(message)
            store.record(c, self._now(), by, "emergency.put", f"emergency:{message.slug}", title=message.title,
                         cart=item.cart.id, approval=item.approval.id, key=key, repeats=repeats,
                         every_minutes=every_minutes, for_minutes=for_minutes, urgency=str(urgency))
            write_message(self._home, message, self._key)
        return message

    def take_off(self, slug: str, by: str = "") -> None:
        """It can no longer be ordered; `put_back` is the way back. Raises Refused("emergency.unknown")."""
        path = _file(slug, self._home.emergency)  # also one that cannot be read: it must be possible to get rid of it
        with self._database.write("audit", "emergency") as c:
            store.record(c, self._now(), by, "emergency.take_off", f"emergency:{slug}")
            try:
                self._removed.mkdir(exist_ok=True)
                path.replace(self._removed / path.name)
            except OSError as error:
                raise unwritable(path, error) from error

    def put_back(self, slug: str, by: str = "") -> EmergencyMessage:
        """Undo `take_off`; a key that plays another by now is not taken from it.

        Raises Refused: emergency.unknown, emergency.slug_taken, emergency.expired, emergency.not_approved,
        emergency.unreadable, approval.audio_missing, approval.audio_altered; Tampered("emergency.tampered").
        """
        path = _file(slug, self._removed)
        if (self._home.emergency / path.name).exists():
            raise Refused("emergency.slug_taken", f"{slug} is on the shelf already", slug=slug)
        message = read_message(path, self._key)
        with self._database.write("audit", "emergency") as c:
            self._refuse_lapsed(c, message)
            if any(other.key == message.key for other in self.messages() if message.key):
                message = replace(message, key=0)
            store.record(c, self._now(), by, "emergency.put_back", f"emergency:{slug}", key=message.key)
            write_message(self._home, message, self._key)
            path.unlink(missing_ok=True)
        return message

    def drop_withdrawn(self) -> list[str]:
        """Take off what may no longer air because its approval was taken back; the keeper calls it."""
        with self._database.read() as c:
            withdrawn = withdrawn_approvals(c)
        gone = [message.slug for message in self.messages() if message.approval.id in withdrawn]
        for slug in gone:
            log.warning("%s is taken off the emergency shelf: its approval was withdrawn", slug)
            self.take_off(slug, by="")
        return gone

    def problems(self) -> list[ShelfProblem]:
        """What must be put right before the day it is needed."""
        found = shelf_problems(self._home, self._key, self._clock.now().date())
        with self._database.read() as c:
            withdrawn = withdrawn_approvals(c)
            voided = {message.slug: store.voided(c, message.approval.id) for message in self.messages()}
        for message in self.messages():
            if message.approval.id in withdrawn:
                found.append(ShelfProblem(message.slug, "withdrawn", {"title": message.title}))
            elif voided[message.slug]:
                found.append(ShelfProblem(message.slug, "outdated", {"title": message.title}))
        return sorted(found, key=lambda item: (not item.serious, item.slug))

    @property
    def _removed(self) -> Path:
        return self._home.emergency / "removed"

    def _approved(self, c: Connection, cart_id: str) -> Airable:
        item = store.airable(c, cart_id)
        if item is None:
            raise Refused("schedule.cart_unknown", f"no item {cart_id!r}", name=cart_id, found=0)
        if item.cart.kind in store.FURNITURE:
            raise Refused("schedule.kind", f"{item.cart.title!r} belongs to the frame of a session, it is no item",
                          title=item.cart.title, kind=str(item.cart.kind))
        problem = problem_of(item, self._clock.now().date(), self._key)
        if problem in {"expired", "not_yet"}:
            raise Refused("emergency.expired", f"the approval of {item.cart.title!r} has expired",
                          title=item.cart.title)
        if problem:
            raise Refused("emergency.not_approved", f"{item.cart.title!r} is not approved", title=item.cart.title)
        refuse_bad_sound(self._home, item.cart.cut.sha256)
        return item

    def _refuse_lapsed(self, c: Connection, message: EmergencyMessage) -> None:
        if message.approval.id in withdrawn_approvals(c):
            raise Refused("emergency.not_approved", f"{message.title!r} is not approved", title=message.title)
        if not message.approval.holds(message.cut.sha256, self._clock.now().date().isoformat(), self._key):
            raise Refused("emergency.expired", f"the approval of {message.title!r} has expired", title=message.title)
        refuse_bad_sound(self._home, message.cut.sha256)

    def _chime(self) -> CutRef:
        """The station's own approved chime; else the shipped one, which the message's seal covers."""
        own = self._library.find("", [CartKind.CHIME], [State.APPROVED], limit=1)
        cart = own[0] if own else self._library.add_shipped(shipped("resources", "audio", _CHIME_FILE), CartKind.CHIME,
                                                            _CHIME_TITLE)
        return CutRef(cart.cut.sha256, cart.cut.frames)

    def _check_words(self, slug: str, key: int, repeats: int, every: int, lasting: int, urgency: Urgency) -> None:
        if slug and not SLUG.match(slug):
            raise Refused("emergency.slug", f"{slug!r} is not a name for a message", slug=slug)
        if not 0 <= key <= MOST_KEYS:
            raise Refused("emergency.key", f"{key} is not a key from 1 to {MOST_KEYS}", key=key, most=MOST_KEYS)
        if urgency is Urgency.ROUTINE:
            raise Refused("emergency.urgency", "a routine message does not break in")
        refuse_senseless(repeats, every, lasting)

    def _refuse_taken_key(self, message: EmergencyMessage) -> None:
        for other in self.messages():
            if message.key and other.key == message.key and other.slug != message.slug:
                raise Refused("emergency.key_taken", f"key {message.key} plays {other.title!r}", key=message.key,
                              slug=other.slug, title=other.title)

    def _free_slug(self, item: Airable) -> str:
        """From the title; the same item keeps its own, another of the same title gets a number."""
        assert item.approval is not None
        wanted = slug_of(item.cart.title)
        taken = set(files_by_slug(self._home.emergency))
        own = {message.slug for message in self.messages() if message.approval.subject == item.approval.subject}
        names = [wanted, *(f"{wanted[:_LONGEST_SLUG - 4].rstrip('-')}-{number}" for number in range(2, len(taken) + 3))]
        return next(slug for slug in names if slug in own or slug not in taken)

    def _now(self) -> str:
        return format_time(self._clock.now())


def slug_of(title: str) -> str:
    """A title as a message's name: "Bão số 3 – sơ tán" → "bao-so-3-so-tan"; whole words, 40 letters at most."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(title)).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug or "tin-khan"


def _file(slug: str, folder: Path) -> Path:
    found = files_by_slug(folder)
    if slug not in found:
        known = ", ".join(found) or "nothing"
        raise Refused("emergency.unknown", f"there is no message {slug!r} (there is: {known})", slug=slug, known=known)
    return found[slug]
