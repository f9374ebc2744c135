"""Rich text (.rtf): a small reader of its own, for it must know fonts (old letters), cells and text boxes.

One pass over the tokens; groups keep their state on a list, so depth costs nothing but memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import layout
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.encodings import CAPS_FROM, CAPS_TO
from broadcaster.directives.readers.rtf_blocks import Blocks
from broadcaster.directives.readers.word_styles import is_capital_font

MAX_DEPTH = 5_000
_MAY_BE_OPEN = 1
"""Some programs forget the last brace."""
_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL)
_CODE_PAGES = {0: "cp1252", 1: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
               161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
               222: "cp874", 238: "cp1250"}
_SYMBOL = 2
_WORDS = {"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
          "bullet": "-", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}
_SIGNS = {"~": "\xa0", "_": "-", "-": "\xad", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_WITHOUT_TEXT = """
colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf objdata objclass objname
sp shprslt nonesttables xe tc txe rxe filetbl listtable revtbl themedata colorschememapping datastore latentstyles
ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private1 fldinst nonshppict generator wgrffmtfilter
"""
_SKIPPED = frozenset(_WITHOUT_TEXT.split())
_OPENED = {"shpinst", "shptxt", "shpgrp", "footnote", "nesttableprops"}
"""Destinations marked as ignorable that hold text all the same, or lead to it."""
_PARAGRAPH_ENDS = {"par", "sect", "page", "cell", "row", "nestcell", "nestrow"}


@dataclass(frozen=True)
class _State:
    skip: bool = False
    fonts: bool = False
    font: int = -1
    capitals: bool = False
    hidden: bool = False
    deleted: bool = False
    unicode_skip: int = 1
    closes: str = ""
    """A text box or a note ends with this group."""


def read(path: Path, progress: object = None) -> str:
    """Paragraphs separated by blank lines. Raises Refused: letter.damaged, letter.no_text."""
    # One byte a character: everything beyond ASCII is written as \'xx or \u in this format.
    reader = _Reader(path)
    text = reader.text(path.read_bytes().decode("latin-1"))
    if not text.strip():
        raise Refused("letter.no_text", f"{path.name} holds no text, only pictures", name=path.name, pages=0)
    return text


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._blocks = Blocks()
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, tuple[int, str]] = {}
        self._font_name = ""
        self._page = "cp1252"
        self._default_font = 0
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False

    def text(self, source: str) -> str:
        position = 0
        started = False
        while found := _TOKEN.match(source, position):
            position = found.end()
            word, number, code, sign, brace, plain = found.groups()
            if code:
                self._code(code)
                continue
            self._decode()
            if brace == "{":
                started = True
                self._open()
            elif brace:
                self._close()
                if started and not self._stack:
                    break
            elif word == "bin":
                position += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif sign:
                self._sign(sign)
            elif plain:
                self._plain(plain)
        self._decode()
        if len(self._stack) > _MAY_BE_OPEN:
            raise damaged(self._path, "rtf", "ends in the middle")
        return layout.text_of(self._blocks.finished())

    def _open(self) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise damaged(self._path, "rtf", "nested too deep")
        self._stack.append(self._state)
        self._state = replace(self._state, closes="")
        self._to_skip = 0
        self._starred = False

    def _close(self) -> None:
        if self._state.closes:
            self._blocks.close(self._state.closes)
        self._state = self._stack.pop() if self._stack else _State(skip=True)
        self._to_skip = 0

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end("par")
        elif sign in _SIGNS:
            self._put(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        self._to_skip = 0
        if word in _SKIPPED or (starred and word not in _OPENED):
            self._state = replace(self._state, skip=True)
        elif word == "fonttbl":
            self._state = replace(self._state, fonts=True)
        elif word in {"shptxt", "footnote"}:
            self._blocks.open(word)
            self._state = replace(self._state, closes=word, skip=self._state.skip)
        elif word in _WORDS:
            self._put(_WORDS[word])
        elif word == "u" and number is not None:
            self._put(chr(number % 0x10000))
            self._to_skip = self._state.unicode_skip
        elif word in _PARAGRAPH_ENDS:
            self._end(word)
        elif not self._state.skip:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        changes: dict[str, Callable[[], dict[str, object]]] = {
            "f": lambda: {"font": number or 0}, "caps": lambda: {"capitals": on}, "v": lambda: {"hidden": on},
            "deleted": lambda: {"deleted": on}, "uc": lambda: {"unicode_skip": min(max(number or 0, 0), 8)},
            "plain": lambda: {"font": self._default_font, "capitals": False, "hidden": False, "deleted": False},
        }
        if word in changes:
            self._state = replace(self._state, **changes[word]())  # type: ignore[arg-type]
        elif word == "pard":
            self._blocks.in_table = False
        elif word == "intbl":
            self._blocks.in_table = True
        elif word == "deff":
            self._default_font = number or 0
        elif word == "ansicpg":
            self._page = _known_page(number or 0)
        elif word == "fcharset" and self._state.fonts:
            self._fonts[self._state.font] = (number or 0, "")

    def _code(self, code: str) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._state.skip:
            self._bytes.append(int(code, 16))

    def _decode(self) -> None:
        """Bytes are decoded together: some code pages need two for a letter."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            charset, _ = self._fonts.get(self._state.font, (0, ""))
            if charset == _SYMBOL:
                self._put("- ")
            else:
                self._put(data.decode(_CODE_PAGES.get(charset, self._page) if charset else self._page, "replace"))

    def _plain(self, text: str) -> None:
        cut = min(self._to_skip, len(text))
        self._to_skip -= cut
        text = text[cut:]
        if self._state.fonts:
            self._name_font(text)
        else:
            # Bytes beyond ASCII should not stand here; some programs put them in all the same.
            self._put(text if text.isascii() else text.encode("latin-1").decode(self._page, "replace"))

    def _name_font(self, text: str) -> None:
        name, end, _ = text.partition(";")
        self._font_name += name
        if end:
            charset, _ = self._fonts.get(self._state.font, (0, ""))
            self._fonts[self._state.font] = (charset, self._font_name.strip())
            self._font_name = ""

    def _put(self, text: str) -> None:
        state = self._state
        if state.skip or state.fonts or state.hidden or state.deleted:
            return
        capitals = state.capitals or is_capital_font(self._fonts.get(state.font, (0, ""))[1])
        self._blocks.put(f"{CAPS_FROM}{text}{CAPS_TO}" if capitals else text)

    def _end(self, word: str) -> None:
        if not self._state.skip and not self._state.deleted:
            self._blocks.end(word)


def _known_page(number: int) -> str:
    try:
        b"".decode(f"cp{number}")
    except LookupError:
        return "cp1252"
    return f"cp{number}"
