"""From a letter's ticked points to the first text of a bulletin. Deterministic: the operator writes on from there."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import nfc, one_line
from broadcaster.bulletins import for_the_ear
from broadcaster.directives.model import Directive, Point

_NAME = "bulletin.toml"


@dataclass(frozen=True)
class Template:
    """The station's wording."""

    words: dict[str, Any]

    def line(self, name: str, **facts: str) -> str:
        try:
            return string.Formatter().vformat(str(self.words[name]), (), facts).strip()
        except (KeyError, IndexError, ValueError) as error:
            raise _broken(f"{name}: {error}") from error

    def ordinal(self, place: int) -> str:
        ordinals = list(self.words["ordinals"])
        return str(ordinals[place] if place < len(ordinals) else self.words["next"])


def load_template(home: Path) -> Template:
    """The station's own templates/bulletin.toml laid over the shipped one. Raises Refused("template.broken")."""
    words = _read(shipped("resources", "templates", _NAME))
    own = home / "templates" / _NAME
    if own.is_file():
        words = {**words, **_read(own)}
    return Template(words)


def draft_text(letter: Directive, points: Sequence[Point], station: StationSection,
               template: Template) -> tuple[str, str]:
    """Title and text; an empty line parts greeting, body, repeat and sign-off."""
    subject = str(letter.value("subject") or letter.file_name)
    title = for_the_ear.subject_as_title(subject)
    facts = {"station": station.name, "commune": station.commune, "province": station.province,
             "title": title.partition(";")[0]}
    told = [_retold(point, template) for point in points]
    told = [sentences for sentences in told if sentences]
    source = source_line(letter, template)
    opening = [template.line("greeting", **facts), template.line("station", **facts), template.line("title", **facts)]
    body = [template.line("source" if source else "no_source", source=source, **facts)]
    body += [_numbered(sentences, place, len(told), template) for place, sentences in enumerate(told)]
    phone = " và ".join(letter.value("hotlines") or [])
    if phone:
        body.append(template.line("phone", phone=phone, **facts))
    repeat = [template.line("repeat", **facts), *key_facts(told, template)]
    if phone:
        repeat.append(template.line("repeat_phone", phone=phone, **facts))
    parts = ["\n".join(part) for part in (opening, body, repeat, [template.line("closing", **facts)])]
    return one_line(title), nfc("\n\n".join(parts))


def source_line(letter: Directive, template: Template) -> str:
    """"công văn số 1349 ngày 28/7/2021 của Sở …"; empty when the issuer is not known."""
    issuer = for_the_ear.plain(str(letter.value("issuer") or ""))
    if not issuer:
        return ""
    documents = dict(template.words["documents"])
    words = [str(documents.get(str(letter.value("doc_type")), documents["other"]))]
    number = str(letter.value("number") or "").partition("/")[0].partition("-")[0].strip()
    if number.isdigit():
        words.append(f"số {number}")
    parts = str(letter.value("issued_date") or "").split("-")
    if all(part.isdigit() for part in parts):
        names = ("năm", "tháng", "ngày")
        words += [f"{names[place]} {int(part)}" for place, part in reversed(list(enumerate(parts[:3])))]
    return " ".join([*words, "của", issuer])


def key_facts(told: Sequence[Sequence[str]], template: Template) -> list[str]:
    """What people are asked to do, once more; else the beginnings of the points."""
    asked = [sentence for sentences in told for sentence in sentences
             if sentence.startswith((str(template.words["ask"]), str(template.words["call"])))]
    chosen = asked or [sentences[0] for sentences in told]
    return list(dict.fromkeys(chosen))[:int(template.words["repeat_points"])]


def _retold(point: Point, template: Template) -> list[str]:
    words = template.words
    found: list[str] = []
    for paragraph in point.text.split("\n"):
        text = paragraph.strip(" \t-+•")
        found += for_the_ear.retold(text, words["ask"], words["call"], words["people"], words["long_link"])
    return list(dict.fromkeys(found))


def _numbered(sentences: Sequence[str], place: int, count: int, template: Template) -> str:
    text = " ".join(sentences)
    return text if count == 1 else f"{template.ordinal(place)}: {text[:1].lower()}{text[1:]}" if _common(text) else \
        f"{template.ordinal(place)}: {text}"


def _common(text: str) -> bool:
    """The first word is no name: it may go small after a colon."""
    words = text.split()
    return len(words) < 2 or not words[1][:1].isupper()


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(f"{path}: {error}") from error


def _broken(detail: str) -> Refused:
    return Refused("template.broken", f"the bulletin template is wrong: {detail}", detail=detail)
