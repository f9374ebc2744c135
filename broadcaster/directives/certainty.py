"""A field is at most as sure as the words it was read from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from broadcaster.directives import readers
from broadcaster.directives.model import Field, ParsedLetter
from broadcaster.directives.parse import parse_letter
from broadcaster.directives.readers import Reading
from broadcaster.directives.readers.child import Cancelled, Progress

_UNSURE_WORDS = 0.5
_SCANNED_FIGURES = 0.9
_FIGURES = frozenset({
    "number", "symbol", "issued_date", "based_on", "also_cited", "campaign_start", "campaign_end", "airing_frequency",
    "report_due", "hotlines", "links", "contact", "archive_line",
})
"""Fields of digits: a recogniser that is sure of a digit may still be wrong, and nothing around it tells."""


def read_and_parse(path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None) -> ParsedLetter:
    """A letter's file to its fields. Raises Refused with a letter.* code; `progress(done, total)` counts pages."""
    reading = readers.read_letter(path, progress, cancelled)
    return believed(parse_letter(reading.text), reading)


def believed(letter: ParsedLetter, reading: Reading) -> ParsedLetter:
    """The letter with no field surer than its source: unsure words below the mark that asks for a look."""
    if not reading.unsure and not reading.scanned:
        return letter
    # The parser may have put the text into order; ranges of another text would point anywhere.
    unsure = reading.unsure if letter.text == reading.text else ((0, len(letter.text)),) if reading.unsure else ()
    fields = {name: _believed(name, field, unsure, reading.scanned) for name, field in letter.fields.items()}
    return replace(letter, fields=fields, scanned=reading.scanned)


def _believed(name: str, field: Field, unsure: tuple[tuple[int, int], ...], scanned: bool) -> Field:
    limit = _SCANNED_FIGURES if scanned and name in _FIGURES and field.value is not None else 1.0
    if field.span and any(start < field.span[1] and field.span[0] < end for start, end in unsure):
        limit = _UNSURE_WORDS
    return replace(field, confidence=min(field.confidence, limit))
