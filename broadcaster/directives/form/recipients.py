"""Whom the letter is to: the list behind "Kính gửi"."""

from __future__ import annotations

import re

from broadcaster.directives.form.layout import BASIS, DASHED, NUMBERED, ROMAN, TO, Letter, found
from broadcaster.directives.model import Field

_MOST = 40
_ALSO = re.compile(r"Đồng [Kk]ính g[ửở]i\s*:\s*")


def recipients(letter: Letter) -> Field:
    """One entry per addressee, as printed, without dash and end mark."""
    index = letter.to_index
    if index is None:
        return Field([])
    line = letter.lines[index]
    head = TO.match(line.text)
    rest = line.text[head.end():].strip(" :") if head else ""
    entries = [rest] if rest else []
    end = line.end
    first_dashed = bool(DASHED.match(rest)) if rest else None
    for line in letter.lines[index + 1 : index + 1 + _MOST]:
        also = _ALSO.match(line.text)
        if also and entries:
            entries.append(line.text[also.end():])
            end = line.end
            continue
        dashed = bool(DASHED.match(line.text))
        if first_dashed is None:
            first_dashed = dashed
        if _is_over(line.text, line.gap, dashed, first_dashed, entries):
            break
        opens = dashed or not entries or (not first_dashed and entries[-1].endswith(";"))
        if opens:
            entries.append(line.text)
        else:
            entries[-1] += f" {line.text}"
        end = line.end
    cleaned = [name for entry in entries for part in _split(entry) if (name := _name(part))]
    return found(cleaned, letter.lines[index].start, end) if cleaned else Field([])


def _is_over(text: str, gap: bool, dashed: bool, list_dashed: bool, entries: list[str]) -> bool:
    if BASIS.match(text) or NUMBERED.match(text) or ROMAN.match(text) or len(text) > 250:
        return True
    if not entries:
        return False
    if list_dashed and not dashed:
        return entries[-1].endswith((".", ";")) or gap
    if not list_dashed:
        return entries[-1].endswith(".") or (gap and not entries[-1].endswith(";")) or (
            text[0].isupper() and not entries[-1].endswith((";", ",", "-", ":")))
    return False


def _split(entry: str) -> list[str]:
    return entry.split(";")


def _name(part: str) -> str:
    mark = DASHED.match(part.strip())
    text = part.strip()[mark.end():] if mark else part.strip()
    text = re.sub(r"\s*\((?:để|b/c|qua)[^)]*\)\s*$", "", text.strip(" .,;:"))
    return text.strip(" .,;:-–")
