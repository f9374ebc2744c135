"""What changed in a text since it was approved: word by word, and the figures that changed before all else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from broadcaster.base.vietnamese import nfc
from broadcaster.bulletins.figures import figures

_WORD = re.compile(r"[ \t]*\n\s*|\w+(?:[-/.,&]\w+)*|[^\w\s]")
_NUMBER_WORDS = frozenset(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi",
                           "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"))
_PHONE = re.compile(r"^(?:\+84|0|1[89]00)[\d .\-]{6,}$")
_DATE = re.compile(r"^\d{1,2}\s*[/.\-]\s*\d{1,2}(?:\s*[/.\-]\s*\d{4})?$|\btháng\b", re.I)
_CLOCK = re.compile(r"^\d{1,2}\s?(?:giờ|[hg:])", re.I)
_MOST_PAIRS = 10_000_000
"""Two blocks with more pairs of words are compared more coarsely: it would take seconds, and nobody reads it."""
_AROUND = 5


@dataclass(frozen=True)
class Piece:
    """A run of text; `kind`: same, added, removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class FigureChange:
    """A figure that is another now; an empty side: it is new, or gone."""

    kind: str
    """date | clock | phone | document | number."""
    before: str
    after: str
    around: str
    """A few words in which it stands now (or stood)."""


@dataclass(frozen=True)
class TextChange:
    """Both texts as one run of pieces."""

    pieces: tuple[Piece, ...]
    figures: tuple[FigureChange, ...]

    @property
    def changed(self) -> bool:
        return any(piece.kind != "same" for piece in self.pieces)

    @property
    def words(self) -> tuple[int, int]:
        """How many words came and how many went."""
        def count(kind: str) -> int:
            return sum(len(piece.text.split()) for piece in self.pieces if piece.kind == kind)
        return count("added"), count("removed")


@dataclass(frozen=True)
class _Token:
    key: str
    """What is compared: the same for each way to write a date, space around it left out."""
    text: str
    kind: str = ""
    """Of a figure; empty: an ordinary word or mark."""
    start: int = 0


@dataclass(frozen=True)
class _Change:
    same: bool
    before: tuple[_Token, ...]
    after: tuple[_Token, ...]


def text_change(before: str, after: str) -> TextChange:
    """Compare two texts as a person would: by words, never inside one."""
    before, after = _clean(before), _clean(after)
    changes = _joined(_compared(_tokens(before), _tokens(after)))
    pieces: list[Piece] = []
    found: list[FigureChange] = []
    for change in changes:
        if change.same:
            _add(pieces, "same", change.after)
            continue
        _add(pieces, "removed", change.before)
        _add(pieces, "added", change.after)
        found += _figure_changes(change, before, after)
    order = ("phone", "date", "clock", "number", "document")
    return TextChange(tuple(pieces), tuple(sorted(found, key=lambda item: order.index(item.kind))))


def _clean(text: str) -> str:
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _tokens(text: str) -> list[_Token]:
    result: list[_Token] = []
    place = 0
    for figure in figures(text):
        result += _words(text, place, figure.start)
        kind = _kind(figure.text)
        year = re.search(r"(\d{4})\s*$", figure.text) if kind == "date" else None
        key = f"{kind} {figure.value}" + (f".{year[1]}" if year else "")
        result.append(_Token(key, text[figure.start:figure.end], kind, figure.start))
        place = figure.end
    result += _words(text, place, len(text))
    return _with_spaces(text, result)


def _words(text: str, start: int, end: int) -> Iterable[_Token]:
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        kind = ""
        if any(map(str.isdigit, word)):
            kind = "document" if "/" in word and any(map(str.isalpha, word)) else "number"
        elif word.lower() in _NUMBER_WORDS:
            kind = "number"
        yield _Token("\n" if "\n" in word else word, word, kind, found.start())


def _with_spaces(text: str, tokens: Sequence[_Token]) -> list[_Token]:
    """Each token with the blanks behind it, so that the pieces put together are the text."""
    ends = [*(token.start for token in tokens[1:]), len(text)][:len(tokens)]
    return [_Token(token.key, text[token.start:end], token.kind, token.start)
            for token, end in zip(tokens, ends, strict=True)]


def _kind(text: str) -> str:
    if _DATE.search(text):
        return "date"
    if _PHONE.match(text):
        return "phone"
    return "clock" if _CLOCK.match(text) else "number"


def _compared(before: Sequence[_Token], after: Sequence[_Token]) -> list[_Change]:
    """Line by line first: a long text that is the same but for a word is compared in no time."""
    old, new = _lines(before), _lines(after)
    matcher = SequenceMatcher(None, [_keys(line) for line in old], [_keys(line) for line in new], autojunk=False)
    result: list[_Change] = []
    for word, a, b, c, d in matcher.get_opcodes():
        left = tuple(token for line in old[a:b] for token in line)
        right = tuple(token for line in new[c:d] for token in line)
        result += [_Change(True, left, right)] if word == "equal" else _by_words(left, right)
    return result


def _lines(tokens: Sequence[_Token]) -> list[tuple[_Token, ...]]:
    result: list[tuple[_Token, ...]] = []
    line: list[_Token] = []
    for token in tokens:
        line.append(token)
        if token.key == "\n":
            result.append(tuple(line))
            line = []
    return [*result, tuple(line)] if line else result


def _keys(tokens: Iterable[_Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens)


def _by_words(before: tuple[_Token, ...], after: tuple[_Token, ...]) -> list[_Change]:
    old, new = _keys(before), _keys(after)
    most = min(len(old), len(new))
    head = next((place for place in range(most) if old[place] != new[place]), most)
    most -= head
    tail = next((place for place in range(most) if old[-1 - place] != new[-1 - place]), most)
    ends = len(old) - tail, len(new) - tail
    middle = old[head:ends[0]], new[head:ends[1]]
    matcher = SequenceMatcher(None, *middle, autojunk=len(middle[0]) * len(middle[1]) > _MOST_PAIRS)
    found = [_Change(word == "equal", before[head + a:head + b], after[head + c:head + d])
             for word, a, b, c, d in matcher.get_opcodes()]
    same = [_Change(True, before[:head], after[:head]), *found, _Change(True, before[ends[0]:], after[ends[1]:])]
    return [change for change in same if change.before or change.after]


def _joined(changes: Sequence[_Change]) -> list[_Change]:
    """A lone small word between two rewritten places is no help to the eye: it goes with them."""
    result: list[_Change] = []
    for number, change in enumerate(changes):
        last = result[-1] if result else None
        if last is not None and not last.same and (not change.same or _lone(change, changes[number + 1:])):
            result[-1] = _Change(False, last.before + change.before, last.after + change.after)
        else:
            result.append(change)
    return result


def _lone(change: _Change, rest: Sequence[_Change]) -> bool:
    if not rest or rest[0].same or len(change.after) > 1 or any(t.kind or t.key == "\n" for t in change.after):
        return False
    return min(len(rest[0].before), len(rest[0].after)) > 1


def _add(pieces: list[Piece], kind: str, tokens: Sequence[_Token]) -> None:
    text = "".join(token.text for token in tokens)
    if text and pieces and pieces[-1].kind == kind:
        pieces[-1] = Piece(kind, pieces[-1].text + text)
    elif text:
        pieces.append(Piece(kind, text))


def _figure_changes(change: _Change, before: str, after: str) -> list[FigureChange]:
    old, new = [token for token in change.before if token.kind], [token for token in change.after if token.kind]
    stays = [token.key for token in new]
    gone = [token for token in old if not _taken(stays, token.key)]
    stayed = [token.key for token in old]
    come = [token for token in new if not _taken(stayed, token.key)]
    result: list[FigureChange] = []
    for kind in dict.fromkeys(token.kind for token in [*gone, *come]):
        pairs = zip_longest((t for t in gone if t.kind == kind), (t for t in come if t.kind == kind))
        for left, right in pairs:
            around = _around(after, right) if right else _around(before, left) if left else ""
            result.append(FigureChange(kind, left.text.strip() if left else "", right.text.strip() if right else "",
                                       around))
    return result


def _taken(keys: list[str], key: str) -> bool:
    if key in keys:
        keys.remove(key)
        return True
    return False


def _around(text: str, token: _Token) -> str:
    """The figure with a few words before and after it, on its own line."""
    end = token.start + len(token.text.rstrip())
    left = text[:token.start].rpartition("\n")[2].split()[-_AROUND:]
    right = text[end:].partition("\n")[0].split()[:_AROUND]
    glue = "" if text[end:end + 1].strip() else " "
    return " ".join([*left, text[token.start:end]]) + (glue + " ".join(right) if right else "")
