"""Plain text in any encoding: Unicode as it says, old Vietnamese letters by what then reads as Vietnamese."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import encodings
from broadcaster.directives.readers.kinds import unsupported

_NUMBER = r"[ \t]*(?:-[ \t]*)?\d{1,3}(?:[ \t]*-)?[ \t]*"
_PAGE_NUMBER = re.compile(rf"\n{_NUMBER}\n*\f|\f\n*{_NUMBER}\n")
_JSON = re.compile(r"\s*(?:\{\s*(?:\"[^\"\n]{1,80}\"\s*:|\})|\[\s*(?:[\[{\"\d]|\]))")
_CODE = re.compile(
    r"\s*(?:#!|<\?php|#include\s|package\s+[\w.]+;|import\s+[\w.]+(?:;|$|\s+as\s)|from\s+[\w.]+\s+import\s|"
    r"(?:def|class|function|const|let|var|public|private|static|void)\s+[\w$<>\[\]]+\s*[(:={]|"
    r"(?:SELECT|INSERT|CREATE|UPDATE)\s+.*\b(?:FROM|INTO|TABLE|SET)\b)", re.MULTILINE)
_CODE_END = (";", "{", "}", ")", ":", ",")
_CHARSET = re.compile(r"(?:us-ascii|iso-8859-|windows-\d|cp\d|latin)", re.IGNORECASE)
_LINES_LOOKED_AT = 60
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SOUND_LETTERS = 1000
"""For one broken letter there are at least as many sound ones."""


def read(path: Path, progress: object = None) -> str:
    """The letter's text. Raises Refused: letter.encoding, letter.binary, letter.unsupported."""
    text = decode(path.read_bytes(), path)
    _refuse_other_forms(path, text)
    return as_letter(text)


def as_letter(text: str) -> str:
    """Text of any origin with its columns apart and page numbers gone; lines stay as they are."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = _PAGE_NUMBER.sub("\n\f", text).replace("\f", "\n\n").split("\n")
    return "\n".join(encodings.repaired(lines))


def decode(data: bytes, path: Path, charset: str = "") -> str:
    """Bytes to text; `charset` is what the document says of itself. Raises Refused: letter.encoding, letter.binary."""
    for encoding in _unicode_of(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and encodings.is_text(text):
            return text
    if b"\0" in data or len(_CONTROL.findall(data)) * 50 > len(data):
        raise Refused("letter.binary", f"{path.name} is not a text file", name=path.name)
    found = _with_holes(data) or _as_it_says(data, charset) or encodings.decoded(data)
    if found is None:
        raise Refused("letter.encoding", f"{path.name} is not Unicode text, nor clearly TCVN3, VNI or code page 1258",
                      name=path.name)
    return found


def _unicode_of(data: bytes) -> list[str]:
    """Which Unicode the bytes may be, told by their marks; text of two bytes a letter is full of zeros."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if b"\0" not in data[:4096]:
        return ["utf-8-sig"]
    sample = data[: 4096]
    even, odd = (sample[start::2].count(0) / max(1, len(sample[start::2])) for start in (0, 1))
    return ["utf-16-le"] if odd > 0.4 > 10 * even else ["utf-16-be"] if even > 0.4 > 10 * odd else ["utf-8-sig"]


def _with_holes(data: bytes) -> str:
    """Unicode in which a rare letter is broken: the hole shows, nothing is made up."""
    text = data.decode("utf-8", "replace")
    return text if text.count("\ufffd") * _SOUND_LETTERS <= len(text) else ""


def _as_it_says(data: bytes, charset: str) -> str:
    if not _CHARSET.match(charset):
        return ""
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return ""


def _refuse_other_forms(path: Path, text: str) -> None:
    lines = [line.rstrip() for line in text[:20_000].splitlines() if line.strip()][:_LINES_LOOKED_AT]
    if _JSON.match(text) and text.rstrip()[-1:] in "}]":
        raise unsupported(path, "JSON")
    if encodings.score(text[:20_000]) > 0.5:
        return
    if _is_table(lines):
        raise unsupported(path, "CSV")
    ends = sum(line.endswith(_CODE_END) for line in lines)
    if len(lines) >= 3 and len(_CODE.findall(text[:20_000])) >= 2 and ends * 5 >= len(lines) * 2:
        raise unsupported(path, "program code")


def _is_table(lines: list[str]) -> bool:
    for mark in (",", ";", "\t"):
        counts = {line.count(mark) for line in lines}
        if len(lines) >= 4 and len(counts) == 1 and counts.pop() >= 2:
            return True
    return False


