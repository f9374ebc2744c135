"""From a letter's ticked points to the first text of a bulletin. Deterministic: the operator writes on from there."""

from __future__ import annotations

from collections.abc import Sequence

from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import nfc, one_line
from broadcaster.bulletins import elsewhere, for_the_ear
from broadcaster.bulletins.points import PointWriter
from broadcaster.bulletins.wording import Template
from broadcaster.directives.model import Directive, Point

_SHORT = 25
"""Words of a sentence worth repeating."""
_LONG_TITLE = 30


def draft_text(letter: Directive, points: Sequence[Point], station: StationSection,
               template: Template) -> tuple[str, str]:
    """Title and text; an empty line parts greeting, body, repeat and sign-off."""
    place = elsewhere.letter_place(letter)
    title = _title(letter, place, station, template)
    issuer = elsewhere.issuer_as_said(letter, for_the_ear.plain(str(letter.value("issuer") or "")), station)
    source = source_line(letter, issuer, template)
    facts = {"station": station.name, "commune": station.commune, "province": station.province, "title": title,
             "source": source, "issuer": issuer}
    writer = PointWriter(template, facts)
    told = [writer.sentences(point.kind, elsewhere.without_foreign_places(point.text, place, station))
            for point in points]
    told = [sentences for place, sentences in enumerate(told) if sentences and sentences not in told[:place]]
    body = [template.line(("source" if told else "source_only") if source else "no_source", **facts)]
    body += [writer.numbered(sentences, place, len(told)) for place, sentences in enumerate(told)]
    repeat = [template.line("repeat", **facts), *key_facts(told, template)]
    if phone := " và ".join(letter.value("hotlines") or []):
        # Another place's number is said with its owner: nobody is to think it rings here.
        theirs = "" if elsewhere.is_ours(place, station) or not issuer else "_theirs"
        body.append(template.line(f"phone{theirs}", phone=phone, **facts))
        repeat.append(template.line(f"repeat_phone{theirs}", phone=phone, **facts))
    opening = [template.line(name, **facts) for name in ("greeting", "station", "title")]
    parts = ["\n".join(part) for part in (opening, body, repeat, [template.line("closing", **facts)])]
    return one_line(title), nfc("\n\n".join(parts))


def source_line(letter: Directive, issuer: str, template: Template) -> str:
    """ "công văn số 1349 ngày 28 tháng 7 năm 2021 của Sở …"; empty when the issuer is not known."""
    if not issuer:
        return ""
    documents = template.table("documents")
    words = [str(documents.get(str(letter.value("doc_type")), documents.get("other", "")))]
    number = str(letter.value("number") or "").partition("/")[0].partition("-")[0].strip()
    if number.isdigit():
        words.append(f"số {number}")
    parts = str(letter.value("issued_date") or "").split("-")
    if all(part.isdigit() for part in parts):
        names = ("năm", "tháng", "ngày")
        words += [f"{names[place]} {int(part)}" for place, part in reversed(list(enumerate(parts[:3])))]
    return " ".join([*words, "của", issuer])


def key_facts(told: Sequence[Sequence[str]], template: Template) -> list[str]:
    """What people are asked to do, once more, where it is short; the way there was in the body."""
    asks = (template.word("ask"), template.word("call"))
    asked = [sentence for sentences in told for sentence in sentences
             if sentence.startswith(asks) and len(sentence.split()) <= _SHORT]
    return list(dict.fromkeys(asked))[:template.count("repeat_points")]


def _title(letter: Directive, place: str, station: StationSection, template: Template) -> str:
    subject = elsewhere.without_foreign_places(str(letter.value("subject") or ""), place, station)
    title = for_the_ear.subject_as_title(subject)
    if len(title.split()) > _LONG_TITLE:
        title = title.partition(";")[0]
    return title.strip(" ,;.") or template.word("untitled")
