"""The columns of the library's list: what they say, how they sort, which go first when there is no room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text
from broadcaster.gui.library.model import (
    STATE_TONES,
    CartRow,
    day_words,
    kind_words,
    loudness_text,
    origin_words,
    state_words,
    updated_text,
    validity_tone,
    warning_count,
)
from broadcaster.gui.library.vocabulary import Vocabulary
from broadcaster.gui.widgets.paged import Column

TITLE_ROOM = 330
"""Pixels the title keeps before other columns may stay."""


@dataclass
class Words:
    """What the columns need to know of the station; set at every visit."""

    vocabulary: Vocabulary
    today: str = ""

    def of(self, name: str, value: str) -> str:
        return self.vocabulary.words(name, value) if value else ""

    def many(self, name: str, values: tuple[str, ...]) -> str:
        return ", ".join(self.of(name, value) for value in values)


@dataclass(frozen=True)
class CartColumn:
    """One column, its order for the service ("" = cannot be sorted by), and whether it shows at first."""

    name: str
    column: Column
    sort: str = ""
    shown: bool = True
    keep: int = 0
    """The higher, the longer it stays in a narrow list."""


def cart_columns(words: Words) -> list[CartColumn]:
    """All of them; the first takes what room is left."""
    translate = QCoreApplication.translate
    return [
        CartColumn("title", Column(translate("Library", "Title"), lambda item: item.cart.title, 0), "title", True, 99),
        CartColumn("kind", Column(translate("Library", "Kind"), lambda item: kind_words(str(item.cart.kind)), 112),
                   "kind", True, 5),
        CartColumn("category", Column(translate("Library", "Category"),
                                      lambda item: words.of("category", item.cart.category), 150),
                   "category", False, 2),
        CartColumn("seconds", Column(translate("Library", "Length"), lambda item: clock_text(item.cart.cut.seconds),
                                     108, digits=True), "seconds", True, 7),
        CartColumn("lufs", Column(translate("Library", "Loudness"), lambda item: loudness_text(item.cart), 116,
                                  digits=True), "lufs", False, 1),
        CartColumn("state", Column(translate("Library", "State"), lambda item: state_words(item.cart.state), 138,
                                   tone=lambda item: STATE_TONES[item.cart.state]), "", True, 8),
        CartColumn("valid_until", Column(translate("Library", "May air until"),
                                         lambda item: day_words(item.cart.valid_until), 152,
                                         tone=lambda item: validity_tone(item.cart, words.today)),
                   "valid_until", True, 4),
        CartColumn("directive", Column(translate("Library", "Directive"), lambda item: item.number, 158), "", True, 3),
        CartColumn("updated", Column(translate("Library", "Changed"), lambda item: updated_text(item.cart), 112,
                                     digits=True), "updated", True, 3),
        *_more_columns(words),
    ]


def _more_columns(words: Words) -> list[CartColumn]:
    translate = QCoreApplication.translate
    return [
        CartColumn("checks", Column(translate("Library", "Warnings"), _warned, 96,
                                    tone=lambda item: "wait" if warning_count(item.cart) else ""), "", False, 2),
        CartColumn("artist", Column(translate("Library", "Artist"), lambda item: item.cart.artist, 140), "", False),
        CartColumn("origin", Column(translate("Library", "Origin"), lambda item: origin_words(item.cart.origin), 150),
                   "", False),
        CartColumn("language", Column(translate("Library", "Language"),
                                      lambda item: words.of("language", item.cart.language), 112), "", False),
        CartColumn("rights", Column(translate("Library", "Rights"),
                                    lambda item: words.of("rights", item.cart.rights), 140), "", False),
        CartColumn("zones", Column(translate("Library", "Zones"),
                                   lambda item: words.many("zone", item.cart.zones), 130), "", False),
        CartColumn("dayparts", Column(translate("Library", "Time of day"),
                                      lambda item: words.many("daypart", item.cart.dayparts), 130), "", False),
        CartColumn("author", Column(translate("Library", "Made by"), lambda item: item.cart.author, 150), "", False),
        CartColumn("created", Column(translate("Library", "Added"), _created, 112, digits=True), "created", False),
    ]


def _warned(item: CartRow) -> str:
    count = warning_count(item.cart)
    return str(count) if count else ""


def _created(item: CartRow) -> str:
    return f"{parse_time(item.cart.created_at):%d/%m/%Y}" if item.cart.created_at else ""
