"""A letter's file to its text: the kind is known by content, never by name; every bad file is a plain refusal.

The text returned is composed Unicode; a blank line separates paragraphs, a single line break is a wrap.
PDF and DOCX are read in a child process under a time limit: a hostile or broken file can hang a library.
"""

from __future__ import annotations

from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import nfc
from broadcaster.directives.readers import child, txt

MAX_TEXT_BYTES = child.MAX_TEXT_BYTES
MAX_FILE_BYTES = 50_000_000

_IMAGES = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF"}
_OTHERS = {
    b"{\\rtf": "RTF", b"MZ": "program", b"\x7fELF": "program", b"Rar!": "RAR", b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip", b"ID3": "audio", b"RIFF": "audio", b"OggS": "audio", b"fLaC": "audio",
}
_OLE = b"\xd0\xcf\x11\xe0"


def read(path: Path) -> str:
    """The letter's text. Raises Refused with a letter.* code for anything that is no readable letter."""
    kind = _kind(path)
    if kind == "txt":
        _check_size(path, MAX_TEXT_BYTES)
        text = txt.read(path)
    else:
        _check_size(path, MAX_FILE_BYTES)
        text = child.read(kind, path)
    if not any(character.isalpha() for character in text):
        raise Refused("letter.empty", f"{path.name} holds no words", name=path.name)
    return nfc(text)


def suffix_of(path: Path) -> str:
    """The suffix the original is stored under: that of its content, whatever its name says."""
    return f".{_kind(path)}"


def _kind(path: Path) -> str:
    head = _head(path)
    if head.lstrip()[:5] == b"%PDF-" or b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return "docx"
    for magic, name in _IMAGES.items():
        if head.startswith(magic) and b"\0" in head:
            raise Refused("letter.image", f"{path.name} is a picture ({name}), not a text document",
                          name=path.name, found=name)
    if head.startswith(_OLE):
        raise _ole(path)
    for magic, name in _OTHERS.items():
        if head.startswith(magic):
            raise Refused("letter.unsupported", f"{path.name}: {name} files cannot be read as a letter",
                          name=path.name, found=name)
    return "txt"


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused("letter.missing", f"there is no such file: {path}", name=path.name)
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise Refused("letter.unreadable", f"cannot read {path}: {error.strerror}", name=path.name,
                      detail=str(error.strerror)) from error
    if not head:
        raise Refused("letter.empty", f"{path.name} is empty", name=path.name)
    return head


def _ole(path: Path) -> Refused:
    # An encrypted .docx is wrapped in the old container; its directory names the sealed stream in UTF-16.
    _check_size(path, MAX_FILE_BYTES)
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return Refused("letter.password", f"{path.name} is protected by a password", name=path.name)
    return Refused("letter.unsupported", f"{path.name} is an old Word file (.doc): save it as .docx", name=path.name,
                   found="doc")


def _check_size(path: Path, limit: int) -> None:
    size = path.stat().st_size
    if size > limit:
        raise Refused("letter.too_large", f"{path.name} has {size} bytes, a letter has at most {limit}",
                      name=path.name, size=size, limit=limit)
