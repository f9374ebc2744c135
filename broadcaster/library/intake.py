"""From a file somewhere to a cut in the station: read, made into house form, put in its place, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome, sync_folder, unwritable
from broadcaster.db.engine import Database
from broadcaster.library import edit_store, store
from broadcaster.library.checks import Checks
from broadcaster.library.model import Cut
from broadcaster.library.shape import Edit

if TYPE_CHECKING:
    from broadcaster.library.house import Made
    from broadcaster.library.pieces import Written


def place(connection: Connection, home: StationHome, made: Made, source: str, name: str, original_sha256: str,
          at: str) -> Cut:
    """Inside a unit of work: the finished files under their own names, and their rows. A known cut stays as it is."""
    known = store.cut(connection, made.sha256)
    if known is None or not home.audio(made.sha256).exists():
        _put(home, made.file, made.sha256)
    if known is not None:  # if its row was there and its file was lost: it is whole again
        return known
    checks = {} if made.checks is None else _compared(connection, made, made.checks).to_json()
    cut = Cut(made.sha256, made.frames, made.loudness.lufs, made.loudness.true_peak_db, source, name, made.waveform,
              checks)
    store.add_cut(connection, cut, original_sha256, at)
    edit_store.add_notes(connection, cut.sha256, checks, made.prints[0] if made.prints else b"", made.cover)
    if made.edit is not None and made.ends is not None:
        place_ends(connection, home, cut.sha256, made.edit, made.ends)
    return cut


def _compared(connection: Connection, made: Made, checks: Checks) -> Checks:
    """Whether the same recording is here already, out of another file."""
    from broadcaster.library import fingerprints

    reach = round(fingerprints.MOST_UNLIKE_SECONDS * RATE)
    known = edit_store.prints(connection, made.frames - reach, made.frames + reach, made.sha256) \
        if made.prints else []
    near = fingerprints.nearest(made.prints, [print_ for _, print_ in known])
    if near is None:
        return checks
    return replace(checks, near_sha256=known[near.index][0], near_share=near.share,
                   warnings=(*checks.warnings, "near_duplicate"))


def place_shaped(connection: Connection, home: StationHome, old: Cut, sound: Written, at: str) -> Cut:
    """Like `place`, for another shape of a cut: it comes from the same file, and what was found there holds."""
    known = store.cut(connection, sound.sha256)
    if known is None or not home.audio(sound.sha256).exists():
        _put(home, sound.file, sound.sha256)
    if known is not None:
        return known
    cut = replace(old, sha256=sound.sha256, frames=sound.frames, lufs=sound.loudness.lufs,
                  true_peak_db=sound.loudness.true_peak_db, waveform=sound.waveform)
    store.add_cut(connection, cut, edit_store.original_of(connection, old.sha256), at)
    edit_store.copy_notes(connection, old.sha256, cut.sha256)
    if sound.edit is not None and sound.ends is not None:
        place_ends(connection, home, cut.sha256, sound.edit, sound.ends)
    return cut


def place_ends(connection: Connection, home: StationHome, cut_sha256: str, edit: Edit, ends: Path) -> None:
    """What was taken off a new cut, kept beside it."""
    if not home.audio(edit.ends_sha256).exists():
        _put(home, ends, edit.ends_sha256)
    edit_store.add_edit(connection, cut_sha256, edit)


def _put(home: StationHome, file: Path, sha256: str) -> None:
    target = home.audio(sha256)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
        target.chmod(0o644)
        sync_folder(target.parent)
    except OSError as error:
        raise unwritable(target, error) from error


@contextmanager
def storing(database: Database, home: StationHome, made: Made | Written, *kinds: str) -> Iterator[Connection]:
    """A unit of work that places files: if it fails, those that were not there before go too."""
    new: list[str] = []
    try:
        with database.write(*kinds) as connection:
            # One that lies there unknown may be needed: a plan can name it that an older database does not know.
            hashes = [made.sha256, *([made.edit.ends_sha256] if made.edit is not None else [])]
            new += [sha256 for sha256 in hashes if not home.audio(sha256).exists()]
            yield connection
    except BaseException:
        if new:
            _take_away(database, home, new)
        raise


def _take_away(database: Database, home: StationHome, hashes: Sequence[str]) -> None:
    """Under the lock again: another import may be placing the very same sound. If that fails too, they are strays."""
    with suppress(BroadcasterError, OSError), database.write() as connection:
        for sha256 in hashes:
            if store.cut(connection, sha256) is None and not edit_store.ends_in_use(connection, sha256):
                home.audio(sha256).unlink(missing_ok=True)
