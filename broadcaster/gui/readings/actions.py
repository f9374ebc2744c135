"""What the buttons of the readings do to the station's lexicon; each change can be taken back by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from broadcaster.base.vietnamese import fold
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.readings.model import LEXICON, Heard, LexiconRow
from broadcaster.speech.lexicon_file import Entry, Imported, Lexicon
from broadcaster.speech.normalise import normalise
from broadcaster.wiring import App

_SECONDS = len("2026-11-21T05:17:42")


@dataclass(frozen=True)
class Change:
    """The words a step changed, as they were before; None: they were not there."""

    before: Mapping[str, Entry | None]
    at: str = ""
    """When, ISO 8601."""
    gone: tuple[str, ...] = ()
    """Words it took out."""
    imported: Imported | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Span:
    """Sounds made in this time say these words in a way that holds no more."""

    words: tuple[str, ...]
    since: str
    until: str


def listing(app: App, words: str = "") -> list[LexiconRow]:
    """The station's readings; `words`: found without accents, in any column. Raises Refused: lexicon.unreadable."""
    wanted = fold(words).split()
    return [LexiconRow(entry) for entry in _lexicon(app).entries()
            if all(word in fold(f"{entry.written} {entry.spoken} {entry.note}") for word in wanted)]


def learn(app: App, written: str, spoken: str, note: str = "", *, instead_of: str = "") -> Change:
    """Teach a reading; `instead_of`: the written form it had before, which goes. Raises Refused: lexicon.*, disk.*."""
    def act(lexicon: Lexicon) -> None:
        made = lexicon.learn(written, spoken, on_duty(app), note)
        if instead_of and instead_of != made.written:
            lexicon.put({instead_of: None})

    return _changing(app, act)


def forget(app: App, written: Sequence[str]) -> Change:
    """Take words out; those that are gone already do not matter. Raises Refused: lexicon.unreadable, disk.*."""
    return _changing(app, lambda lexicon: lexicon.put(dict.fromkeys(written)))


def forget_spoken(app: App, written: str) -> Change:
    """Take out what a word of a text was read by: in the text it may stand in capitals."""
    names = [row.id for row in listing(app) if written in (row.id, row.id.lower()) or written.lower() == row.id]
    return forget(app, names)


def bring_in(app: App, path: Path, *, instead: bool = False) -> Change:
    """Words from a file; the report is in `imported`. Raises Refused: lexicon.*, disk.*."""
    report: list[Imported] = []
    change = _changing(app, lambda lexicon: report.append(lexicon.import_file(path, on_duty(app), replace=instead)))
    return replace(change, imported=report[0])


def take_out(app: App, path: Path) -> int:
    """Write all words into a file; returns how many. Raises Refused: lexicon.unreadable, disk.*."""
    return _lexicon(app).export(path)


def undo(app: App, change: Change) -> None:
    """As it was before this change; what was changed elsewhere since stays."""
    _lexicon(app).put(change.before)


def old_readings(app: App, made_at: str, items: Sequence[Heard], spans: Sequence[Span]) -> tuple[str, ...]:
    """Words of a text that a sound made at `made_at` reads in the old way.

    `spans`: what was taken back or taken out while this window was open; a word that was taught tells its own time.
    """
    if not made_at:
        return ()
    learnt = {entry.written: entry.added_at for entry in _lexicon(app).entries()}
    found = []
    for item in items:
        names = {item.written, item.written.lower()}
        # A lexicon that says what the rules say anyway changes no sound.
        own = item.kind == LEXICON and normalise(item.written) != item.spoken
        later = own and any(learnt.get(name, "")[:_SECONDS] > made_at[:_SECONDS] for name in names)
        if later or any(span.since <= made_at < span.until and names & set(span.words) for span in spans):
            found.append(item.written)
    return tuple(dict.fromkeys(found))


def _changing(app: App, act: Callable[[Lexicon], object]) -> Change:
    lexicon = _lexicon(app)
    before = {entry.written: entry for entry in lexicon.entries()}
    act(lexicon)
    after = {entry.written: entry for entry in lexicon.entries()}
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return Change({name: before.get(name) for name in changed}, app.clock.now().isoformat(timespec="seconds"),
                  tuple(name for name in changed if name not in after))


def _lexicon(app: App) -> Lexicon:
    lexicon = app.speech.lexicon
    assert lexicon is not None, "the station always has one"
    return lexicon
