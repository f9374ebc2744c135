"""Use cases of bringing many files in: one door for the window, the command line and the watched folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.base.room import require_room
from broadcaster.base.settings import Settings
from broadcaster.db.engine import Database
from broadcaster.library.importing import files, store
from broadcaster.library.importing.model import Found, FoundFile, ImportFile, ImportRun, Progress, Wish
from broadcaster.library.service import LibraryService
from broadcaster.library.source_file import shown_name

Tell = Callable[[ImportFile], object]
Shown = Callable[[Progress], object]


def _nothing(_: object) -> None:
    """Nobody wants to hear of it."""


def _never() -> bool:
    return False


class ImportService:
    """Runs of files: begun, interrupted, gone on with; what is done is never done twice."""

    def __init__(self, database: Database, home: StationHome, settings: Settings, clock: Clock,
                 library: LibraryService) -> None:
        self._database = database
        self._home = home
        self._settings = settings
        self._clock = clock
        self._library = library

    def files_of(self, paths: Sequence[Path]) -> Found:
        """The sound files behind what was chosen: folders walked, links not followed, any name taken as it is."""
        return files.files_of(paths)

    def start(self, paths: Sequence[Path], wish: Wish, by: str = "") -> str:
        """Note down what shall come in; nothing is read yet. Returns the run's id.

        Raises Refused: import.nothing, database.*, disk.full.
        """
        found = self.files_of(paths)
        if not found.files:
            names = ", ".join(shown_name(Path(path)) for path in paths[:3])
            raise Refused("import.nothing", f"there is no sound file in what was chosen: {names}")
        run_id = new_id()
        with self._database.write("import_run", "import_file") as connection:
            store.add_run(connection, run_id, self._now(), by, wish, found.files)
        return run_id

    def run(self, run_id: str) -> ImportRun:
        """Raises Refused("import.unknown")."""
        with self._database.read() as connection:
            found = store.run(connection, run_id)
        if found is None:
            raise Refused("import.unknown", f"no such import: {run_id}", id=run_id)
        return found

    def files(self, run_id: str) -> list[ImportFile]:
        """All files of a run with their verdicts, in the order they were given."""
        with self._database.read() as connection:
            return store.files(connection, run_id)

    def not_seen(self, found: Sequence[FoundFile], by: str) -> list[FoundFile]:
        """Those that were never part of a run of this person's, as they are now (path, size and time of change)."""
        with self._database.read() as connection:
            known = store.seen(connection, by)
        return [file for file in found if store.mark(file) not in known]

    def refused(self, found: Sequence[FoundFile], by: str) -> list[ImportFile]:
        """The refused files of this person's runs that still lie there as they are; the newest last."""
        with self._database.read() as connection:
            return store.refused(connection, by, {store.mark(file) for file in found})

    def unfinished(self) -> list[ImportRun]:
        """Runs that were stopped, by a person or a power cut, and that nobody works on now; oldest first."""
        with self._database.read() as connection:
            found = store.runs(connection, "running")
        return [run for run in found if self._free(run.id)]

    def cancel(self, run_id: str) -> ImportRun:
        """Give up what has not come in yet; what is in stays. Raises Refused: import.unknown, import.running."""
        run = self.run(run_id)
        with self._held(run_id):
            if run.state == "running":
                with self._database.write("import_run") as connection:
                    store.set_run(connection, run_id, "cancelled", self._now())
        self._lock_file(run_id).unlink(missing_ok=True)
        return self.run(run_id)

    def go_on(self, run_id: str, progress: Shown = _nothing, cancelled: Callable[[], bool] = _never,
              tell: Tell = _nothing) -> ImportRun:
        """Bring in what waits, every core at it, until all is done or `cancelled()`; then the run as it stands.

        `progress` is called on this thread, `tell` with every verdict on another. Raises Refused: import.unknown,
        import.running (another process is at it), import.source_gone, and what concerns all files alike: disk.*,
        database.*, directive.unknown. What is not done then waits to be gone on with.
        """
        from broadcaster.library.importing.work import Work

        self.run(run_id)
        self._home.create()
        self._sweep()
        require_room(self._home.root)
        with self._held(run_id):
            run = self.run(run_id)
            if run.waiting:
                with self._database.write("import_run") as connection:
                    store.set_run(connection, run_id, "running")
                work = Work(self._database, self._library, self._clock, run, self._folder(run_id),
                            self._settings.audio.target_lufs, tell)
                try:
                    work.go(progress, cancelled)
                finally:
                    shutil.rmtree(self._folder(run_id), ignore_errors=True)
            if not self.run(run_id).waiting:
                with self._database.write("import_run") as connection:
                    store.set_run(connection, run_id, "done", self._now())
        run = self.run(run_id)
        if run.state == "done":
            self._lock_file(run_id).unlink(missing_ok=True)
        return run

    def _folder(self, run_id: str) -> Path:
        return self._home.run / f"import.{run_id}"

    def _lock_file(self, run_id: str) -> Path:
        return self._home.run / f"import.{run_id}.lock"

    @contextmanager
    def _held(self, run_id: str) -> Iterator[None]:
        try:
            lock = ProcessLock(self._home, f"import.{run_id}")
        except Refused as refusal:
            if refusal.code != "process.running":
                raise
            raise Refused("import.running", "another window or program works on this import", id=run_id) from refusal
        try:
            yield
        finally:
            lock.release()

    def _free(self, run_id: str) -> bool:
        try:
            with self._held(run_id):
                return True
        except Refused as refusal:
            return refusal.code != "import.running"

    def _sweep(self) -> None:
        """What a killed import left in the folder of short-lived files."""
        try:
            left = [path for path in self._home.run.glob("import.*") if path.is_dir()]
        except OSError as error:
            raise unwritable(self._home.run, error) from error
        for folder in left:
            with suppress(Refused), self._held(folder.name.removeprefix("import.")):
                shutil.rmtree(folder, ignore_errors=True)

    def _now(self) -> str:
        return format_time(self._clock.now())
