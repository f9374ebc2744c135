"""The office's side of the way down: letters and messages for stations, in one signed package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadcaster import __version__
from broadcaster.aggregation import receipts
from broadcaster.aggregation.archive_write import Member, file_member, member, write_package
from broadcaster.aggregation.manifests import manifest_bytes, manifest_sha256
from broadcaster.aggregation.model import DOWN, SUFFIX, Manifest, Receipt, Sender
from broadcaster.aggregation.names import entry_allowed, entry_name
from broadcaster.aggregation.order_format import (
    LETTERS,
    MESSAGES,
    MOST,
    SENT_KINDS,
    LetterOrder,
    MessageOrder,
    lines,
)
from broadcaster.aggregation.places.opening import open_place
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import one_line
from broadcaster.db import trail
from broadcaster.db.engine import Database
from broadcaster.protocol.verifier import GENESIS


@dataclass(frozen=True)
class NewMessage:
    """A sound the stations shall get as a draft."""

    path: Path
    title: str = ""
    """Empty: the file's name."""
    kind: str = "thong_diep"


class OrderService:
    """Makes packages that go down; each goes on from the one before, as those going up do."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 identity: Identity) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._identity = identity

    def make(self, letters: Sequence[Path] = (), messages: Sequence[NewMessage] = (), to: Sequence[str] = (),
             note: str = "", by: str = "") -> Path:
        """Into outbox/down/. `to`: ids of stations; none: all that trust this office.

        Raises Refused: down.nothing, down.too_many, down.letter_kind, down.message_kind, down.file, sound.*, disk.*,
        package.too_large.
        """
        self._check(letters, messages)
        with self._alone(), ExitStack() as stack:
            said: list[LetterOrder | MessageOrder] = []
            members = [*self._letters(letters, note, said), *self._messages(messages, note, said, stack)]
            heads = [member(LETTERS, lines(each for each in said if isinstance(each, LetterOrder))),
                     member(MESSAGES, lines(each for each in said if isinstance(each, MessageOrder)))]
            before = self._before()
            number = int(before["number"]) + 1
            aside = self._folder / f".making{SUFFIX}"
            try:
                made = write_package(aside, self._manifest(number, str(before["sha256"]), to), [*heads, *members],
                                     self._identity)
                sha256 = manifest_sha256(manifest_bytes(made))
                path = self._folder / f"{receipts.plain(made.sender.id)}-d{number:06d}-{sha256[:8]}{SUFFIX}"
                # The number first: after a power cut it is left out, never given twice.
                write_atomic(self._counter, json.dumps({"number": number, "sha256": sha256}).encode())
                aside.replace(path)
            finally:
                aside.unlink(missing_ok=True)
            with self._database.write("audit") as connection:
                trail.add(connection, made.made_at, by, "down.make", f"order:{number}", {
                    "file": path.name, "to": list(to), "letters": len(letters), "messages": len(messages)})
        return path

    def post(self, path: Path, to: Sequence[str] = ()) -> None:
        """Into the place stations look into ([office] inbox). Raises Refused place.*."""
        where = self._settings.office.inbox.strip() or str(self._home.inbox)
        place = open_place(self._home, where, self._settings.upward.endpoint)
        try:
            for station in [receipts.plain(each) for each in to] or [""]:
                place.put("/".join(filter(None, (receipts.DOWN_FOLDER, station, path.name))), path)
        finally:
            place.close()

    def answers(self) -> list[Receipt]:
        """What stations said of our packages, by number and station; what is no answer is left out.

        Each is signed by the key it names; whether that is the station's stands in the office's list of stations.
        Raises Refused place.*.
        """
        where = self._settings.office.inbox.strip() or str(self._home.inbox)
        place = open_place(self._home, where, self._settings.upward.endpoint)
        found: list[Receipt] = []
        try:
            for file in place.files(receipts.FOLDER):
                if file.name.startswith(f"{receipts.plain(self.office_id)}-") and file.name.endswith(receipts.ANSWER):
                    with suppress(Refused, NewerFormat):
                        found.append(receipts.from_bytes(
                            place.get(f"{receipts.FOLDER}/{file.name}", receipts.MAX_BYTES), file.name))
        finally:
            place.close()
        return sorted(found, key=lambda each: (each.number, each.station))

    @property
    def office_id(self) -> str:
        """As the stations see it."""
        return self._settings.station.id or self._identity.public[:16]

    @property
    def _folder(self) -> Path:
        return self._home.outbox / "down"

    @property
    def _counter(self) -> Path:
        return self._folder / "numbers.json"

    def _check(self, letters: Sequence[Path], messages: Sequence[NewMessage]) -> None:
        if not letters and not messages:
            raise Refused("down.nothing", "neither a letter nor a message was given")
        if max(len(letters), len(messages)) > MOST:
            raise Refused("down.too_many", f"at most {MOST} letters and {MOST} messages go into one package", most=MOST)
        for path in (*letters, *(each.path for each in messages)):
            if not path.is_file():
                raise Refused("down.file", f"{path} is not a file", name=path.name)
        for each in messages:
            if each.kind not in SENT_KINDS:
                raise Refused("down.message_kind", f"{each.kind!r} is none of {', '.join(SENT_KINDS)}", kind=each.kind)

    def _letters(self, letters: Sequence[Path], note: str, said: list[LetterOrder | MessageOrder]) -> list[Member]:
        members: list[Member] = []
        for count, path in enumerate(letters):
            name = entry_name("letters", f"{count + 1:03d}-{path.name}")
            if not entry_allowed(name, DOWN):
                raise Refused("down.letter_kind", f"{path.name} is no kind of file a letter has", name=path.name)
            said.append(LetterOrder(name, one_line(path.name), one_line(note)))
            members.append(file_member(name, path))
        return members

    def _messages(self, messages: Sequence[NewMessage], note: str, said: list[LetterOrder | MessageOrder],
                  stack: ExitStack) -> list[Member]:
        if not messages:
            return []
        # Decoders are loaded by whoever sends a sound.
        from broadcaster.library.house import made
        from broadcaster.library.source_file import opened

        found: dict[str, Member] = {}
        for each in messages:
            file = stack.enter_context(opened(each.path))
            sound = stack.enter_context(made(file, each.path.name, self._home.run, self._settings.audio.target_lufs))
            name = f"messages/{sound.sha256}.flac"
            said.append(MessageOrder(name, one_line(each.title) or one_line(each.path.stem), each.kind,
                                     note=one_line(note)))
            found[name] = file_member(name, sound.file, packed=False)
        return list(found.values())

    def _manifest(self, number: int, previous: str, to: Sequence[str]) -> Manifest:
        station = self._settings.station
        sender = Sender(self.office_id, station.name, station.commune, station.province,
                        station.superior)
        return Manifest(DOWN, sender, "", number, previous, format_time(self._clock.now()), (), 0, 0, GENESIS, GENESIS,
                        (), tuple(to), __version__)

    def _before(self) -> dict[str, Any]:
        """Of the newest package. Raises Refused("down.history_lost"): a number given twice would be refused by all."""
        try:
            found = json.loads(self._counter.read_text("utf-8"))
            return {"number": int(found["number"]), "sha256": str(found["sha256"])}
        except FileNotFoundError as error:
            if not list(self._folder.glob(f"*{SUFFIX}")):
                return {"number": 0, "sha256": GENESIS}
            raise self._lost() from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._lost() from error

    def _lost(self) -> Refused:
        return Refused("down.history_lost", f"{self._counter} is gone or damaged: which number comes next is not known",
                       path=str(self._counter))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = ProcessLock(self._home, "orders")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            yield
        finally:
            lock.release()
