"""From a letter's ticked points to the first text of a bulletin. Deterministic: the operator writes on from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from broadcaster.base.errors import Refused
from broadcaster.base.settings import StationSection
from broadcaster.base.vietnamese import nfc, one_line
from broadcaster.bulletins import elsewhere, for_the_ear
from broadcaster.bulletins.around import around, of_points
from broadcaster.bulletins.for_the_ear import Kind, capital, lowered
from broadcaster.bulletins.key_facts import key_facts, phones_of, says_number, to_repeat
from broadcaster.bulletins.page_marks import plain
from broadcaster.bulletins.points import Item, PointWriter, is_head, is_top
from broadcaster.bulletins.wording import Template
from broadcaster.directives.model import Directive, Point
from broadcaster.library.model import CartKind

_NO_FACTS = dict.fromkeys(("station", "commune", "province", "title", "source", "issuer"), "")
_LONG_TITLE = 30
_MOST_IN_HEADLINE = 12
_MOST_AGAIN = 30
_MANY = 2
"""From this many things to tell, they are named first."""


@dataclass(frozen=True)
class _Frame:
    """The facts of the letter as the template asks for them."""

    letter: Directive
    template: Template
    facts: dict[str, str]
    ours: bool
    numbers: list[str]
    """The phones of what is told."""


def draft_text(letter: Directive, points: Sequence[Point], station: StationSection,
               template: Template) -> tuple[str, str]:
    """Title and text; an empty line parts greeting, body, repeat and sign-off."""
    frame = _frame(letter, points, station, template)
    return _text(frame, _items(frame, points, station))


def tells_something(letter: Directive, points: Sequence[Point], station: StationSection, template: Template) -> bool:
    """Anything for the people beside the title and where it comes from; else a person writes it."""
    frame = _frame(letter, points, station, template)
    items = _kept(_items(frame, points, station), template)
    return bool(items or any(_phone_lines(frame, items)))


def draft_texts(letter: Directive, points: Sequence[Point], station: StationSection,
                template: Template) -> list[tuple[str, str, tuple[str, ...]]]:
    """A bulletin for each item: title "… (1/3)", text, ids of its points. One if there is one thing to tell."""
    frame = _frame(letter, points, station, template)
    items = [item for item in _items(frame, points, station) if item.points] or [Item(points=list(points))]
    made = []
    for place, item in enumerate(items, 1):
        title = frame.facts["title"]
        part = f" ({place}/{len(items)})" if len(items) > 1 else ""
        spoken = template.line("part", **{**frame.facts, "part": str(place)}) if part else title
        one = replace(frame, facts={**frame.facts, "title": spoken}, numbers=phones_of(letter, item.points))
        made.append((one_line(f"{title}{part}"), _text(one, [item])[1], tuple(point.id for point in item.points)))
    return made


def told_by_default(letter: Directive, template: Template) -> list[Point]:
    """What tells the people something: the content, and of an office's tasks those that ask something of them."""
    writer = PointWriter(template, _NO_FACTS)
    tasks = {point.id for point in letter.points if point.kind != "content"
             and writer.said(point.kind, point.text)}
    return [point for point in letter.points if point.kind == "content" or point.id in tasks]


def chosen_points(letter: Directive, wanted: Sequence[str]) -> list[Point]:
    """By id or number, in the letter's order. Raises Refused("bulletin.no_points")."""
    content = [point for point in letter.points if point.kind == "content"]
    names = {cleaned for name in wanted if (cleaned := str(name).strip().rstrip(".)"))}
    ids = {point.id: {point.id} for point in letter.points}
    found = {name: ids.get(name) or _numbered(letter.points, content, name) for name in names}
    missing = sorted(name for name, points in found.items() if not points)
    if len(missing) == len(names):
        raise Refused("bulletin.no_points", "none of these points is in the letter", points=", ".join(wanted))
    if missing:  # half of what was asked for is not what was asked for
        shown = ", ".join(missing)
        raise Refused("bulletin.no_points", f"the letter has no point to tell of this number: {shown}", points=shown)
    chosen = set().union(*found.values())
    return [point for point in letter.points if point.id in chosen]


def kind_of(letter: Directive, points: Sequence[Point], template: Template) -> CartKind:
    """The kind a letter asks for by its form: a notice with days and places, a feature of many points, else news."""
    items = PointWriter(template, _NO_FACTS).items(points)
    facts = sum(said.kind is Kind.FACT for item in items for said in item.said)
    if letter.value("doc_type") == "thong_bao" or facts > 1:
        return CartKind.NOTICE
    if letter.value("doc_type") == "cong_dien":
        return CartKind.NEWS
    return CartKind.FEATURE if len(items) > _MANY else CartKind.NEWS


def said(clause: str, station: StationSection, template: Template) -> str:
    """A clause of a letter as a bulletin would say it; as it stands where no rule fits."""
    facts = {**_NO_FACTS, "station": station.name, "commune": station.commune, "province": station.province}
    sentences = PointWriter(template, facts).sentences("around", clause)
    return " ".join(sentences) or f"{capital(plain(clause).strip(' .;,'))}."


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


def _frame(letter: Directive, points: Sequence[Point], station: StationSection, template: Template) -> _Frame:
    place = elsewhere.letter_place(letter)
    shorten = template.officialese.shortened
    issuer = elsewhere.issuer_as_said(letter, shorten(plain(str(letter.value("issuer") or ""))), station)
    source = source_line(letter, issuer, template)
    title = capital(shorten(_title(letter, place, station, template)))
    facts = {"station": station.name, "commune": station.commune, "province": station.province, "title": title,
             "source": source, "issuer": issuer}
    return _Frame(letter, template, facts, elsewhere.is_ours(place, station), phones_of(letter, points))


def _items(frame: _Frame, points: Sequence[Point], station: StationSection) -> list[Item]:
    """What is told, in order. With all points chosen, what stands around them for the people is told too."""
    place = elsewhere.letter_place(frame.letter)

    def local(point: Point) -> Point:
        text = elsewhere.without_foreign_places(point.text, place, station)
        return Point(point.id, point.number, text, point.kind, point.start, point.end)

    writer = PointWriter(frame.template, frame.facts)
    chosen = [local(point) for point in points]
    before: list[str] = []
    after: list[str] = []
    content = {point.id for point in frame.letter.points if point.kind == "content"}
    if content <= {point.id for point in points}:
        before, after = (of_points([point.text for point in points], found) for found in around(frame.letter))
    lead = [Item(said=writer.said("around", " ".join(before)))] if before else []
    items = writer.items(chosen)
    known = {said.text for item in items for said in item.said}
    tail = [said for sentence in after for said in writer.said("around", sentence) if said.text not in known]
    return [*(item for item in lead if item.said), *items, *([Item(said=tail)] if tail else [])]


def _text(frame: _Frame, items: list[Item]) -> tuple[str, str]:
    template, facts = frame.template, frame.facts
    items = _kept(items, template)
    titled = facts["title"] != template.word("untitled")
    opening = ("greeting", "station", *(("title",) if titled else ()))
    parts = [[template.line(name, **facts) for name in opening]]
    lines = _lines(frame, items)
    source = facts["source"]
    said, again = _phone_lines(frame, items)
    leads = ("source" if items else "source_only") if source else "no_source" if items or said else ""
    parts.append([*([template.line(leads, **facts)] if leads else []), *_headlines(frame, items), *lines])
    repeat = to_repeat(key_facts(items, frame.letter), template.count("repeat_points"))
    parts[-1] += said
    repeat = list(dict.fromkeys([*repeat, *again]))
    if items or repeat:
        parts.append([template.line("repeat" if titled else "repeat_untitled", **facts), *repeat])
    parts.append([template.line("closing", **facts)])
    return one_line(facts["title"]), nfc("\n\n".join("\n".join(part) for part in parts if part))


def _kept(items: list[Item], template: Template) -> list[Item]:
    """Short news drops what people are only to learn about, where there is something to do or to know."""
    spare = {Kind.TOPIC, Kind.HEADING, Kind.PRAISE}
    if template.flag("topics") or all(said.kind in spare for item in items for said in item.said):
        return items
    made = [Item(item.head, [said for said in item.said if said.kind not in spare], item.points) for item in items]
    return [item for item in made if item.said]


def _lines(frame: _Frame, items: list[Item]) -> list[str]:
    return PointWriter(frame.template, frame.facts).numbered(items)


def _headlines(frame: _Frame, items: list[Item]) -> list[str]:
    """ "Bản tin gồm 2 nội dung: …", where the letter itself names them."""
    heads = [lowered(item.head) for item in items if item.head and len(item.head.split()) <= _MOST_IN_HEADLINE]
    if len(heads) < _MANY:
        return []
    return [frame.template.line("headlines", count=str(len(heads)), items="; ".join(heads), **frame.facts)]


def _numbers(numbers: Sequence[str]) -> str:
    return " hoặc ".join([", ".join(numbers[:-1]), numbers[-1]] if len(numbers) > 1 else numbers)


def _phone_lines(frame: _Frame, items: Sequence[Item]) -> tuple[list[str], list[str]]:
    """The phone as a sentence of the body, where no item tells it, and once more at the end."""
    numbers = frame.numbers
    if not numbers:
        return [], []
    line, facts = frame.template.line, {"phone": _numbers(numbers), **frame.facts}
    telling = list(dict.fromkeys(said.text for item in items for said in item.said
                                 if any(says_number(said.text, number) for number in numbers)))
    if all(any(says_number(text, number) for text in telling) for number in numbers):
        # Told with its owner there: said again like that, where it is short.
        short = all(len(text.split()) <= _MOST_AGAIN for text in telling)
        return [], telling if short else [line("repeat_phone", **facts)]
    # Another place's number is said with its owner: nobody is to think it rings here.
    theirs = "" if frame.ours or not frame.facts["issuer"] else "_theirs"
    return [line(f"phone{theirs}", **facts)], [line(f"repeat_phone{theirs}", **facts)]


def _title(letter: Directive, place: str, station: StationSection, template: Template) -> str:
    subject = elsewhere.without_foreign_places(str(letter.value("subject") or ""), place, station)
    title = for_the_ear.subject_as_title(subject)
    if len(title.split()) > _LONG_TITLE:
        title = title.partition(";")[0]
    return title.strip(" ,;.") or template.word("untitled")


def _numbered(points: Sequence[Point], content: Sequence[Point], name: str) -> set[str]:
    """Ids of the points of that number, of a heading with what stands below it; those without a number are counted."""
    found = [point for place, point in enumerate(content, 1)
             if point.number.strip(" .)") == name or (str(place) == name and point.number in {"-", "+", ""})]
    found = found or [point for point in points if point.number.strip(" .)") == name]
    ids = {point.id for point in found}
    below = False
    for before, point in pairwise(points):
        below = not is_top(point) and (below or (before.id in ids and is_head(before, point)))
        if below:
            ids.add(point.id)
    return ids
