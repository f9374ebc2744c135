"""Plain text: UTF-8 or UTF-16, nothing guessed."""

from __future__ import annotations

import codecs
from pathlib import Path

from broadcaster.base.errors import Refused


def read(path: Path) -> str:
    """The text with plain line breaks. Raises Refused: letter.encoding, letter.binary."""
    data = path.read_bytes()
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        code = "letter.binary" if b"\0" in data[:65536] else "letter.encoding"
        what = "is not a text file" if code == "letter.binary" else "is not Unicode text: save it as UTF-8"
        raise Refused(code, f"{path.name} {what}", name=path.name) from error
    if "\0" in text:
        raise Refused("letter.binary", f"{path.name} holds zero bytes, it is not a text file", name=path.name)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
