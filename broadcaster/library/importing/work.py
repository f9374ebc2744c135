"""One run of files at work: read by processes of their own, stored here one after another."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcaster.base.clock import Clock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.db.engine import Database
from broadcaster.library.importing import store
from broadcaster.library.importing.crew import Crew, hands_for
from broadcaster.library.importing.meter import Meter
from broadcaster.library.importing.model import FileState, ImportFile, ImportRun, Progress
from broadcaster.library.importing.reader import Reader, Unread
from broadcaster.library.model import Imported
from broadcaster.library.service import LibraryService

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FOR_ALL = ("disk.", "database.", "directive.", "import.", "home.", "cart.")
"""Refusals that would meet every other file as well: the run stops, nothing is blamed on the file."""
_GONE = {errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, getattr(errno, "ENOMEDIUM", errno.ENODEV),
         getattr(errno, "EREMOTEIO", errno.ENODEV)}
_HARMLESS = {"silent_head", "silent_tail"}
"""Silence at the ends is cut off, as nearly every recording needs it: nothing to look at."""
_DEAD_MEDIUM = 3
"""So many files in a row with a reading error, and it is the medium."""


class Work:
    """Goes through the files of `run` that wait."""

    def __init__(self, database: Database, library: LibraryService, clock: Clock, run: ImportRun, folder: Path,
                 target_lufs: float, tell: Callable[[ImportFile], object]) -> None:
        self._database = database
        self._library = library
        self._run = run
        self._folder = folder
        self._target = target_lufs
        self._tell = tell
        with database.read() as connection:
            self._files = store.files(connection, run.id, waiting_only=True)
        self._meter = Meter(self._files, clock)
        self._storing = threading.Lock()
        self._faulty: list[tuple[ImportFile, Unread]] = []
        """Reading errors in a row: the file's fault if another can be read after them, else the medium's."""
        self._aside: list[ImportFile] = []

    def go(self, progress: Callable[[Progress], object], cancelled: Callable[[], bool]) -> None:
        """Raises Refused as ImportService.go_on does."""
        crew = Crew(self._reader, self._do)
        crew.work(self._files, hands_for(len(self._files)), cancelled, lambda: progress(self._meter.state()))
        if cancelled():
            return
        if len(self._faulty) >= _DEAD_MEDIUM:
            self._aside += [file for file, _ in self._faulty]
        else:
            self._blame_files()
        if self._aside:
            place = str(self._aside[0].path.parent)
            raise Refused("import.source_gone", f"{place} is no longer there: {len(self._aside)} files wait",
                          path=place, left=len(self._aside))

    def _reader(self, number: int, over: Callable[[], bool]) -> Reader:
        # Not a name another has had: what a killed import left running clears its own folder when it ends.
        return Reader(self._folder / f"{os.getpid()}.{number}", self._target, over)

    def _do(self, reader: Reader, file: ImportFile) -> None:
        self._meter.moved(file.number, 0.0)
        try:
            self._bring_in(reader, file)
        except Unread as refusal:
            self._judge(file, refusal, refusal.errno)
        except Refused as refusal:
            if refusal.code != "import.cancelled":
                self._judge(file, refusal, 0)

    def _bring_in(self, reader: Reader, file: ImportFile) -> None:
        number = file.number
        original = reader.open(file.path, file.size, lambda share: self._meter.moved(number, share))
        known = self._library.known(original)
        if known is not None:
            self._settle(file, FileState.KNOWN, known.id, {"title": known.title})
            reader.drop()
            return
        sound = reader.make()
        wish = self._run.wish

        def note(connection: Connection, imported: Imported) -> None:
            store.settle(connection, self._run.id, number, *_verdict(imported))

        with self._storing:
            imported = self._library.take(
                sound, file.path, original, title=wish.title, kind=wish.kind, origin=wish.origin,
                category=wish.category, directive_id=wish.directive_id, by=self._run.by, note=note)
        self._settled(file, *_verdict(imported))
        reader.drop()

    def _judge(self, file: ImportFile, refusal: Refused, number: int) -> None:
        if refusal.code.startswith(_FOR_ALL):
            raise refusal
        if number in _GONE or (refusal.code in {"file.missing", "file.unreadable"} and _source_gone(file)):
            self._meter.put_aside(file.number)
            self._aside.append(file)
        elif number == errno.EIO:
            with self._storing:
                self._faulty.append((file, refusal))  # type: ignore[arg-type]
            self._meter.put_aside(file.number)
        else:
            self._refuse(file, refusal)

    def _blame_files(self) -> None:
        with self._storing:
            faulty, self._faulty = self._faulty, []
        for file, refusal in faulty:
            self._refuse(file, refusal)

    def _refuse(self, file: ImportFile, refusal: BroadcasterError) -> None:
        words = {"code": refusal.code, "text": refusal.text, "facts": _plain(refusal.facts)}
        self._settle(file, FileState.REFUSED, "", words)

    def _settle(self, file: ImportFile, state: FileState, cart_id: str, verdict: Mapping[str, object]) -> None:
        with self._storing, self._database.write("import_file") as connection:
            store.settle(connection, self._run.id, file.number, state, cart_id, verdict)
        self._settled(file, state, cart_id, verdict)

    def _settled(self, file: ImportFile, state: FileState, cart_id: str, verdict: Mapping[str, object]) -> None:
        self._meter.done(file.number)
        self._tell(replace(file, state=state, cart_id=cart_id, verdict=verdict))
        if state is not FileState.REFUSED and self._faulty:
            self._blame_files()  # the medium can be read


def _verdict(imported: Imported) -> tuple[FileState, str, dict[str, object]]:
    cart = imported.cart
    if imported.known:
        return FileState.KNOWN, cart.id, {"title": cart.title}
    state = FileState.WARNING if set(imported.warnings) - _HARMLESS else FileState.ACCEPTED
    return state, cart.id, {"title": cart.title, "seconds": round(cart.cut.seconds, 1),
                            "warnings": list(imported.warnings)}


def _source_gone(file: ImportFile) -> bool:
    """Not only this file: the folder it lay in, so the stick was pulled out or a share is down."""
    folder = file.path.parent
    try:
        # Where a stick was mounted an empty folder may stay.
        return not folder.is_dir() or (file.size > 0 and next(folder.iterdir(), None) is None)
    except ValueError:
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG  # such a one will never be there


def _plain(facts: Mapping[str, Any]) -> dict[str, object]:
    return {key: value if isinstance(value, (str, int, float, bool)) else str(value) for key, value in facts.items()}
