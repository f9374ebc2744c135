"""From an order's words to an insert that may go on the air; all is checked before anything is interrupted."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from broadcaster.air.checks import check_file
from broadcaster.air.desk import Desk
from broadcaster.air.insert import Insert, Piece
from broadcaster.air.judge import OpenRelay
from broadcaster.air.live import LiveHub
from broadcaster.air.next_words import piece_of
from broadcaster.air.order_words import flag_of, minutes_of, text_of, whole_of, why_text, zones_of
from broadcaster.air.sources import Source
from broadcaster.base.clock import unix
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import frames
from broadcaster.base.ids import new_id
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import SLUG, EmergencyMessage, read_message, refuse_senseless
from broadcaster.protocol.emergency_orders import THEN
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.relay_address import check_address, told
from broadcaster.protocol.rundown import CutRef, Relay, Urgency
from broadcaster.protocol.seal import seal_holds

log = logging.getLogger(__name__)

OpenInput = Callable[[str], Source]
"""Name of a sound input -> what it hears."""

OLD_ORDER = 600.0
"""What was ordered longer ago than these seconds is history, not an order."""
_NOBODY = Approval("", "", "", "", "", "")


class InsertMaker:
    """Each method gives an insert that has not begun, or says why not; nothing on the air changes."""

    def __init__(self, desk: Desk, open_relay: OpenRelay, open_input: OpenInput) -> None:
        self._desk, self._open_relay, self._open_input = desk, open_relay, open_input

    def break_in(self, words: dict[str, Any], by: str) -> Insert:
        """Play a prepared message: an emergency at once, a priority message after the item that sounds.

        Raises Refused: emergency.unknown, emergency.repeat, air.needs_confirmation, air.quiet_hours, air.not_approved,
        air.unreadable_cut; Tampered("emergency.tampered").
        """
        message = self._message(text_of(words, "message"))
        then = text_of(words, "then") or "resume"
        if then not in THEN:
            raise Refused("air.order", f"then: {then!r} is not one of {', '.join(THEN)}", name="then", value=then)
        repeats = whole_of(words, "repeats", message.repeats)
        every = whole_of(words, "every_minutes", message.every_minutes)
        lasting = whole_of(words, "for_minutes", message.for_minutes)
        refuse_senseless(repeats, every, lasting)
        now = self._desk.clock.now()
        insert = Insert(
            id=f"i{new_id()}", kind="break_in", title=message.title, by=by, confirmed=flag_of(words, "confirmed"),
            then=then, zones=zones_of(words), urgency=message.urgency, began=unix(now),
            rounds=1 + (lasting // every if every else 0), every=every * 60.0, message=message, repeats=repeats,
            pieces=_pieces(message, repeats), why=why_text(words))
        insert.ends_at = insert.began + (insert.rounds - 1) * insert.every + insert.seconds + 30.0
        self._check_message(message)
        self._check_time(insert)
        return insert

    def live(self, words: dict[str, Any], by: str) -> Insert:
        """Open the microphone.

        Raises Refused: air.order (no end), air.needs_confirmation, air.reason.
        """
        now, seconds = self._desk.clock.now(), self._seconds(words)
        confirmed, device = flag_of(words, "confirmed"), text_of(words, "device")
        insert = Insert(
            id=f"i{new_id()}", kind="live", title="Phát trực tiếp", by=by, confirmed=confirmed, then="resume",
            zones=zones_of(words), urgency=Urgency.EMERGENCY if confirmed else Urgency.ROUTINE, began=unix(now),
            device=device, over_programme=flag_of(words, "talk_over"), why=why_text(words))
        chime = self._chime() if flag_of(words, "chime") else None
        lead = self._opener(chime) if chime and insert.over_programme else None
        insert.hub = LiveHub(self._open_input, device, self._desk.home.recordings, f"{now:%Y-%m-%d_%H%M%S}", lead)
        live = Piece("truc_tiep", insert.title, CutRef("", frames(seconds)), _NOBODY, open_source=insert.hub.reader)
        before = [Piece("chuong", "Chuông", chime, _NOBODY)] if chime and not lead else []
        insert.pieces = (*before, live)
        insert.ends_at = insert.began + insert.seconds
        self._check_time(insert)
        if insert.exempt and not insert.why and self.quiet_within(insert):
            # A prepared emergency sounds first and is explained afterwards; who speaks can say why before.
            raise Refused("air.reason", "in quiet hours the microphone needs a reason", title=insert.title)
        return insert

    def relay(self, words: dict[str, Any], by: str) -> Insert:
        """Take over another station's programme.

        Raises Refused as `live`, air.quiet_hours, and relay.kind, relay.address, relay.missing_file.
        """
        now, seconds = self._desk.clock.now(), self._seconds(words)
        kind, address = text_of(words, "kind") or "stream", text_of(words, "address")
        check_address(Relay(kind, address))
        insert = self._relay_insert(kind, address, by, zones_of(words), unix(now), seconds)
        self._check_time(insert)
        return insert

    def next_item(self, words: dict[str, Any], by: str, zones: tuple[str, ...], busy: float, ends: float) -> Insert:
        """An approved item after the one that sounds, which takes `busy` seconds more; it is over by wall time `ends`.

        Raises Refused: air.order, air.not_approved, air.unreadable_cut, air.no_room, air.quiet_hours.
        """
        now, piece = self._desk.clock.now(), piece_of(words)
        if check_file(self._desk.home, piece.cut.sha256):
            raise Refused("air.unreadable_cut", f"the sound of {piece.title} is missing or altered", name=piece.title)
        insert = Insert(id=f"i{new_id()}", kind="next", title=piece.title, by=by, confirmed=False, then="resume",
                        zones=zones, urgency=Urgency.ROUTINE, began=unix(now), pieces=(piece,), ends_at=ends,
                        why=why_text(words))
        event = insert.session(now, self._desk.settings).session.events[0]
        if self._desk.judge.permits.event(event, now.date().isoformat(), ""):
            raise Refused("air.not_approved", f"{piece.title} is not approved", title=piece.title)
        over = unix(now) + busy + insert.seconds - ends
        if over > 0:
            raise Refused("air.no_room", f"{piece.title} does not fit: {over:.0f} seconds too long", title=piece.title,
                          seconds=math.ceil(over))
        self._check_time(insert, busy)
        return insert

    def restored(self, name: str, facts: dict[str, Any]) -> Insert | None:
        """What the journal says had not ended; None for what cannot go on: a microphone, a relay with a password."""
        if not seal_holds(Insert.sealed(facts), facts.get("seal"), self._desk.key):
            raise Refused("air.order", "its order does not bear the station's seal", name="seal", value="")
        kind, began = str(facts["insert_kind"]), float(facts["began"])
        if kind == "relay" and facts.get("login"):
            return None  # its password is in no journal
        if kind == "relay":
            now, ends = unix(self._desk.clock.now()), float(facts["ends"])
            insert = self._relay_insert(str(facts["relay_kind"]), str(facts["address"]), str(facts["by"]),
                                        tuple(facts["zones"]), now, max(0.0, ends - now))
            insert.id, insert.ends_at, insert.attempt = name, ends, int(facts["attempt"]) + 1
            return insert
        if kind != "break_in":
            return None
        message = self._message(str(facts["message"]))
        repeats = int(facts["repeats"])
        insert = Insert(
            id=name, kind=kind, title=message.title, by=str(facts["by"]), confirmed=bool(facts["confirmed"]),
            then=str(facts["then"]), zones=tuple(facts["zones"]), urgency=message.urgency, began=began,
            rounds=int(facts["rounds"]), every=float(facts["every_minutes"]) * 60, message=message, repeats=repeats,
            pieces=_pieces(message, repeats), ends_at=float(facts["ends"]))
        self._check_message(message)
        begun, played = int(facts["round"]), int(facts["played"])
        insert.round = begun
        if played < begun and unix(self._desk.clock.now()) - unix(facts["at"]) < OLD_ORDER:
            insert.round, insert.attempt = begun - 1, int(facts["attempt"]) + 1
            insert.again(unix(self._desk.clock.now()))
        return insert

    def against(self, insert: Insert) -> Reason:
        """Why a further round of it may not begin: its approval ended since, its sound is not the approved one."""
        try:
            if insert.message is not None:
                self._check_message(insert.message)
        except Refused as refusal:
            log.error("%s is not read again: %s", insert.title, refusal.text)
            return Reason.NOT_APPROVED if refusal.code == "air.not_approved" else Reason.FILE_ALTERED
        return Reason.NONE

    def quiet_within(self, insert: Insert, busy: float = 0.0) -> bool:
        """It is quiet hours, or they would cut the message short, which begins in `busy` seconds."""
        now = self._desk.clock.now()
        plan = self._desk.book.plan(now.date())
        quiet = self._desk.book.quiet(plan.rundown if plan else None, self._desk.settings).next_start(now)
        length = timedelta(seconds=busy + (insert.seconds if insert.kind in {"break_in", "next"} else 0.0))
        return quiet is not None and quiet - now <= length

    def _message(self, slug: str) -> EmergencyMessage:
        path = self._desk.home.emergency / f"{slug}.json"
        if not SLUG.match(slug) or not path.exists():
            raise Refused("emergency.unknown", f"no message {slug!r} is ready", slug=slug)
        message = read_message(path, self._desk.key)
        if message.chime and check_file(self._desk.home, message.chime.sha256):
            log.error("the chime of %s is missing or altered: it is played without", slug)
            return replace(message, chime=None)
        return message

    def _check_message(self, message: EmergencyMessage) -> None:
        today = self._desk.clock.now().date().isoformat()
        if not self._desk.judge.permits.message(message.approval, message.cut.sha256, today):
            raise Refused("air.not_approved", f"{message.title} is not approved any more", title=message.title)
        if check_file(self._desk.home, message.cut.sha256):
            raise Refused("air.unreadable_cut", f"the sound of {message.title} is missing or altered",
                          name=message.title)

    def _check_time(self, insert: Insert, busy: float = 0.0) -> None:
        if insert.exempt or not self.quiet_within(insert, busy):
            return
        if insert.urgency is Urgency.EMERGENCY or insert.kind == "live":
            raise Refused("air.needs_confirmation", "it would sound in quiet hours: only a confirmed emergency may",
                          title=insert.title)
        raise Refused("air.quiet_hours", "it would sound in quiet hours: only a confirmed emergency may",
                      title=insert.title)

    def _seconds(self, words: dict[str, Any]) -> float:
        return minutes_of(words, self._desk.settings.audio.max_session_minutes) * 60

    def _opener(self, cut: CutRef) -> Callable[[], Source]:
        return lambda: self._desk.open_file(self._desk.home.audio(cut.sha256), 0)

    def _chime(self) -> CutRef | None:
        """The chime the prepared messages bring along."""
        for path in sorted(self._desk.home.emergency.glob("*.json")):
            try:
                chime = read_message(path, self._desk.key).chime
            except BroadcasterError:
                continue
            if chime and not check_file(self._desk.home, chime.sha256):
                return chime
        return None

    def _relay_insert(self, kind: str, address: str, by: str, zones: tuple[str, ...], began: float,
                      seconds: float) -> Insert:
        relay = Relay(kind, address)
        hub = LiveHub(lambda _: self._open_relay(relay), "", None, "")
        title, slot = f"Tiếp sóng {told(address)}".strip(), CutRef(relay.digest(), frames(seconds))
        piece = Piece("tiep_song", title, slot, _NOBODY, open_source=hub.reader)
        return Insert(id=f"i{new_id()}", kind="relay", title=piece.title, by=by, confirmed=False, then="resume",
                      zones=zones, urgency=Urgency.ROUTINE, began=began, pieces=(piece,), ends_at=began + seconds,
                      hub=hub, address=address, relay_kind=kind)


def _pieces(message: EmergencyMessage, repeats: int) -> tuple[Piece, ...]:
    kind = "khan_cap" if message.urgency is Urgency.EMERGENCY else "uu_tien"
    chime = [Piece("chuong", "Chuông", message.chime, _NOBODY)] if message.chime else []
    return (*chime, *[Piece(kind, message.title, message.cut, message.approval, voice=message.voice)] * repeats)
