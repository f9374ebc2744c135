"""Documents the letter names: those it rests on, and the others."""

from __future__ import annotations

import re

from broadcaster.directives.form.layout import Letter, Unit, found
from broadcaster.directives.form.numbers import Reference, key, references, same
from broadcaster.directives.model import Field

_MOST = 200
_BASIS = re.compile(r"(?:[-–]\s*)?(?:Thực hiện|Căn cứ|Theo|Xét|Triển khai|Tiếp theo|Tiếp tục thực hiện|Trên cơ sở"
    r"|Phúc đáp|Tại|Để thực hiện"
                    r"|Để triển khai|Nhằm)\b")
# "Ngày 14/02/2017 Bộ … có Văn bản số …; Sở … đề nghị": what came to the office that asks.
_CAME = re.compile(r"Ngày\s[^.]{6,160}?\s(?:có|ban hành)\s")
_ONLY_BY = re.compile(r"\btheo\s+(?:[^\W\d_]+\s+){1,3}(?:số\s*:?\s*)?$")
_INSIDE = re.compile(r"(?:nhận được|(?:[Tt]hực hiện|[Tt]riển khai)(?: thực hiện)?(?: nghiêm túc| hiệu quả"
    r"|,)*)\s[^.;]{0,80}$")


def cited(letter: Letter, own: str | None, first_point: int | None, *, digest: bool = False) -> tuple[Field, Field]:
    """based_on (named in a clause such as "Thực hiện …") and also_cited, in order, each once."""
    basis: list[Reference] = []
    others: list[Reference] = []
    for unit in letter.units:
        named = _inside(letter, unit)
        if own:
            named = [item for item in named if not same(item.number, own)]
        preamble = first_point is None or unit.start < first_point
        is_basis = preamble and bool(_BASIS.match(unit.text))
        for item in named:
            before = letter.flow[max(unit.start, item.start - 400) : item.start]
            rests = is_basis or (not digest and preamble and bool(_CAME.match(unit.text))) or (
                not _ONLY_BY.search(before) and preamble and (digest or first_point is None or "nhận được" in before)
                                 and bool(_INSIDE.search(" ".join(before[-200:].split()))))
            (basis if rests else others).append(item)
    based = _once(basis, [])
    also = _once(others, based)
    return _field(based), _field(also)


def _inside(letter: Letter, unit: Unit) -> list[Reference]:
    return references(letter.flow[unit.start : unit.end], unit.start)


def _once(items: list[Reference], known: list[Reference]) -> list[Reference]:
    seen = {key(item.number) for item in known}
    kept: list[Reference] = []
    for item in items:
        if key(item.number) not in seen and len(kept) < _MOST:
            seen.add(key(item.number))
            kept.append(item)
    return kept


def _field(items: list[Reference]) -> Field:
    if not items:
        return Field([])
    return found([item.number for item in items], items[0].start, items[-1].end, 0.95)
