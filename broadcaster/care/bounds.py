"""What may not grow without end: logs, scratch files, what can be made again. Journal and trail are evidence and are
never touched here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from broadcaster.base.clock import Clock, unix
from broadcaster.base.paths import StationHome

LOGS_BYTES = 60_000_000
"""All of logs/ together."""
WORDS_BYTES = 2_000_000
"""One file of child processes' own words; the program's logs bound themselves at 1 MB and four older ones."""
WORDS_KEPT = 250_000
_SCRATCH_AGE = timedelta(days=1)
_SCRATCH = (".tmp", ".part")


def bound_logs(home: StationHome) -> int:
    """Cut overlong files to their end and drop the oldest; returns bytes freed. Never raises."""
    before = _size(_files(home.logs))
    for path in _files(home.logs):
        if _bytes(path) > WORDS_BYTES:
            _keep_end(path)
    left = _size(_files(home.logs))
    for path in sorted(_files(home.logs), key=_age):
        if left <= LOGS_BYTES:
            break
        if path.suffix in {".log", ".stderr", ".crash"}:
            continue  # somebody writes to it
        left -= _bytes(path)
        with contextlib.suppress(OSError):
            path.unlink()
    return max(0, before - _size(_files(home.logs)))


def drop_scratch(home: StationHome, clock: Clock) -> int:
    """Half-written files a power cut left behind; returns bytes freed."""
    beside = (path for folder in (home.root, *_folders(home.root)) for path in _files(folder)
              if path.name.startswith(".") and path.name.endswith(".tmp"))  # as base.paths.write_atomic calls them
    scratch = (path for path in _files(home.run, deep=True) if path.name.endswith(_SCRATCH))
    return _drop(path for path in {*beside, *scratch}
                 if unix(clock.now()) - _age(path) > _SCRATCH_AGE.total_seconds())


def drop_what_can_be_made_again(home: StationHome) -> int:
    """Voiced sentences and older logs; returns bytes freed. They come back by themselves when they are needed."""
    older = (path for path in _files(home.logs) if ".log." in path.name)
    return _drop([*_files(home.root / "voices" / "cache", deep=True), *older])


def _drop(paths: Iterable[Path]) -> int:
    freed = 0
    for path in list(paths):
        size = _bytes(path)
        with contextlib.suppress(OSError):
            path.unlink()
            freed += size
    return freed


def _keep_end(path: Path) -> None:
    """In place: whoever writes to it has it open, at its end."""
    with contextlib.suppress(OSError), path.open("r+b") as file:
        file.seek(-WORDS_KEPT, 2)
        end = file.read()
        file.seek(0)
        file.write(b"(the beginning was cut off)\n" + end)
        file.truncate()


def _files(folder: Path, *, deep: bool = False) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in (folder.rglob("*") if deep else folder.iterdir())
                if path.is_file() and not path.is_symlink()]
    return []


def _folders(root: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in root.iterdir() if path.is_dir() and not path.is_symlink() and path.name != "run"]
    return []


def _size(paths: Iterable[Path]) -> int:
    return sum(map(_bytes, paths))


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
