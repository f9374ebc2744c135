"""What a person puts on the air out of the plan: an emergency that breaks in, the microphone, a relay.

Each is a session of its own on the lines concerned, bounded by an end that comes by itself. The journal's
BREAK_IN lines are its only memory: after a crash the next player takes up what had not ended.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from broadcaster.air.checks import check_file
from broadcaster.air.desk import Desk
from broadcaster.air.history import History
from broadcaster.air.insert import Insert, Piece, moved
from broadcaster.air.judge import OpenRelay
from broadcaster.air.line import Line
from broadcaster.air.live import LiveHub
from broadcaster.air.order_words import flag_of, minutes_of, text_of, whole_of, zones_of
from broadcaster.air.relay_address import check_address, told
from broadcaster.air.sources import Source
from broadcaster.base.clock import STATION_ZONE, unix
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.frames import frames
from broadcaster.base.ids import new_id
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import SLUG, EmergencyMessage, read_message, refuse_senseless
from broadcaster.protocol.emergency_orders import THEN, OrderBox
from broadcaster.protocol.journal import Kind, Reason
from broadcaster.protocol.rundown import CutRef, Relay, Urgency

log = logging.getLogger(__name__)

OpenInput = Callable[[str], Source]
"""Name of a sound input -> what it hears."""

LATE_ROUND = 120.0
"""A round that could not begin for so many seconds is left out, never caught up."""
OLD_ORDER = 600.0
"""An order dropped longer ago than this is history, not an order."""
_NOBODY = Approval("", "", "", "", "", "")


class Inserts:
    """All of the station; at most one sounds at a time."""

    def __init__(self, desk: Desk, lines: Sequence[Line], open_relay: OpenRelay, open_input: OpenInput) -> None:
        self._desk, self._lines, self._open_relay, self._open_input = desk, lines, open_relay, open_input
        self._box = OrderBox(desk.home)
        self._stuck: set[Path] = set()
        self.open: list[Insert] = []
        """Those that have not ended, the one that sounds first."""

    # -- orders --

    def break_in(self, words: dict[str, Any], by: str) -> Insert:
        """Play a prepared message: an emergency at once, a priority message after the item that sounds.

        Raises Refused: emergency.unknown, emergency.repeat, air.needs_confirmation, air.quiet_hours, air.insert_active,
        air.not_approved, air.unreadable_cut, air.no_zone; Tampered("emergency.tampered").
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
            pieces=_pieces(message, repeats))
        insert.ends_at = insert.began + (insert.rounds - 1) * insert.every + insert.seconds + 30.0
        self._check_message(message, now)
        self._check_time(insert, now)
        self._begin(insert)
        return insert

    def live(self, words: dict[str, Any], by: str) -> Insert:
        """Open the microphone.

        Raises Refused: air.order (no end), air.needs_confirmation, air.insert_active, air.no_zone.
        """
        now, seconds = self._desk.clock.now(), self._seconds(words)
        confirmed, device = flag_of(words, "confirmed"), text_of(words, "device")
        insert = Insert(
            id=f"i{new_id()}", kind="live", title="Phát trực tiếp", by=by, confirmed=confirmed, then="resume",
            zones=zones_of(words), urgency=Urgency.EMERGENCY if confirmed else Urgency.ROUTINE, began=unix(now),
            device=device, over_programme=flag_of(words, "talk_over"))
        chime = self._chime() if flag_of(words, "chime") else None
        lead = self._opener(chime) if chime and insert.over_programme else None
        insert.hub = LiveHub(self._open_input, device, self._desk.home.recordings, f"{now:%Y-%m-%d_%H%M%S}", lead)
        live = Piece("truc_tiep", insert.title, CutRef("", frames(seconds)), _NOBODY, open_source=insert.hub.reader)
        before = [Piece("chuong", "Chuông", chime, _NOBODY)] if chime and not lead else []
        insert.pieces = (*before, live)
        insert.ends_at = insert.began + insert.seconds
        self._check_time(insert, now)
        self._begin(insert)
        return insert

    def relay(self, words: dict[str, Any], by: str) -> Insert:
        """Take over another station's programme.

        Raises Refused as `live`, air.quiet_hours, and relay.kind, relay.address, relay.missing_file.
        """
        now, seconds = self._desk.clock.now(), self._seconds(words)
        kind, address = text_of(words, "kind") or "stream", text_of(words, "address")
        check_address(Relay(kind, address))
        insert = self._relay_insert(kind, address, by, zones_of(words), unix(now), seconds)
        self._check_time(insert, now)
        self._begin(insert)
        return insert

    def of(self, kind: str) -> list[Insert]:
        """Every insert of a kind ("": all) that nobody has ended yet."""
        return [insert for insert in self.open if kind in {"", insert.kind} and insert.finishing is None]

    def end(self, kind: str, reason: Reason = Reason.OPERATOR) -> list[str]:
        """End every insert of a kind ("": all), those that wait to be repeated too; their ids."""
        ended = self.of(kind)
        for insert in ended:
            self._end(insert, reason)
        return [insert.id for insert in ended]

    def read_orders(self, now: datetime) -> None:
        """Carry out what was dropped into emergency/orders/."""
        for path in self._box.waiting():
            if path in self._stuck:
                continue
            why = ""
            try:
                order = self._box.read(path)
                age = (now - order.ordered_at).total_seconds() if order.ordered_at else 0.0
                if age > OLD_ORDER:
                    raise Refused("emergency.order", f"it was given {age / 60:.0f} minutes ago", name=path.name)
                self.break_in(order.words(), order.by or f"file {path.name}")
            except Exception as error:  # whatever somebody wrote into a file, the station plays on
                log.warning("the order %s is not carried out", path.name, exc_info=True)
                why = error.text if isinstance(error, BroadcasterError) else repr(error)
                self._desk.scribe.write(Kind.OPERATOR, action="order_refused", by=f"file {path.name}", why=why,
                                        day=now.date().isoformat())
                self._desk.alarms.raise_("order_refused", name=path.name, detail=why)
            else:
                self._desk.alarms.clear("order_refused")
            if self._box.settle(path, not why, why) is None:
                self._stuck.add(path)

    # -- time --

    def tick(self, now: datetime) -> None:
        """Begin rounds whose time has come, notice those that are over."""
        wall = unix(now)
        for insert in list(self.open):
            if insert.runs:
                if not insert.sounding():
                    self._round_over(insert)
                continue
            blocked = self._blocked(insert)
            if blocked and insert.retry_at:
                insert.again(wall)
            if insert.finishing is not None:
                self._finish(insert)
            elif insert.round >= insert.rounds or wall >= insert.ends_at:
                self._end(insert, Reason.NONE)
            elif wall >= insert.next_at and not blocked:
                self._next_round(insert, wall)

    def wakeups(self) -> list[datetime]:
        """When a round begins."""
        return [datetime.fromtimestamp(insert.next_at, STATION_ZONE) for insert in self.open]

    def clock_moved(self, step: float, now: datetime) -> None:
        """What was to last ten minutes lasts ten minutes; `now`: what the clock says after it was set."""
        for insert in self.open:
            if insert.began > unix(now) - step + 1.0:
                continue  # ordered by a clock that was right, before the one that has just been put right
            insert.began += step
            insert.ends_at += step
            insert.retry_at += step if insert.retry_at else 0.0
            for _, run in insert.runs:
                moved(run, step)

    def shut_down(self) -> None:
        """The microphone is closed; the rest is taken up by the next player."""
        for insert in self.open:
            if insert.hub is not None:
                insert.hub.close()
                insert.hub.wait(2.0)

    def take_up(self, history: History, reason: Reason) -> None:
        """Go on with what the last player did not end. A microphone nobody stands at stays closed."""
        for name, facts in history.inserts.items():
            called_off = bool(facts.get("called_off"))
            try:
                insert = None if called_off else self._restored(name, facts)
            except Exception as error:  # nothing a journal says may keep the player from starting
                log.warning("insert %s is not taken up: %s", name, error)
                insert = None
            if insert is None or unix(self._desk.clock.now()) >= insert.ends_at:
                self._desk.scribe.write(Kind.BREAK_IN, state="ended", insert=name, insert_kind=facts.get("insert_kind"),
                                        title=facts.get("title"), day=self._day(),
                                        reason=str(Reason.OPERATOR if called_off else reason))
                continue
            self.open.append(insert)

    # -- one insert --

    def _begin(self, insert: Insert) -> None:
        lines = [line for line in self._lines if line.serves(insert.zones)]
        if not lines:
            raise Refused("air.no_zone", f"no such zone: {', '.join(insert.zones)}", zones=", ".join(insert.zones))
        for other in [each for each in self.open if each.sounding()]:
            if insert.urgency is not Urgency.EMERGENCY or (other.kind == "break_in" and insert.kind != "break_in"):
                raise Refused("air.insert_active", f"{other.title} is on air; end it first", title=other.title)
            if other.kind != "break_in":
                self._end(other, Reason.PREEMPTED)
        self._desk.scribe.write(Kind.BREAK_IN, state="ordered", **insert.facts())
        self.open.insert(0, insert)
        self._play(insert, lines)

    def _play(self, insert: Insert, lines: Sequence[Line]) -> None:
        now = self._desk.clock.now()
        insert.round += 1
        self._make_way(insert, lines)
        waits = insert.urgency is Urgency.PRIORITY
        insert.runs = [(line, insert.session(now, self._desk.settings, line.busy_for() if waits else 0.0))
                       for line in lines]
        insert.retry_at = 0.0
        for line, run in insert.runs:
            if insert.over_programme:
                line.talk_over(run)
            elif insert.urgency is Urgency.PRIORITY:
                line.queue_up(run)
            else:
                line.cut_in(run, insert.then)

    def _make_way(self, insert: Insert, lines: Sequence[Line]) -> None:
        """A message that is cut short is read again afterwards, a microphone or a relay is over."""
        for other in [each for each in self.open if each is not insert and each.runs]:
            if other.kind != "break_in":
                self._end(other, Reason.PREEMPTED)
                continue
            other.owed += [line for line, run in other.runs if line in lines and not run.over()]
            other.runs = [(line, run) for line, run in other.runs if line not in lines]
            if not other.runs:
                self._round_over(other)

    def _next_round(self, insert: Insert, wall: float) -> None:
        if wall > insert.next_at + LATE_ROUND:
            insert.leave_out()
            log.warning("round %s of %s is left out", insert.round, insert.title)
            return
        lines = insert.owed or [line for line in self._lines if line.serves(insert.zones)]
        insert.owed = []
        if not insert.exempt and self._quiet_within(insert):
            insert.leave_out()
            self._desk.scribe.write(Kind.QUIET, day=self._day(), session_id=insert.id, action="refused",
                                    title=insert.title)
            return
        self._desk.scribe.write(Kind.BREAK_IN, state="round", insert=insert.id, round=insert.round + 1, day=self._day())
        self._play(insert, lines)

    def _round_over(self, insert: Insert) -> None:
        insert.runs.clear()
        if insert.owed:
            insert.round, insert.attempt = insert.round - 1, insert.attempt + 1
            insert.again(unix(self._desk.clock.now()))
            return
        insert.attempt = 0
        if insert.rounds > 1:
            self._desk.scribe.write(Kind.BREAK_IN, state="round_over", insert=insert.id, round=insert.round,
                                    day=self._day())

    def _end(self, insert: Insert, reason: Reason) -> None:
        for line, run in insert.runs:
            line.end_insert(run, reason)
        insert.runs.clear()
        insert.finishing = reason
        if insert.hub is not None:
            insert.hub.close()
        self._finish(insert)

    def _finish(self, insert: Insert) -> None:
        """Say that it is over, once its recording is safe."""
        if insert not in self.open or (insert.hub is not None and not insert.hub.closed):
            return
        self.open.remove(insert)
        self._desk.scribe.write(Kind.BREAK_IN, state="ended", insert=insert.id, insert_kind=insert.kind,
                                title=insert.title, day=self._day(), reason=str(insert.finishing),
                                rounds_played=insert.round, **(insert.hub.facts() if insert.hub else {}))

    def _restored(self, name: str, facts: dict[str, Any]) -> Insert | None:
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
        self._check_message(message, self._desk.clock.now())
        begun, played = int(facts["round"]), int(facts["played"])
        insert.round = begun
        if played < begun and unix(self._desk.clock.now()) - unix(facts["at"]) < OLD_ORDER:
            insert.round, insert.attempt = begun - 1, int(facts["attempt"]) + 1
            insert.again(unix(self._desk.clock.now()))
        return insert

    # -- checks --

    def _message(self, slug: str) -> EmergencyMessage:
        path = self._desk.home.emergency / f"{slug}.json"
        if not SLUG.match(slug) or not path.exists():
            raise Refused("emergency.unknown", f"no message {slug!r} is ready", slug=slug)
        message = read_message(path, self._desk.key)
        if message.chime and check_file(self._desk.home, message.chime.sha256):
            log.error("the chime of %s is missing or altered: it is played without", slug)
            return replace(message, chime=None)
        return message

    def _check_message(self, message: EmergencyMessage, now: datetime) -> None:
        if check_approval_of(message, now, self._desk.key):
            raise Refused("air.not_approved", f"{message.title} is not approved any more", title=message.title)
        if check_file(self._desk.home, message.cut.sha256):
            raise Refused("air.unreadable_cut", f"the sound of {message.title} is missing or altered",
                          name=message.title)

    def _check_time(self, insert: Insert, now: datetime) -> None:
        if insert.exempt or not self._quiet_within(insert):
            return
        if insert.urgency is Urgency.EMERGENCY or insert.kind == "live":
            raise Refused("air.needs_confirmation", "it would sound in quiet hours: only a confirmed emergency may",
                          title=insert.title)
        raise Refused("air.quiet_hours", "it would sound in quiet hours: only a confirmed emergency may",
                      title=insert.title)

    def _quiet_within(self, insert: Insert) -> bool:
        """It is quiet hours, or they would cut the message short."""
        now = self._desk.clock.now()
        plan = self._desk.book.plan(now.date())
        quiet = self._desk.book.quiet(plan.rundown if plan else None, self._desk.settings).next_start(now)
        length = timedelta(seconds=insert.seconds if insert.kind == "break_in" else 0.0)
        return quiet is not None and quiet - now <= length

    def _blocked(self, insert: Insert) -> bool:
        """Something sounds that it does not interrupt: an emergency, and for all but an emergency anything."""
        others = [each for each in self.open if each is not insert and each.runs]
        return any(insert.urgency is not Urgency.EMERGENCY or other.urgency is Urgency.EMERGENCY for other in others)

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

    def _day(self) -> str:
        return self._desk.clock.now().date().isoformat()


def check_approval_of(message: EmergencyMessage, now: datetime, key: bytes) -> bool:
    """True when nobody's approval lets the message's sound air today."""
    return not message.approval.holds(message.cut.sha256, now.date().isoformat(), key)


def _pieces(message: EmergencyMessage, repeats: int) -> tuple[Piece, ...]:
    kind = "khan_cap" if message.urgency is Urgency.EMERGENCY else "uu_tien"
    chime = [Piece("chuong", "Chuông", message.chime, _NOBODY)] if message.chime else []
    return (*chime, *[Piece(kind, message.title, message.cut, message.approval, voice=message.voice)] * repeats)
