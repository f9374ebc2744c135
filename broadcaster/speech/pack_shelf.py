"""Voice packs on this station's disk: looked at, installed whole or not at all, put away with a way back."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import sync_folder, unwritable, write_atomic
from broadcaster.speech.model import Pack
from broadcaster.speech.pack_source import PackSource, opened
from broadcaster.speech.voices.pack import (
    MOST_BYTES,
    MOST_TEXT_BYTES,
    RECORD,
    broken,
    described,
    digest,
    installed,
    is_paper,
    pair,
)
from broadcaster.speech.voices.piper import packs_in

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]
_COPYING, _CHECKED = 0.8, 0.95
_MOST_PAPERS = 8
_DEAD_SECONDS = 3600


class PackShelf:
    """The folder `packs`, and `removed` beside it. Without a folder nothing can be installed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def packs(self) -> list[Pack]:
        return packs_in(self._folder) if self._folder is not None else []

    def removed(self) -> list[Pack]:
        """Put away, each name once."""
        return packs_in(self._away()) if self._folder is not None else []

    def look(self, path: Path) -> Pack:
        """What a pack says of itself. Raises Refused: speech.pack_*, file.*."""
        with opened(path) as source:
            return _looked(source)[2]

    def install(self, path: Path, try_out: Callable[[Path, str], None], progress: Progress | None = None,
                cancelled: Cancelled | None = None) -> Pack:
        """Copy, let it speak (`try_out(folder, name)`), put in its place. One of the same name is put away first.

        Raises Refused: speech.pack_*, file.*, disk.*.
        """
        folder = self._made()
        with opened(path) as source:
            model, papers, pack = _looked(source)
            for known in self.packs():
                if known.name == pack.name and known.sha256 == source.digest([model, f"{model}.json"]):
                    return known
            try:
                with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as work:
                    _swept(Path(work))
                    place = Path(work) / pack.name
                    made = _copied(source, model, papers, replace(pack), place, progress, cancelled)
                    _refuse_if(cancelled)
                    _spoken(try_out, Path(work), made)
                    _tell(progress, _CHECKED)
                    _refuse_if(cancelled)
                    self._put(place, made)
            except OSError as error:
                raise unwritable(folder, error) from error
        _tell(progress, 1.0)
        return made

    def remove(self, name: str) -> None:
        """To `removed`, where the newest of a name stays. Raises Refused: speech.pack_unknown, disk.*."""
        place = self._known(self.packs(), name, self._made())
        try:
            _moved(place, self._away())
        except OSError as error:
            raise unwritable(place, error) from error

    def restore(self, name: str) -> Pack:
        """Back from `removed`. Raises Refused: speech.pack_unknown, disk.*."""
        folder = self._made()
        place = self._known(self.removed(), name, self._away())
        try:
            if (folder / name).exists():  # the present one changes places with it
                _swapped(folder / name, place)
            else:
                place.rename(folder / name)
            sync_folder(folder)
        except OSError as error:
            raise unwritable(place, error) from error
        return next(pack for pack in self.packs() if pack.name == name)

    def _put(self, place: Path, made: Pack) -> None:
        assert self._folder is not None
        target = self._folder / made.name
        if target.exists():
            _moved(target, self._away())
        place.rename(target)
        sync_folder(self._folder)

    def _made(self) -> Path:
        if self._folder is None:
            raise Refused("speech.pack_unknown", "this station keeps no voice packs", name="")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        return self._folder

    def _away(self) -> Path:
        assert self._folder is not None
        return self._folder.parent / "removed"

    def _known(self, packs: list[Pack], name: str, folder: Path) -> Path:
        if name not in {pack.name for pack in packs}:
            raise Refused("speech.pack_unknown", f"there is no voice pack {name!r}", name=name)
        return folder / name


def _looked(source: PackSource) -> tuple[str, list[str], Pack]:
    model, description = pair(source.names())
    size = source.size(model)
    if size > MOST_BYTES:
        raise too_large(size)
    names = [name for name in source.names() if is_paper(name)][:_MOST_PAPERS]
    papers = {name: source.read(name, MOST_TEXT_BYTES).decode("utf-8", "replace") for name in names}
    return model, names, described(model, source.read(description, MOST_TEXT_BYTES), papers, size)


def _copied(source: PackSource, model: str, papers: list[str], pack: Pack, place: Path, progress: Progress | None,
            cancelled: Cancelled | None) -> Pack:
    place.mkdir()
    done, total = 0, max(1, pack.size)
    for name in (f"{model}.json", *papers, model):
        with (place / name).open("wb") as file:
            for block in source.blocks(name):
                _refuse_if(cancelled)
                done += len(block)
                if done > MOST_BYTES:
                    raise too_large(done)
                file.write(block)
                _tell(progress, min(1.0, done / total) * _COPYING)
            file.flush()
            os.fsync(file.fileno())
    made = replace(pack, size=(place / model).stat().st_size, sha256=digest(place / model))
    write_atomic(place / RECORD, (json.dumps(asdict(made), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))
    if installed(place) is None:
        raise broken("its description cannot be read back")
    return made


def _spoken(try_out: Callable[[Path, str], None], folder: Path, made: Pack) -> None:
    try:
        try_out(folder, made.name)
    except Refused as error:
        if error.code == "speech.no_engine":
            raise
        raise broken(str(error.facts.get("detail") or error.text)) from error


def _moved(place: Path, away: Path) -> None:
    """Into `away`; an older one of the name goes for good."""
    away.mkdir(parents=True, exist_ok=True)
    target = away / place.name
    if target.exists():
        shutil.rmtree(target)
    place.rename(target)


def _swapped(one: Path, other: Path) -> None:
    between = one.with_name(f".{one.name}.swap")
    one.rename(between)
    other.rename(one)
    between.rename(other)


def _refuse_if(cancelled: Cancelled | None) -> None:
    if cancelled is not None and cancelled():
        raise Refused("speech.pack_cancelled", "installing the voice pack was stopped")


def _tell(progress: Progress | None, share: float) -> None:
    if progress is not None:
        progress(share)


def too_large(size: int) -> Refused:
    return Refused("speech.pack_too_large", f"the voice pack has {size >> 20} MB, at most {MOST_BYTES >> 20} are taken",
                   mb=size >> 20, limit=MOST_BYTES >> 20)


def _swept(work: Path) -> None:
    """What an installation that was killed left beside `work`, up to 100 MB each, goes after an hour."""
    now = work.stat().st_mtime
    for left in work.parent.glob(".new-*"):
        with suppress(OSError):
            if left != work and now - left.stat().st_mtime > _DEAD_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
