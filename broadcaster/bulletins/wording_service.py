"""The wording of a station's bulletins: read it, try it on a sample, store it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.settings import StationSection
from broadcaster.bulletins import store
from broadcaster.bulletins.officialese import load_officialese
from broadcaster.bulletins.sample import preview
from broadcaster.bulletins.template_file import Line, Place, Value, check_line, lines, save_lines, with_changes
from broadcaster.bulletins.wording import own_words
from broadcaster.db.engine import Database


class WordingService:
    """Use cases of the wording dialog; `home` holds templates/bulletin.toml."""

    def __init__(self, database: Database, home: Path, station: StationSection, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._station = station
        self._clock = clock

    def lines(self) -> list[Line]:
        """Every line, the station's own and the shipped. Raises Refused("template.broken")."""
        return lines(self._home)

    def preview(self, changes: Mapping[Place, Value | None], kind: str) -> str:
        """A sample bulletin in the words as they would be. Raises Refused: template.*."""
        for (_, name), value in changes.items():
            if value is not None:
                check_line(name, value)
        words = with_changes(own_words(self._home), changes)
        return preview(words, load_officialese(self._home), self._station, kind)

    def save(self, changes: Mapping[Place, Value | None], by: str = "") -> None:
        """Store these lines; None goes back to the shipped words. Raises Refused: template.*, and stores nothing."""
        for kind in ("", "tin", "bai", "thong_bao"):
            self.preview(changes, kind)
        save_lines(self._home, changes)
        changed = [".".join(filter(None, place)) for place in changes]
        with self._database.write("audit") as connection:
            store.audit(connection, format_time(self._clock.now()), by, "template.save", "template:bulletin",
                        lines=changed)
