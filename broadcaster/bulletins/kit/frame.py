"""What of a bulletin is only said on the radio: greeting, sign-off, repetition. Told by the station's wording."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from pathlib import Path

from broadcaster.bulletins.kit.wording import KitWords
from broadcaster.bulletins.wording import Template, broken, load_template

_KINDS = ("", "tin", "bai", "thong_bao")
_LINES = ("greeting", "station", "title", "source", "no_source", "source_only", "headlines", "phone", "phone_theirs",
          "repeat_phone", "repeat_phone_theirs", "closing", "link_help")
_FEWEST_LETTERS = 10
"""A line of the wording with fewer letters of its own fits too much."""
_LONGEST = 600

Part = Callable[[str], list[str]]


class Frame:
    """Knows the frame the station's templates put around what is told."""

    def __init__(self, home: Path, words: KitWords) -> None:
        templates = [load_template(home, kind) for kind in _KINDS]
        self._general = templates[0]
        self._drop = list(_patterns(templates, _LINES))
        self._repeat = list(_patterns(templates, ("repeat",)))
        self._owner = list(_patterns(templates, ("phone_theirs", "repeat_phone_theirs")))
        self._spoken = tuple(text.casefold() for text in words.words("reading", "spoken"))
        self._again = tuple(text.casefold() for text in words.words("reading", "repeat"))
        self._counted = _ordinals(templates)

    def told(self, text: str, part: Part) -> tuple[list[list[str]], list[str]]:
        """The sentences of each line that tells something, and those repeated at the end. `part`: into sentences."""
        told: list[list[str]] = []
        repeated: list[str] = []
        again = False
        for line in text.splitlines():
            line = line.strip()
            if not line:
                again = False
            elif self._repeats(line):
                again = True
            elif again:
                repeated += self._kept(line, part)
            elif kept := self._kept(line, part):
                told.append(kept)
        return (told, repeated) if told else ([[sentence] for sentence in repeated], repeated)

    def owner(self, text: str) -> str:
        """Whose telephone number the text names; empty when it does not say."""
        for line in text.splitlines():
            for pattern in self._owner:
                if found := pattern.search(line.strip()):
                    return str(found.groupdict().get("issuer") or "").strip()
        return ""

    def document(self, doc_type: str) -> str:
        """ "công văn", as the wording calls a kind of letter."""
        names = self._general.table("documents")
        return str(names.get(doc_type, names.get("other", "")))

    def _kept(self, line: str, part: Part) -> list[str]:
        if self._dropped(line):
            return []
        bare = self._counted.sub("", line.lstrip("-–•*+ ")).strip()
        kept = [sentence for sentence in part(bare) if not self._dropped(sentence)]
        return [sentence[:1].upper() + sentence[1:] for sentence in kept]

    def _dropped(self, text: str) -> bool:
        return (text.casefold().startswith(self._spoken)
                or (len(text) <= _LONGEST and any(pattern.fullmatch(text) for pattern in self._drop)))

    def _repeats(self, line: str) -> bool:
        # "Xin nhắc lại, số điện thoại …" repeats a number, not the bulletin.
        return not line.casefold().startswith(self._spoken) and (
            line.casefold().startswith(self._again)
            or (len(line) <= _LONGEST and any(pattern.fullmatch(line) for pattern in self._repeat)))


def _patterns(templates: Iterable[Template], names: Iterable[str]) -> Iterable[re.Pattern[str]]:
    """Each line of the wording, and each sentence of it, with anything in place of its {facts}."""
    written: dict[str, None] = {}
    for template in templates:
        for name in names:
            if template.words.get(name):
                text = template.word(name)
                written.update(dict.fromkeys([text, *re.split(r"(?<=[.!?])\s+", text)]))
    for text in written:
        if (pattern := _pattern(text)) is not None:
            yield pattern


def _pattern(text: str) -> re.Pattern[str] | None:
    parts, letters, named = [], 0, set()
    try:
        for literal, name, _, _ in string.Formatter().parse(text):
            parts.append(r"\s+".join(re.escape(word) for word in re.split(r"\s+", literal)))
            letters += sum(c.isalpha() for c in literal)
            if name is not None:
                parts.append(".+?" if name in named or not name.isidentifier() else f"(?P<{name}>.+?)")
                named.add(name)
    except ValueError as error:
        raise broken(f"{text}: {error}") from error
    return re.compile("".join(parts), re.I) if letters >= _FEWEST_LETTERS else None


def _ordinals(templates: Iterable[Template]) -> re.Pattern[str]:
    """ "Thứ nhất, " at the head of a line; "1." and "a)" of those who count with figures."""
    said: dict[str, None] = {}
    for template in templates:
        value = template.words.get("ordinals")
        said.update(dict.fromkeys(str(item) for item in value) if isinstance(value, list) else {})
        said[str(template.words.get("next") or "Tiếp theo")] = None
    names = "|".join(re.escape(name) for name in sorted(said, key=len, reverse=True))
    counted = "Một|Hai|Ba|Bốn|Năm"
    return re.compile(rf"^(?:(?:{names}|(?:{counted}) là)\s*[,:]\s*|\d{{1,2}}[.)]\s+|[a-h]\)\s+)", re.I)
