"""A letter's file to its text: the kind is known by content, never by name; every bad file is a plain refusal.

The text returned is clean (see `cleaning`); a blank line separates paragraphs, a single line break is a wrap.
All but short plain text is read in a child process under limits: a hostile or broken file can hang a library.
"""

from __future__ import annotations

from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import child, txt
from broadcaster.directives.readers.child import Cancelled, Progress
from broadcaster.directives.readers.cleaning import clean
from broadcaster.directives.readers.kinds import FILTER, KINDS, PATTERNS, SUFFIXES, kind_of, suffix_of
from broadcaster.directives.readers.unsure import Reading

__all__ = ["FILTER", "KINDS", "MAX_FILE_BYTES", "MAX_TEXT_BYTES", "PATTERNS", "SUFFIXES", "Reading", "clean", "pasted",
           "read", "read_letter", "suffix_of"]

MAX_TEXT_BYTES = child.MAX_TEXT_BYTES
MAX_FILE_BYTES = 50_000_000
_READ_HERE_BYTES = 200_000
"""Plain text of this size needs no process of its own: it is read at once, whatever it holds."""


def read(path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None) -> str:
    """The letter's text. Raises Refused with a letter.* code for anything that is no readable letter."""
    return read_letter(path, progress, cancelled).text


def read_letter(path: Path, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Reading:
    """The text, and what of a scan was hard to recognise; `progress(done, total)` counts pages.

    Raises Refused with a letter.* code; letter.cancelled when `cancelled()` became true.
    """
    kind = kind_of(path)
    _check_size(path, MAX_TEXT_BYTES if kind == "txt" else MAX_FILE_BYTES)
    here = kind == "txt" and path.stat().st_size <= _READ_HERE_BYTES
    reading = Reading(clean(txt.read(path))) if here else child.read(kind, path, progress, cancelled)
    if not any(character.isalpha() for character in reading.text):
        raise Refused("letter.empty", f"{path.name} holds no words", name=path.name)
    return reading


def pasted(text: str) -> str:
    """Text from the clipboard or a mail, in the form a file's text has."""
    return clean(txt.as_letter(text))


def _check_size(path: Path, limit: int) -> None:
    size = path.stat().st_size
    if size > limit:
        raise Refused("letter.too_large", f"{path.name} has {size} bytes, a letter has at most {limit}",
                      name=path.name, size=size, limit=limit)
