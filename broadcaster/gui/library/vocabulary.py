"""What an item's fields may say here, in words: categories, languages, zones, rights. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.library.model import kinds, origin_words, state_words
from broadcaster.library.model import State
from broadcaster.wiring import App

Options = tuple[tuple[str, str], ...]
"""(value, words) in the order to show."""


@dataclass(frozen=True)
class Vocabulary:
    """Options by the name of the cart's field."""

    options: dict[str, Options] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    """What a category takes in, by its key."""

    def of(self, name: str) -> Options:
        return self.options.get(name, ())

    def words(self, name: str, value: str) -> str:
        """The value itself when it is unknown: an older station's word must stay readable."""
        return next((words for key, words in self.of(name) if key == value), value)


def vocabulary(app: App) -> Vocabulary:
    """As the station is configured now."""
    library = app.library
    categories = library.categories()
    return Vocabulary({
        "kind": tuple(kinds()),
        "state": tuple((str(state), state_words(state)) for state in State),
        "origin": tuple((name, origin_words(name)) for name in ("superior", "own", "shipped")),
        "category": tuple((item.key, item.words) for item in categories),
        "language": tuple(library.languages().items()),
        "rights": tuple((item.key, item.words) for item in library.rights()),
        "daypart": tuple((item.key, item.words) for item in library.dayparts()),
        "zone": tuple((zone.name, zone.name) for zone in app.settings.zones),
    }, {item.key: item.hint for item in categories})


def without_words(name: str) -> str:
    """How a field that says nothing is called."""
    translate = QCoreApplication.translate
    return {
        "category": translate("Library", "no category yet"), "rights": translate("Library", "rights not stated"),
        "zone": translate("Library", "all zones"), "daypart": translate("Library", "any time of day"),
    }.get(name, "–")
