"""Filters worth a name: some that every station needs, and those a person kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QMenu

from broadcaster.gui.library import filters
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.library.model import Filter, State

_MEMORY = "library/saved"
_MOST = 12
Use = Callable[[Filter], object]


def ready_made() -> list[tuple[str, Filter]]:
    """(words, filter): what the office asks for again and again."""
    translate = QCoreApplication.translate
    soon = filters.with_chosen(Filter(), "validity", ("expiring",))
    return [
        (translate("Library", "Waiting for approval"), Filter(states=(State.SUBMITTED, State.CHECKED))),
        (translate("Library", "Drafts and given back"), Filter(states=(State.DRAFT, State.RETURNED))),
        (translate("Library", "Expires soon"), soon),
        (translate("Library", "Never aired"), Filter(never_aired=True)),
        (translate("Library", "With warnings"), Filter(has_warnings=True)),
        (translate("Library", "Withdrawn, superseded, archived"),
         Filter(states=(State.WITHDRAWN, State.SUPERSEDED, State.ARCHIVED))),
    ]


class SavedFilters:
    """A name is made of the chips themselves, so that nothing has to be typed."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def kept(self) -> list[Filter]:
        """Oldest first."""
        try:
            texts = json.loads(str(self._memory.value(_MEMORY, "[]")))
        except ValueError:
            return []
        return [filters.from_text(text) for text in texts if isinstance(text, str)] if isinstance(texts, list) else []

    def keep(self, asked: Filter) -> None:
        self._write([*(item for item in self.kept() if item != asked), asked][-_MOST:])

    def forget(self, asked: Filter) -> None:
        self._write([item for item in self.kept() if item != asked])

    def fill(self, menu: QMenu, now: Filter, vocabulary: Vocabulary, use: Use) -> None:
        """Put everything into a menu; `now` can be kept or forgotten."""
        translate = QCoreApplication.translate
        for words, asked in ready_made():
            same_order = replace(asked, sort=now.sort, descending=now.descending)
            menu.addAction(words[:1].upper() + words[1:], partial(use, same_order))
        kept = self.kept()
        if kept:
            menu.addSeparator()
        for asked in kept:
            words = " · ".join(text for _, text in filters.chips(asked, vocabulary))
            menu.addAction(words.replace("&", "&&"), partial(use, asked))
        menu.addSeparator()
        if now in kept:
            menu.addAction(translate("Library", "Forget this filter"), partial(self.forget, now))
        else:
            action = menu.addAction(translate("Library", "Keep this filter"), partial(self.keep, now))
            action.setEnabled(filters.narrowed(now))

    def _write(self, kept: list[Filter]) -> None:
        self._memory.setValue(_MEMORY, json.dumps([filters.as_text(item) for item in kept], ensure_ascii=False))
