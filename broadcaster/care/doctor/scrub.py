"""Takes everything personal out of a text, in three passes: what is known to be somebody's, what looks like it, and
every word that is not the program's own.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from broadcaster.base.vietnamese import fold
from broadcaster.care.doctor.vocabulary import SYLLABLES, words

_SHORTEST = 3
_URL = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s<>()\"',;:=]+@[^\s<>()\"',;:=]+")
_PATH = re.compile(r"(?:(?<=^)|(?<=[\s\"'=(\[:,]))(?:[A-Za-z]:[\\/]|[\\/]|~[\\/]|file:).*?(?=: |$|[)\]\"'<>|])")
"""Up to a colon or the end of the line: folders have blanks in their names."""
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”|‘[^’\n]*’|`[^`\n]*`|«[^»\n]*»")
_NETWORK = re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}\b"
                      r"|\b(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}\b")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:[+-]\d{2}:\d{2}|Z)?)?"
                   r"|\b\d{2}:\d{2}:\d{2}(?:[.,]\d+)?\b")
_DIGITS = re.compile(r"\+?\d(?:[\s.()-]{0,2}\d){5,}")
_LONG_WORD = re.compile(r"\b(?=(?:\w*\d){3})(?=\w*[A-Za-z])\w{7,}\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TRACE_LINE = re.compile(r'^(\s*File )"([^"\n]+)"(, line \d+)(?:, in )?(.*)$')
_OWN_FOLDERS = re.compile(r"(?:^|[\\/])((?:broadcaster|site-packages|python3\.\d+|lib-dynload|_internal)[\\/].*)$")


class Scrubber:
    """Made once with all that is known: names, titles, folders."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        plain = {unicodedata.normalize("NFC", text).strip() for text in known}
        self._known = sorted((text for text in plain if len(text) >= _SHORTEST), key=len, reverse=True)
        self._mark = hashlib.sha256("".join(self._known).encode("utf-8", "replace")).digest()
        forms = {form for text in self._known for form in (text, fold(text))}
        # One pattern of many thousands of titles takes seconds; by their first words a set is asked instead.
        self._by_length: dict[int, set[str]] = {}
        for form in forms:
            tokens = _tokens(form)
            if tokens:
                self._by_length.setdefault(len(tokens), set()).add(" ".join(tokens))

    def text(self, text: str) -> str:
        """All lines, each clean."""
        return "\n".join(self.line(line) for line in unicodedata.normalize("NFC", text).splitlines())

    def line(self, line: str) -> str:
        """One line. The lines of a trace keep their module and number, nothing else."""
        found = _TRACE_LINE.match(line)
        if found:
            function = self._words(found.group(4)) if found.group(4) else ""
            return f'{found.group(1)}"{_module(found.group(2))}"{found.group(3)}, in {function}'
        kept: list[str] = []

        def keep(match: re.Match[str]) -> str:
            kept.append(match.group())
            return f"\0{len(kept) - 1}\0"

        line = "".join(letter for letter in line if letter == "\t" or unicodedata.category(letter)[0] != "C")
        line = _URL.sub("[address]", line)
        line = _MAIL.sub("[mail]", line)
        line = _QUOTED.sub(_quoted, line)
        line = _PATH.sub("[path]", line)
        line = self._without_known(line)
        line = _TIME.sub(keep, line)
        line = _NETWORK.sub("[network]", line)
        line = _DIGITS.sub("[number]", line)
        line = _LONG_WORD.sub("[mixed]", line)
        line = self._words(line)
        return re.sub(r"\0(\d+)\0", lambda match: kept[int(match.group(1))], line)

    def _without_known(self, line: str) -> str:
        """Known names and titles, with or without accents, however they are written."""
        places = [(match.start(), match.end()) for match in _WORD_OR_NUMBER.finditer(line)]
        tokens = [fold(line[start:end]) for start, end in places]
        out, at, index = [], 0, 0
        lengths = sorted(self._by_length, reverse=True)
        while index < len(tokens):
            length = next((size for size in lengths if index + size <= len(tokens)
                           and " ".join(tokens[index:index + size]) in self._by_length[size]), 0)
            if length:
                start, end = places[index][0], places[index + length - 1][1]
                out += [line[at:start], f"[known {self._token(' '.join(tokens[index:index + length]))}]"]
                at = end
            index += length or 1
        return "".join([*out, line[at:]])

    def _words(self, text: str) -> str:
        """Every word that the program does not use itself."""
        own = words()

        def judge(match: re.Match[str]) -> str:
            word = match.group()
            if len(word) == 1 and word.isascii():
                return word
            named = word != word.lower() and word.lower() in SYLLABLES
            return word if word.isascii() and word.lower() in own and not named else "[…]"

        return re.sub(r"(?:\[…\][ .,_-]*){2,}", "[…] ", _WORD.sub(judge, text))

    def _token(self, text: str) -> str:
        """The same for the same words within one report, and of no use beyond it."""
        return hashlib.sha256(self._mark + text.encode("utf-8", "replace")).hexdigest()[:6]


_WORD_OR_NUMBER = re.compile(r"\w+")


def _tokens(text: str) -> list[str]:
    return [fold(word) for word in _WORD_OR_NUMBER.findall(text)]


def _quoted(match: re.Match[str]) -> str:
    """Names of the program's own are worth knowing: 'rundown', "audio.device"; anything else is somebody's."""
    inner = match.group()[1:-1]
    own = words()
    parts = re.findall(r"[A-Za-z]+", inner)
    if len(inner) <= 40 and re.fullmatch(r"[a-z_.]+", inner) and all(part in own for part in parts):
        return match.group()
    return "[quoted]"


def _module(path: str) -> str:
    """From the program's or a library's own folder on; of any other place nothing."""
    found = _OWN_FOLDERS.search(path)
    if found is None or not re.fullmatch(r"[\w./\\-]+", found.group(1)) or not found.group(1).isascii():
        return "[path]"
    return found.group(1).replace("\\", "/")
