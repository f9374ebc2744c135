"""A letter's sentences, made for the eye of an office, sorted by what they are to a villager who hears them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from broadcaster.bulletins import clause_forms as form
from broadcaster.bulletins.breath import ACTION
from broadcaster.bulletins.page_marks import DOCUMENT, LINK, plain, without_citations


class Kind(StrEnum):
    """What a clause is once the office's instruction is off."""

    ASK = "ask"
    """Something people are asked to do; the text begins with the verb."""
    CALL = "call"
    ALL = "all"
    """Something that offices and people together are asked to do, said with its subject."""
    HEADING = "heading"
    """What the point is about, with the text following."""
    TOPIC = "topic"
    """Something to learn about: a noun phrase."""
    PRAISE = "praise"
    FACT = "fact"
    """When, where, for whom, how much: a label with its value, said as a sentence."""
    SAY = "say"
    """A sentence that can be said as it stands."""


@dataclass(frozen=True)
class Clause:
    """One thing to say, without its full stop."""

    kind: Kind
    text: str

_SIGNATURE = 6
"""Words in capitals at the end of a letter: an office, not something to say."""
_ASKING = frozenset({Kind.ASK, Kind.CALL, Kind.ALL})


def clauses(text: str, people: str, shorten: Callable[[str], str] = str) -> list[Clause]:
    """What one point says: instructions and tasks of offices left out, citations shortened, lists broken up."""
    cleaned = _stops(without_citations(plain(text)))
    for pattern, instead in form.BREAKS:
        cleaned = pattern.sub(instead, cleaned)
    heading, body = _parted(cleaned)
    found = [Clause(Kind.HEADING, form.ABOUT.sub("", heading).strip(" .;:,"))] if heading else []
    found += [clause for sentence in form.SENTENCE.split(body) for clause in _sorted(sentence)]
    for place, clause in enumerate(found[1:], 1):
        # What goes on with a verb goes on asking.
        if clause.kind is Kind.TOPIC and found[place - 1].kind in _ASKING and form.STARTS_DOING.match(clause.text):
            found[place] = Clause(Kind.ASK, clause.text)
    return [Clause(clause.kind, _people(shorten(clause.text), people)) for clause in found if clause.text]


def of_airing(text: str) -> bool:
    """Whether days and hours in it are those of the broadcast, not of the matter."""
    return form.AIRING.search(text) is not None


def sentences(text: str) -> list[str]:
    """Parted at full stops that end something."""
    return [part for part in form.SENTENCE.split(text) if part.strip()]


def subject_as_title(subject: str) -> str:
    """A letter's subject as the headline of a bulletin; empty when it is only an address."""
    title = plain(subject).strip(" .;:")
    if re.match(rf"source:|{LINK}", title, re.I):
        return ""
    title = re.sub(r"\s+trên (?:các\s+)?(?:hệ thống\s+)?(?:loa\s+)?(?:thông tin cơ sở|(?:đài\s+)?truyền thanh"
                   r"(?: cơ sở)?)(?=$|\s+(?:trong\s+)?năm\s+\d{4}$)", "", title, flags=re.I)
    told = re.sub(r"^(?:V/v|về việc|thông báo|hướng dẫn)\s+", "", title, flags=re.I)
    told = re.sub(r"^(?:hướng dẫn|đề nghị|tiếp tục phối hợp)\s+(?=thông tin|tuyên truyền|truyền thông)", "", told,
                  flags=re.I)
    told = re.sub(r"^và\s+", "", form.ABOUT.sub("", told), flags=re.I)
    told = re.sub(rf"^{form.WHOM}\s+", "", told, flags=re.I)
    return capital(told if len(told.split()) > 1 else title)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """Small first letter after a comma or a frame, unless a name begins there."""
    words = text.split(maxsplit=2)
    name = form.NAME.match(text) or (len(words) > 1 and words[1][:1].isupper()) or (words[:1] and words[0].isupper())
    return text if name else text[:1].lower() + text[1:]


def _stops(text: str) -> str:
    """Semicolons as full stops; a few words behind one only go on with what stood before."""
    first, *rest = form.SEMICOLON.split(text)
    topics = form.ABOUT.match(first)
    # "các thủ đoạn: giả danh công an; chiếm quyền tài khoản": the list belongs to what stands before the colon.
    listed = topics is not None and ":" in first
    for part in rest:
        says = form.SAYS.search(f"{part} ") or re.match(r"[Kk]hông\s", part) or (topics and form.NOUN.match(part))
        of_the_list = listed and not (form.ABOUT.match(part) or form.ASK.match(part))
        goes_on = of_the_list or form.COUNTED.match(part) or (len(part.split()) <= form.FEW and not says)
        first += f", {part}" if goes_on else f". {part}"
    return first


def _parted(text: str) -> tuple[str, str]:
    first, *rest = form.SENTENCE.split(text)
    parts = form.HEADING.split(first, maxsplit=1)
    if len(parts) == 2 and len(parts[0].split()) <= 30:
        return parts[0], " ".join([parts[1], *rest])
    return "", text


def _sorted(sentence: str) -> Iterator[Clause]:
    words = form.LET_KNOW.sub("", form.AND.sub("", sentence.strip(" -+•.;:,")))
    if words.isupper() and len(words.split()) <= _SIGNATURE and not re.search(r"\d", words):
        return
    words = re.sub(r"^khi nào cần\b", "lúc cần", words, flags=re.I)
    if (heads := form.HEADS_TELL.match(words)) and re.match(r"nghiêm cấm\s", words[heads.end():], re.I):
        words = words[heads.end():]
    if (clause := _asked(words) or _fact(words)) is not None:
        if clause.text:
            yield clause
        return
    about = form.ABOUT.match(words)
    words = words[about.end():] if about else words
    if match := form.DO.match(words):
        yield Clause(Kind.ASK, words[match.end():])
    elif match := form.PRAISE.match(words):
        yield Clause(Kind.PRAISE, words[match.end():])
    elif not about and (to_do := _of_the_people(words)):
        yield Clause(Kind.ALL, f"Đề nghị {to_do[:1].lower()}{to_do[1:]}")
    elif not about and (parts := form.HEADED.match(words)):
        yield Clause(Kind.HEADING, re.sub(r"^về\s+", "", parts[1], flags=re.I))
        yield from _sorted(parts[2])
    elif not form.OFFICE.search(words) and not form.TELLS_ON.search(words):
        noun = form.NOUN.match(words) and not form.SAYS.search(words) and not re.search(r"(?<![\w\-])\d", words)
        topic = about or noun or re.match(rf"(?:{DOCUMENT}|{ACTION}\s)", words)
        yield Clause(Kind.TOPIC if topic else Kind.SAY, words)


def _asked(words: str) -> Clause | None:
    """Something an office is to ask of the people: the instruction off, what is asked left."""
    for pattern, kind in ((form.CALL, Kind.CALL), (form.ASK, Kind.ASK), (form.WARN, Kind.ASK), (form.INFORM, Kind.ASK),
                          (form.GUIDE, Kind.ASK)):
        if (match := pattern.match(words)) and not form.NEGATED.search(match[0]):
            if re.fullmatch(form.WHOM, match[0].strip(), re.I) and form.SAYS.match(words[match.end():]):
                return None  # "người dân được miễn phí" tells, and asks nothing
            asked = words[match.end():] if pattern is not form.GUIDE else form.BY_WAY_OF.sub("", words[match.end():])
            with_others = ", các tổ chức, doanh nghiệp " if match[0].rstrip().endswith("doanh nghiệp") else ""
            return Clause(kind, with_others + asked.strip(" .;:,"))
    return None


def _fact(words: str) -> Clause | None:
    """ "Địa điểm: Nhà văn hóa" as "Địa điểm là nhà văn hóa"; empty when it is of the airing, not of the matter."""
    if found := form.LABEL.match(words):
        if form.AIRING.search(words):
            return Clause(Kind.FACT, "")
        value = lowered(found[2])
        return Clause(Kind.FACT, f"{found[1]} {value}" if form.LEADS_ON.match(value) else f"{found[1]} là {value}")
    if found := form.AT_A_TIME.match(words):
        return Clause(Kind.FACT, f"{found[1]}, {found[2]}")
    if form.WHO_AND_WHEN.match(words) and not form.AIRING.search(words):
        return Clause(Kind.FACT, words)
    return None


def _of_the_people(words: str) -> str:
    """A sentence whose subject is to do something, without the words of duty; empty if it is not one."""
    if form.TELLS_ON.search(words):
        return ""
    if found := form.IS_TO.match(words):
        return f"{found[1]} {words[found.end():]}"
    people = form.PEOPLE_DO.match(words)
    if form.DOES.match(words) or (people and people[0].split()[-1].lower() not in form.TOLD_OF):
        return re.sub(r"^đề nghị\s+", "", words, flags=re.I)
    return ""


def _people(text: str, people: str) -> str:
    """Slogans in quotation marks stay as they are."""
    parts = form.QUOTED.split(text)
    parts[::2] = [form.PEOPLE.sub(lambda found: capital(people) if found[0][0].isupper() else people, part)
                  for part in parts[::2]]
    return "".join(parts)

