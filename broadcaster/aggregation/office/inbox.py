"""The inbox: a folder or a place stations put packages into; what was taken goes out of it, the answers go back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from broadcaster.aggregation import receipts
from broadcaster.aggregation.archive_format import LARGEST_FILE
from broadcaster.aggregation.model import SUFFIX, Receipt
from broadcaster.aggregation.office.model import PackageState, Result
from broadcaster.aggregation.office.shelf import Shelf
from broadcaster.aggregation.places.place import Place
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import write_atomic

_STAYS = ("merge.not_merged", "merge.too_many_waiting")
"""Verdicts after which a file is left in the inbox: nothing of it is safe here."""
_SAID = {PackageState.RECEIVED: receipts.RECEIVED, PackageState.SET_ASIDE: receipts.RECEIVED,
         PackageState.REFUSED: receipts.REFUSED}


class Answering:
    """Receipts: written here at once, carried to the place when it can be reached."""

    def __init__(self, shelf: Shelf, identity: Identity, clock: Clock) -> None:
        self._shelf = shelf
        self._identity = identity
        self._clock = clock

    @property
    def _unsent(self) -> Path:
        return self._shelf.receipts / "unsent"

    def write(self, result: Result, beside: Path | None = None) -> None:
        """`beside`: also into this folder, as on the stick the package came on. Raises disk.*, signing_key.*."""
        if not result.is_answered or not result.number:
            return
        receipt = Receipt(result.sha256, result.station, result.number, _SAID.get(result.state, receipts.WAITING),
                          result.code, dict(result.facts), at=format_time(self._clock.now()))
        name, data = receipts.file_name(result.station, result.number), receipts.to_bytes(receipt, self._identity)
        write_atomic(self._unsent / name, data)
        if beside is not None:
            write_atomic(beside / receipts.FOLDER / name, data)

    def carry(self, place: Place) -> int:
        """Put what is not yet there into the place's receipts/; gives how many. Raises place.*; the rest stays."""
        waiting = sorted(self._unsent.glob(f"*{receipts.SUFFIX}"))
        for path in waiting:
            place.put(f"{receipts.FOLDER}/{path.name}", path)
            path.replace(self._shelf.receipts / path.name)
        return len(waiting)


class Inbox:
    """One round through the place."""

    def __init__(self, place: Place, shelf: Shelf, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._place = place
        self._cancelled = cancelled
        self._shelf = shelf
        self.problem: BroadcasterError | None = None
        """What ended the round early, or kept one file out; said after everything else was done."""

    def files(self) -> Iterator[Path]:
        """Packages one after the other, each fetched when it is asked for."""
        folder = self._shelf.root / "fetched"
        for file in self._place.files():
            if self._cancelled():
                return
            if not file.name.endswith(SUFFIX):
                continue
            if file.size > LARGEST_FILE:
                self.problem = Refused("package.too_large", f"{file.name} is larger than a package can be",
                                       name=file.name)
                continue
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / Path(file.name).name
            try:
                self._place.fetch(file.name, target, LARGEST_FILE)
            except BroadcasterError as refusal:
                self.problem = refusal
                if refusal.code in {"place.missing", "place.too_large"}:
                    continue
                return
            yield target
            target.unlink(missing_ok=True)

    def settle(self, result: Result) -> None:
        """It is durable here now: out of the inbox with it."""
        if result.code in _STAYS or not result.sha256 or "/" in result.name or not result.name.endswith(SUFFIX):
            return  # nothing of it is kept here
        with suppress(BroadcasterError):  # it is found again next time, and known
            self._place.remove(result.name)
