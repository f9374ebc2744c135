"""On the way down: letters and messages of the office above, hostile until their signature and sender are known."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from broadcaster.aggregation import receipts, received
from broadcaster.aggregation.answers import CHANGED, UNKNOWN
from broadcaster.aggregation.model import DOWN, SUFFIX, Receipt
from broadcaster.aggregation.opened import Opened, open_package
from broadcaster.aggregation.order_format import (
    LETTERS,
    MESSAGES,
    SENT_KINDS,
    LetterOrder,
    MessageOrder,
    plain_file_name,
    read,
)
from broadcaster.aggregation.places.opening import open_place
from broadcaster.aggregation.places.place import Place
from broadcaster.aggregation.received import ASIDE, LETTER, MESSAGE, REFUSED, TAKEN, WAITING, Received
from broadcaster.aggregation.secrets import TrustBook
from broadcaster.asrun.identity import Identity, fingerprint
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused
from broadcaster.base.paths import StationHome, sha256_of, unwritable, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.directives.service import DirectiveService
from broadcaster.library.model import CartKind
from broadcaster.library.service import LibraryService

_LARGEST = 300 << 20
_OURS = ("disk.", "database.", "key.", "signing_key.")
"""What is wrong with this computer says nothing about the package: it is tried again."""
_SENDER = "Cơ quan cấp trên"
"""Where an office has no name."""
Said = dict[str, Any]


class DownwardService:
    """Takes in what a trusted office sent: letters into the register, messages as drafts. Nothing airs by itself."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock, identity: Identity,
                 directives: DirectiveService, library: LibraryService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._identity = identity
        self._directives = directives
        self._library = library

    @property
    def station_id(self) -> str:
        """As the office knows this station."""
        return self._settings.station.id or self._identity.public[:16]

    def received(self) -> list[Received]:
        """Everything that came down, the newest first."""
        with self._database.read() as connection:
            return received.all_of(connection)

    def fetch(self, place: Place) -> list[Received]:
        """Take what is new in the place; what cannot be used is noted and holds up nothing. Raises Refused place.*."""
        known = {row.file_name for row in self.received()}
        station = receipts.plain(self.station_id)
        new: list[Received] = []
        for folder in (receipts.DOWN_FOLDER, f"{receipts.DOWN_FOLDER}/{station}"):
            for file in place.files(folder):
                if file.name in known or not file.name.endswith(SUFFIX) or file.size > _LARGEST:
                    continue
                with tempfile.TemporaryDirectory(dir=self._home.run, prefix="down-") as aside:
                    path = Path(aside) / file.name
                    place.fetch(f"{folder}/{file.name}", path, _LARGEST)
                    with suppress(Refused, NewerFormat):
                        new.append(self.take(path))
        return new

    def fetch_from(self, folder: Path) -> list[Received]:
        """As `fetch`, from a stick. Raises Refused place.*."""
        place = open_place(self._home, str(folder))
        try:
            return self.fetch(place)
        finally:
            place.close()

    def take(self, path: Path, by: str = "") -> Received:
        """One package, from anywhere. Again: nothing happens twice. Without a confirmed key it waits.

        Raises Refused: package.*, down.not_for_us, down.number_used, office.key_changed; NewerFormat. What was refused
        stands in the list with its reason.
        """
        try:
            opened = open_package(path, self._clock.now(), DOWN)
        except BroadcasterError as error:
            if isinstance(error, Refused) and not error.code.startswith(_OURS) and path.is_file():
                self._keep(Received(sha256_of(path), path.name, "", 0, REFUSED, _problem(error), at=self._now(), by=by))
            raise
        with opened:
            row = Received(opened.sha256, path.name, fingerprint(opened.manifest.key), opened.manifest.number, WAITING,
                           at=self._now(), by=by)
            return self._take(opened, path, row)

    def take_waiting(self) -> list[Received]:
        """Again what waited: the office's key was confirmed, or this program is a newer one."""
        done: list[Received] = []
        for row in self.received():
            if row.state == WAITING and self.original(row.sha256).is_file():
                with suppress(Refused, NewerFormat):
                    done.append(self.take(self.original(row.sha256), row.by))
        return done

    def refuse(self, sha256: str, by: str) -> Received:
        """A person does not know this sender. Raises Refused("down.unknown")."""
        with self._database.write("received", "audit") as connection:
            row = received.get(connection, sha256)
            if row is None or row.state == TAKEN:
                raise Refused("down.unknown", f"nothing of this kind waits: {sha256[:12]}", sha256=sha256)
            row = replace(row, state=REFUSED, problem={"code": "down.refused", "facts": {"by": by}})
            received.put(connection, row)
            trail.add(connection, self._now(), by, "down.refuse", f"received:{sha256}", {
                "file": row.file_name, "sender": row.sender})
        return row

    def original(self, sha256: str) -> Path:
        """The package as it came."""
        return self._home.inbox / "received" / f"{sha256}{SUFFIX}"

    # One package

    def _take(self, opened: Opened, path: Path, row: Received) -> Received:
        with self._database.read() as connection:
            before = received.get(connection, row.sha256)
            used = received.taken_as(connection, row.sender, row.number)
        if before is not None and before.state in {TAKEN, ASIDE}:
            return before
        row = replace(row, file_name=before.file_name, by=before.by or row.by) if before else row
        manifest = opened.manifest
        if manifest.addressees and self.station_id not in manifest.addressees:
            return self._keep(replace(row, state=ASIDE, problem={"code": "down.not_for_us", "facts": {
                "name": row.file_name, "sender": manifest.sender.name}}))
        trusted = TrustBook(self._home).office()
        if trusted is None or trusted.key != manifest.key:
            self._keep_original(path, row)
            facts = {"key": manifest.key, "fingerprint": row.sender, "sender": manifest.sender.name,
                     "before": fingerprint(trusted.key) if trusted else ""}
            return self._keep(replace(row, problem={"code": CHANGED if trusted else UNKNOWN, "facts": facts}))
        if used and used != row.sha256:
            refusal = Refused("down.number_used", f"{row.file_name} bears the number {row.number}, which another "
                              "package of this office had", name=row.file_name, number=row.number)
            self._keep(replace(row, state=REFUSED, problem=_problem(refusal)))
            self._answer(opened, receipts.REFUSED, refusal.code, refusal.facts)
            raise refusal
        self._keep_original(path, row)
        made = [*self._letters(opened), *self._messages(opened)]
        row = self._keep(replace(row, state=TAKEN, problem={}, made=made))
        self._answer(opened, receipts.RECEIVED, "", {"taken": sum("id" in item for item in made),
                                                     "failed": sum("code" in item for item in made)})
        return row

    def _letters(self, opened: Opened) -> Iterator[Said]:
        for order in list(read(LetterOrder, opened.lines(LETTERS), opened.name)):
            yield self._item(opened, LETTER, order.entry, plain_file_name(order.file, order.entry), self._letter)

    def _messages(self, opened: Opened) -> Iterator[Said]:
        for order in list(read(MessageOrder, opened.lines(MESSAGES), opened.name)):
            def add(path: Path, by: str, order: MessageOrder = order) -> Said:
                kind = order.kind if order.kind in SENT_KINDS else CartKind.MESSAGE
                done = self._library.add(path, title=order.title, kind=CartKind(kind), origin="superior", by=by)
                return {"id": done.cart.id, "known": done.known}

            yield {**self._item(opened, MESSAGE, order.entry, f"{order.entry[9:25]}.flac", add), "name": order.title}

    def _letter(self, path: Path, by: str) -> Said:
        done = self._directives.add(path, by=by)
        return {"id": done.directive.id, "known": done.known}

    def _item(self, opened: Opened, kind: str, entry: str, name: str, add: Callable[[Path, str], Said]) -> Said:
        """One letter or sound; what is wrong with it is said of it alone."""
        said: Said = {"kind": kind, "name": name}
        if not opened.has(entry):
            return {**said, "code": "down.item_missing", "facts": {"name": name}}
        try:
            with tempfile.TemporaryDirectory(dir=self._home.run, prefix="down-") as folder:
                path = Path(folder) / name
                with path.open("wb") as file:
                    for block in opened.blocks(entry):
                        file.write(block)
                return {**said, **add(path, opened.manifest.sender.name or _SENDER)}
        except OSError as error:
            raise unwritable(self._home.run, error) from error
        except Refused as error:
            if error.code.startswith(_OURS):
                raise
            return {**said, **_problem(error)}

    def _keep(self, row: Received) -> Received:
        with self._database.write("received", "audit") as connection:
            received.put(connection, row)
            if row.state == TAKEN:
                trail.add(connection, self._now(), row.by, "down.take", f"received:{row.sha256}", {
                    "file": row.file_name, "sender": row.sender, "number": row.number,
                    "items": [item["name"] for item in row.made]})
        return row

    def _keep_original(self, path: Path, row: Received) -> None:
        target = self.original(row.sha256)
        if target == path or target.is_file():
            return
        part = target.with_name(f".{target.name}.part")
        try:
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, part)
            part.replace(target)
        except OSError as error:
            raise unwritable(target, error) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def _answer(self, opened: Opened, state: str, code: str, facts: Said) -> None:
        """Into outbox/, up with the next round."""
        manifest = opened.manifest
        data = receipts.to_bytes(Receipt(opened.sha256, self.station_id, manifest.number, state, code, facts,
                                         at=self._now()), self._identity)
        name = receipts.down_file_name(manifest.sender.id, self.station_id, manifest.number)
        write_atomic(self._home.outbox / name, data)

    def _now(self) -> str:
        return format_time(self._clock.now())


def _problem(error: BroadcasterError) -> Said:
    return {"code": error.code, "facts": {key: str(value)[:300] for key, value in error.facts.items()}}
