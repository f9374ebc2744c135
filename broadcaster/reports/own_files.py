"""Files of reports that people edit: read strictly, and refused with the line and the word that is wrong."""

from __future__ import annotations

import difflib
import re
import string
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused

ALWAYS = frozenset({"station", "commune", "province", "reporter", "superior", "span"})
"""Facts every sentence may name."""
_MOST_BYTES = 256 * 1024
_KEY = re.compile(r"\s*\"?([\w\-]+)\"?\s*=")
_SECTION = re.compile(r"\s*\[\s*\"?([\w\-]+)\"?\s*\]")


@dataclass(frozen=True)
class TextFile:
    """One TOML file as a person wrote it."""

    name: str
    text: str
    table: Mapping[str, Any]

    def line_of(self, key: str, section: str = "") -> int:
        """1-based line of a word, or of the section's head; 0 where it cannot be told."""
        found, where = 0, ""
        for number, line in enumerate(self.text.splitlines(), start=1):
            if head := _SECTION.match(line):
                where = head[1]
                found = number if where == section and not found else found
            elif where == section and (word := _KEY.match(line)) and word[1] == key:
                return number
        return found

    def unknown(self, key: str, known: Collection[str], section: str = "") -> Refused:
        """To be raised: no such word."""
        line = self.line_of(key, section) or self.line_of(key, key)
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return Refused("report.file_word", f"{self.name}:{line}: there is no word {key!r}{hint}", file=self.name,
                       line=line, word=key, nearest=near[0] if near else "")

    def wrong(self, key: str, value: object, wanted: str, section: str = "") -> Refused:
        """To be raised: what stands there, and what should."""
        line = self.line_of(key, section)
        return Refused("report.file_value", f"{self.name}:{line}: {key}: {value!r} is not {wanted}", file=self.name,
                       line=line, word=key, value=str(value)[:200], wanted=wanted)

    def check_facts(self, key: str, sentence: str, known: Collection[str], section: str = "",
                    plain: str = "") -> None:
        """Only {facts} that are known, and formatted as in `plain`. Raises Refused("report.file_fact")."""
        line = self.line_of(key, section)
        try:
            fields = list(string.Formatter().parse(sentence))
            forms = {name: spec for _, name, spec, _ in string.Formatter().parse(plain) if name is not None}
        except ValueError as error:
            raise Refused("report.file_fact", f"{self.name}:{line}: {key}: {error}", file=self.name, line=line,
                          word=key, fact="{ }", known=_listed(known)) from error
        for _, name, spec, conversion in fields:
            if name is None:
                continue
            if name not in known or conversion or (spec and forms.get(name) != spec):
                fact = f"{{{name}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}}}"
                raise Refused("report.file_fact", f"{self.name}:{line}: {key}: there is no {fact} here; there are "
                              f"{_listed(known)}", file=self.name, line=line, word=key, fact=fact,
                              known=_listed(known))


def read_text(path: Path) -> TextFile:
    """Raises Refused("report.file_broken")."""
    try:
        if path.stat().st_size > _MOST_BYTES or not path.is_file():
            raise ValueError("too large, or not a file")
        return parsed(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, ValueError) as error:
        raise _broken(path.name, error) from error


def parsed(text: str, name: str) -> TextFile:
    """A file's text, `name` for what is said of it. Raises Refused("report.file_broken")."""
    try:
        return TextFile(name, text, tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> Refused:
    return Refused("report.file_broken", f"{name}: {error}", file=name, detail=str(error))


def facts_in(sentence: str) -> frozenset[str]:
    """The {facts} a sentence names."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name)


def _listed(known: Collection[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(known))
