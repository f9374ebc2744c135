"""The station's wording: resources/templates/bulletin.toml, with the station's own laid over it."""

from __future__ import annotations

import string
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.bulletins.officialese import Officialese, load_officialese, officialese

NAME = "bulletin.toml"


@dataclass(frozen=True)
class Template:
    """Words by name; each reading refuses what is not of the right kind, by the name of the word."""

    words: dict[str, Any]
    officialese: Officialese = field(default_factory=lambda: officialese({}))

    def line(self, name: str, **facts: str) -> str:
        """A sentence with its {facts} filled in. Raises Refused("template.broken")."""
        return _filled(name, self.word(name), facts)

    def frame(self, name: str, place: int, **facts: str) -> str:
        """One of several ways to say the same, in turn."""
        frames = self._list(name)
        if not frames:
            raise broken(f"{name}: empty")
        return _filled(name, frames[place % len(frames)], facts)

    def word(self, name: str) -> str:
        value = self.words.get(name)
        if not isinstance(value, str):
            raise broken(f"{name}: a text is needed")
        return value.strip()

    def count(self, name: str) -> int:
        value = self.words.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise broken(f"{name}: a number is needed")
        return value

    def table(self, name: str) -> dict[str, Any]:
        value = self.words.get(name)
        if not isinstance(value, dict):
            raise broken(f"{name}: a section is needed")
        return value

    def flag(self, name: str) -> bool:
        value = self.words.get(name)
        if not isinstance(value, bool):
            raise broken(f"{name}: true or false is needed")
        return value

    def ordinal(self, place: int) -> str:
        ordinals = self._list("ordinals")
        return ordinals[place] if place < len(ordinals) else self.word("next")

    def _list(self, name: str) -> list[str]:
        value = self.words.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise broken(f"{name}: a list of texts is needed")
        return value


def load_template(home: Path, kind: str = "") -> Template:
    """The station's own templates/bulletin.toml laid over the shipped one, and in both a kind's section over the rest.

    `kind`: "tin", "bai", "thong_bao"; others have no section. Raises Refused("template.broken").
    """
    return Template(laid_over(own_words(home), kind), load_officialese(home))


def laid_over(own: dict[str, Any], kind: str = "") -> dict[str, Any]:
    """The shipped words with a station's own over them."""
    words: dict[str, Any] = {}
    for source in (shipped_words(), own):
        section = source.get(kind, {})
        if not isinstance(section, dict):
            raise broken(f"{kind}: a section is needed")
        for name, value in [*source.items(), *section.items()]:
            both = isinstance(value, dict) and isinstance(words.get(name), dict)
            words[name] = {**words[name], **value} if both else value
    return words


def shipped_words() -> dict[str, Any]:
    """What comes with the program."""
    return _read(shipped("resources", "templates", NAME))


def own_words(home: Path) -> dict[str, Any]:
    """The station's own; empty when it has none. Raises Refused("template.broken")."""
    own = home / "templates" / NAME
    return _read(own) if own.is_file() else {}


def broken(detail: str) -> Refused:
    return Refused("template.broken", f"the bulletin template is wrong: {detail}", detail=detail)


def _filled(name: str, text: str, facts: dict[str, str]) -> str:
    try:
        return string.Formatter().vformat(text, (), facts).strip()
    except (KeyError, IndexError, ValueError, AttributeError, TypeError) as error:
        raise broken(f"{name}: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise broken(f"{path}: {error}") from error
