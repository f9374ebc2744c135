"""On the way up: the queue of packages, the places they go to, the receipts that come back.

What was written to a place and what the queue says may differ by one power cut: then the package is written again,
under the same name and with the same bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from broadcaster.aggregation import deliveries, receipts
from broadcaster.aggregation.answers import Answers
from broadcaster.aggregation.deliveries import QUEUED, RECEIVED, REFUSED, SENT, Delivery, pause_after, problem
from broadcaster.aggregation.packages import PackageService
from broadcaster.aggregation.places.opening import open_place
from broadcaster.aggregation.places.place import Place
from broadcaster.aggregation.trust import Trust
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.base.settings import Settings
from broadcaster.db import trail
from broadcaster.db.engine import Database

KEPT = 12
"""Packages that stay in outbox/ whatever became of them."""
_COMPARED = 16 << 20
"""Bytes up to which two files of one name and size are compared."""
Shown = Callable[[int, int, str], object]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Sent:
    """What one round brought about."""

    sent: tuple[Delivery, ...] = ()
    answered: tuple[Delivery, ...] = ()
    waiting: int = 0
    """Still in the queue."""
    refusal: BroadcasterError | None = None
    """Why it stopped; None when nothing stands in the way."""


def _nothing(_done: int, _total: int, _text: str) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


class UpwardService:
    """Sends what waits, again and again until it is acknowledged; loses nothing while the line is down."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 packages: PackageService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._packages = packages
        self._answers = Answers(database, home, clock)
        self.trust = Trust(database, home, clock, self._answers)

    def queue(self) -> list[Delivery]:
        """Every package ever made, the newest first."""
        with self._database.read() as connection:
            return deliveries.all_of(connection)

    def place(self) -> Place:
        """Where packages go by the settings. Raises Refused: send.no_place, place.address, secrets.*, trust.*."""
        if not self._settings.upward.to.strip():
            raise Refused("send.no_place", "no place to send to is set: [upward] to in station.toml")
        return open_place(self._home, self._settings.upward.to, self._settings.upward.endpoint)

    def send_due(self, *, at_once: bool = False, ask: bool = True, shown: Shown = _nothing,
                 cancelled: Cancelled = _never) -> Sent:
        """Put what is due into the place, the oldest first, and read the answers that lie there.

        `at_once`: a person asks, no pause counts. `ask`: look for answers although nothing is to be sent. Without a
        place nothing is done. Raises Refused: send.running, database.*; what stands in the way of a package is kept
        with it and given back.
        """
        if not self._settings.upward.to.strip():
            return Sent(waiting=len(self._waiting()))
        with self._alone():
            due = self._due(at_once)
            if not due and not self._own_answers() and not (ask and self._answers.outstanding()):
                return Sent(waiting=len(self._waiting()))
            try:
                place = self.place()
            except BroadcasterError as error:
                self._note_failure(due[:1], error)
                return Sent(waiting=len(self._waiting()), refusal=error)
            try:
                return self._round(place, due, shown, cancelled)
            finally:
                place.close()

    def hand_over(self, folder: Path, by: str = "", numbers: Sequence[int] = (), shown: Shown = _nothing,
                  cancelled: Cancelled = _never) -> Sent:
        """Copy to a stick: these packages, or all that wait; take along the answers lying there.

        Raises Refused: send.running, send.nothing, delivery.file_gone, place.*.
        """
        with self._alone():
            wanted = [row for row in reversed(self.queue())
                      if (row.number in numbers if numbers else row.state == QUEUED)]
            place = open_place(self._home, str(folder))
            try:
                done: list[Delivery] = []
                for row in wanted:
                    self._put(place, row, shown, cancelled)
                    done.append(self._sent(row, str(folder), by))
                for file in self._own_answers():
                    place.put(f"{receipts.FOLDER}/{file.name}", file)
                    file.unlink(missing_ok=True)
                answered = self._answers.fetch(place, self._packages.station_id)
            finally:
                place.close()
        if not done and not answered:
            raise Refused("send.nothing", "nothing waits to be sent, and no answer lies there")
        return Sent(tuple(done), tuple(answered), len(self._waiting()))

    def save_copy(self, number: int, target: Path) -> Path:
        """A copy for e-mail, anywhere; the queue does not change. Raises Refused: delivery.*, disk.*."""
        source = self.file_of(self.delivery(number))
        target = target / source.name if target.is_dir() else target
        part = target.with_name(f".{target.name}.part")
        try:
            shutil.copyfile(source, part)
            part.replace(target)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise unwritable(target, error) from error
        return target

    def confirm_handed(self, number: int, by: str) -> Delivery:
        """A person says that the office has it: counts as received. Raises Refused: delivery.*."""
        return self._settle(number, (QUEUED, SENT, REFUSED), "package.handed", by, state=RECEIVED,
                            problem=problem(deliveries.SETTLED_BY_HAND, {"by": by}), answered_at=self._now())

    def send_again(self, number: int, by: str) -> Delivery:
        """Back into the queue, under the same name. Raises Refused: delivery.unknown, .settled, .file_gone."""
        self.file_of(self.delivery(number))
        return self._settle(number, (QUEUED, SENT, REFUSED), "package.again", by, state=QUEUED, next_try="", tries=0,
                            problem={})

    def take_receipt(self, path: Path) -> Delivery:
        """An answer that came on a stick or by e-mail. Raises Refused: receipt.*, office.*."""
        try:
            data = path.read_bytes()[:receipts.MAX_BYTES + 1]
        except OSError as error:
            raise Refused("receipt.broken", f"cannot read {path.name}", name=path.name) from error
        return self._answers.take(data, path.name, self._packages.station_id)

    def delivery(self, number: int) -> Delivery:
        """Raises Refused("delivery.unknown")."""
        with self._database.read() as connection:
            found = deliveries.by_number(connection, number)
        if found is None:
            raise Refused("delivery.unknown", f"there is no package number {number}", number=number)
        return found

    def file_of(self, row: Delivery) -> Path:
        """Raises Refused("delivery.file_gone")."""
        path = self._home.outbox / row.package
        if not path.is_file():
            raise Refused("delivery.file_gone", f"{row.package} is not in outbox/ any more", name=row.package,
                          number=row.number)
        return path

    def prune(self) -> list[str]:
        """Remove what the office has acknowledged, never the newest twelve; returns the names."""
        gone: list[str] = []
        for row in self.queue()[KEPT:]:
            path = self._home.outbox / row.package
            if row.state == RECEIVED and path.is_file():
                with suppress(OSError):
                    path.unlink()
                    gone.append(row.package)
        return gone

    # The rest

    def _round(self, place: Place, due: Sequence[Delivery], shown: Shown, cancelled: Cancelled) -> Sent:
        done: list[Delivery] = []
        answered: list[Delivery] = []
        refusal: BroadcasterError | None = None
        current: Sequence[Delivery] = ()
        try:
            for row in due:
                current = (row,)
                try:
                    done.append(self._send(place, row, shown, cancelled))
                except Refused as error:
                    if error.code != "delivery.file_gone":
                        raise
                    refusal = error  # those after it still go: the office says which one it misses
                    self._note_failure(current, error)
            current = ()
            for file in self._own_answers():
                place.put(f"{receipts.FOLDER}/{file.name}", file)
                file.unlink(missing_ok=True)
            answered = self._answers.fetch(place, self._packages.station_id)
        except BroadcasterError as error:
            refusal = error
            if error.code != "place.cancelled":
                self._note_failure(current, error)
        return Sent(tuple(done), tuple(answered), len(self._waiting()), refusal)

    def _send(self, place: Place, row: Delivery, shown: Shown, cancelled: Cancelled) -> Delivery:
        self._put(place, row, shown, cancelled)
        return self._sent(row, place.shown, "")

    def _put(self, place: Place, row: Delivery, shown: Shown, cancelled: Cancelled) -> None:
        """Lies it there already, a round before came to its end but not to say so. Never over somebody else's."""
        path = self.file_of(row)
        there = place.size(row.package)
        if there is None:
            place.put(row.package, path, lambda done, total: shown(done, total, row.package), cancelled)
        elif there != path.stat().st_size or (there <= _COMPARED and
                                              place.get(row.package, _COMPARED) != path.read_bytes()):
            raise Refused("send.name_taken", f"{place.shown} holds another {row.package}: does a second station use "
                          "the same id?", name=row.package, place=place.shown)

    def _sent(self, row: Delivery, place: str, by: str) -> Delivery:
        with self._database.write("delivery", "audit") as connection:
            if row.state in {QUEUED, REFUSED}:
                deliveries.change(connection, row.number, (QUEUED, REFUSED), state=SENT, place=place, next_try="",
                                  sent_at=self._now(), problem={}, tries=row.tries + 1)
            if by:
                trail.add(connection, self._now(), by, "package.hand_over", f"package:{row.number}", {
                    "number": row.number, "place": place})
        return self.delivery(row.number)

    def _note_failure(self, rows: Sequence[Delivery], error: BroadcasterError) -> None:
        for row in rows:
            then = format_time(self._clock.now() + pause_after(row.tries))
            with self._database.write("delivery") as connection:
                deliveries.change(connection, row.number, (QUEUED,), tries=row.tries + 1, next_try=then,
                                  problem=problem(error.code, _plain(error.facts)))

    def _settle(self, number: int, states: Sequence[str], action: str, by: str, **values: object) -> Delivery:
        self.delivery(number)
        with self._database.write("delivery", "audit") as connection:
            if not deliveries.change(connection, number, states, **values):
                raise Refused("delivery.settled", f"package {number} is acknowledged already", number=number)
            trail.add(connection, self._now(), by, action, f"package:{number}", {"number": number})
        return self.delivery(number)

    def _due(self, at_once: bool) -> list[Delivery]:
        """The whole queue once its oldest is due: one line serves them all."""
        waiting = self._waiting()
        now = self._clock.now()
        blocked = [row for row in waiting if row.code != "delivery.file_gone"][:1]
        if at_once or (blocked and blocked[0].is_due(now)):
            return [row for row in waiting if at_once or row.code != "delivery.file_gone" or row.is_due(now)]
        return []

    def _waiting(self) -> list[Delivery]:
        with self._database.read() as connection:
            return deliveries.in_state(connection, (QUEUED,))

    def _own_answers(self) -> list[Path]:
        return sorted(self._home.outbox.glob(f"*{receipts.ANSWER}"))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The window and the keeper never send at the same time."""
        try:
            lock = ProcessLock(self._home, "send")
        except Refused as refusal:
            if refusal.code != "process.running":
                raise
            raise Refused("send.running", "packages are being sent right now") from refusal
        try:
            yield
        finally:
            lock.release()

    def _now(self) -> str:
        return format_time(self._clock.now())


def _plain(facts: dict[str, object]) -> dict[str, object]:
    return {key: value if isinstance(value, str | int | float | bool) else str(value) for key, value in facts.items()}

