"""Files in: each is copied, verified, kept, merged; in batches, so that thousands a night need few units of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

from broadcaster.aggregation.office import store
from broadcaster.aggregation.office.bulk import add_missing
from broadcaster.aggregation.office.merge import UNWANTED, Kept, Merger
from broadcaster.aggregation.office.model import PackageState, Refusal, Result, Statement
from broadcaster.aggregation.office.month_sums import refresh_months
from broadcaster.aggregation.office.shelf import Shelf
from broadcaster.aggregation.office.statements import read_statement
from broadcaster.aggregation.office.texts import sentence
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.db.office import OfficeDatabase
from broadcaster.db.office_schema import package

if TYPE_CHECKING:
    from concurrent.futures import Future

_BATCH, _BATCH_ROWS = 500, 40_000
"""Packages in one unit of work, and airings: a package of ten years fills one by itself."""
_AHEAD = 200
"""Files the helpers work on while a batch is gathered."""
_AGAIN = 50
"""Packages judged anew in one unit of work: they are opened one by one."""
_WRITES = ("package", "airing", "station")
Told = Callable[[Result], None]


@dataclass(frozen=True)
class _Looked:
    """One file, verified or refused."""

    name: str
    incoming: Path | None
    found: Statement | Refusal | None = None


class Intake:
    """Takes packages in. One at a time: the database allows one writer."""

    def __init__(self, database: OfficeDatabase, shelf: Shelf, clock: Clock, workers: int = 1) -> None:
        """`workers`: processes that verify; 1 is ours alone, right for a few files."""
        self._database = database
        self._shelf = shelf
        self._clock = clock
        self._workers = workers

    def take(self, files: Iterable[Path], told: Told = lambda _: None) -> list[Result]:
        """What became of each file, in order; `told` hears of each as soon as it is durable. Never leaves half of one.

        Raises what concerns all of them: office.unreachable, disk.*.
        """
        results: list[Result] = []
        for looked in _gathered(self._look_at_all(files)):
            results += self._settle(looked, told)
        results += self.go_on(told)
        return results

    def go_on(self, told: Told = lambda _: None) -> list[Result]:
        """Merge what came early and can be merged now; make the stale sums anew."""
        results: list[Result] = []
        while True:
            with self._database.read() as c:
                keys = store.early_ready(c)
            found = [result for key in keys for result in self.again(key, told)]
            moved = [result for result in found if result.state is not PackageState.EARLY]
            results += moved
            if not moved:
                break
        refresh_months(self._database)
        return results

    def again(self, key: str, told: Told = lambda _: None, *, first: int = 0, settling: bool = False) -> list[Result]:
        """Judge anew what is kept of one key, in order of number: after a decision, or when a gap was filled.

        `first`: the package (ref) that comes before all others; `settling` as in Merger.
        """
        with self._database.read() as c:
            waiting = store.open_packages(c, key)
        chosen = [line for line in waiting if line.ref == first]
        others = [line for line in waiting if line.ref != first]
        results: list[Result] = []
        for batch in [chosen, *_batches(iter(others))]:
            kept: list[Kept] = []
            for line in batch:
                try:
                    statement = read_statement(self._shelf.path(line.file), self._clock.now(), line.file)
                    kept.append(Kept(statement, line.file, line.file))
                except BroadcasterError as refusal:  # damaged on our own disk since
                    results.append(Result(line.file, PackageState.REFUSED, refusal.code, refusal.facts, refusal.text,
                                          line.sender_id, line.number, sha256=line.sha256))
            results += self._merge(kept, told, settling)
        return results

    def _settle(self, batch: Sequence[_Looked], told: Told) -> list[Result]:
        kept: dict[int, Kept] = {}
        results: dict[int, Result] = {}
        for place, looked in enumerate(batch):
            found = looked.found
            if isinstance(found, Refusal):
                results[place] = self._refuse(looked, found)
                told(results[place])
            elif found is not None and looked.incoming is not None:
                kept[place] = Kept(found, self._shelf.keep(looked.incoming, found.manifest, found.sha256), looked.name)
        merged = dict(zip(kept, self._merge(list(kept.values()), told), strict=True))
        for place, result in merged.items():
            if result.code in UNWANTED:
                self._shelf.drop(kept[place].file)
        results |= merged
        return [results[place] for place in sorted(results)]

    def _merge(self, kept: list[Kept], told: Told, settling: bool = False) -> list[Result]:
        """One unit of work; where the database refuses the batch, each by itself, so that one cannot stop the rest."""
        if not kept:
            return []
        try:
            results = self._merge_once(kept, settling)
        except DBAPIError as error:
            if len(kept) > 1:
                return [result for each in kept for result in self._merge([each], told, settling)]
            results = [self._not_merged(kept[0], error)]
        for result in results:
            told(result)
        return results

    def _merge_once(self, kept: list[Kept], settling: bool) -> list[Result]:
        with self._database.write(*_WRITES) as c:
            merger = Merger(c, format_time(self._clock.now()), self._shelf, settling=settling)
            results = merger.merge(kept)
            merger.finish()
        return results

    def _not_merged(self, kept: Kept, error: DBAPIError) -> Result:
        manifest = kept.statement.manifest
        facts = {"station": manifest.sender.id, "number": manifest.number,
                 "problem": str(error.orig).splitlines()[0][:200]}
        return Result(kept.name, PackageState.REFUSED, "merge.not_merged", facts,
                      sentence("merge.not_merged", facts), manifest.sender.id, manifest.number,
                      sha256=kept.statement.sha256)

    def _refuse(self, looked: _Looked, refusal: Refusal) -> Result:
        """Said in the list of packages, once for each file however often it comes."""
        sha256 = ""
        if looked.incoming is not None and looked.incoming.exists():
            size = looked.incoming.stat().st_size
            sha256, file = self._shelf.refuse(looked.incoming)
            with self._database.write("package") as c:
                add_missing(c, package, [{
                    "ref": store.next_ref(c, package), "sha256": sha256, "state": str(PackageState.REFUSED),
                    "code": refusal.code, "facts": {**refusal.facts, "name": looked.name}, "file": file, "size": size,
                    "received_at": format_time(self._clock.now())}])
        return Result(looked.name, PackageState.REFUSED, refusal.code, refusal.facts, refusal.text, sha256=sha256)

    def _look_at_all(self, files: Iterable[Path]) -> Iterator[_Looked]:
        now = self._clock.now()
        copied = (self._copy(source) for source in files)
        if self._workers <= 1:
            for each in copied:
                yield _look_here(each, now)
            return
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # "spawn": the window's threads and the database's lines must not be copied into the workers.
        with ProcessPoolExecutor(self._workers, get_context("spawn")) as pool:
            running: list[tuple[_Looked, Future[Statement | Refusal] | None]] = []
            for each in copied:
                running.append((each, pool.submit(look, each.incoming, now, each.name) if each.incoming else None))
                if len(running) >= _AHEAD:
                    yield _finished(*running.pop(0))
            for looked, future in running:
                yield _finished(looked, future)

    def _copy(self, source: Path) -> _Looked:
        try:
            return _Looked(source.name, self._shelf.take_in(source))
        except BroadcasterError as refusal:
            if refusal.code.startswith("disk."):  # our own disk: no verdict on one file
                raise
            return _Looked(source.name, None, Refusal(refusal.code, refusal.text, refusal.facts))


def look(incoming: Path, now: datetime, name: str) -> Statement | Refusal:
    """Verify one file: its statement, or why it is none, in the words of whoever gave it: they know its name."""
    try:
        return read_statement(incoming, now, name)
    except BroadcasterError as refusal:
        facts = {key: value.replace(incoming.name, name) if isinstance(value, str) else value
                 for key, value in refusal.facts.items()}
        return Refusal(refusal.code, refusal.text.replace(incoming.name, name), facts)


def _look_here(copied: _Looked, now: datetime) -> _Looked:
    return replace(copied, found=look(copied.incoming, now, copied.name)) if copied.incoming else copied


def _finished(looked: _Looked, future: Future[Statement | Refusal] | None) -> _Looked:
    return replace(looked, found=future.result()) if future else looked


def _gathered(items: Iterator[_Looked]) -> Iterator[list[_Looked]]:
    batch: list[_Looked] = []
    rows = 0
    for each in items:
        batch.append(each)
        rows += each.found.airings if isinstance(each.found, Statement) else 0
        if len(batch) >= _BATCH or rows >= _BATCH_ROWS:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _batches(items: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(items, _AGAIN)):
        yield batch
