"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from broadcaster.base.errors import Refused

KINDS = ("txt", "docx", "odt", "rtf", "doc", "html", "mail", "pdf", "scan")
PATTERNS = ("*.docx", "*.doc", "*.pdf", "*.odt", "*.rtf", "*.txt", "*.html", "*.htm", "*.mht", "*.eml", "*.docm",
            "*.dotx", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff", "*.bmp", "*.webp")
"""Names a letter usually has: for the file dialog and for what may be dropped on the window."""
SUFFIXES = tuple(pattern[1:] for pattern in PATTERNS)
FILTER = " ".join(PATTERNS)

_HEAD_BYTES = 8192
_TAIL_BYTES = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"II*\0": ".tif", b"MM\0*": ".tif", b"BM": ".bmp"}
_OTHERS = {
    b"MZ": "program", b"\x7fELF": "program", b"Rar!": "RAR", b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip", b"ID3": "audio",
    b"RIFF": "audio", b"OggS": "audio", b"fLaC": "audio", b"GIF8": "GIF", b"SQLite format 3": "database",
    b"%!PS": "PostScript", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\xff\xfb": "audio", b"\xff\xf3": "audio",
}
_SUFFIX = {"txt": ".txt", "docx": ".docx", "odt": ".odt", "rtf": ".rtf", "doc": ".doc", "html": ".html",
           "mail": ".eml", "pdf": ".pdf"}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|b)\b",
    re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|svg|[a-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*[\"'][^<>]*|/?)>)", re.IGNORECASE)
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z-]{1,40}):[ \t\r]?", re.MULTILINE)
_MAIL_NAMES = {b"from", b"to", b"subject", b"date", b"mime-version", b"received", b"return-path", b"message-id",
               b"content-type", b"delivered-to", b"snapshot-content-location", b"x-mailer", b"cc", b"reply-to"}


def kind_of(path: Path) -> str:
    """One of KINDS. Raises Refused: letter.missing, unreadable, empty, unsupported."""
    return _kind(path, head_of(path))


def suffix_of(path: Path) -> str:
    """The suffix the original is stored under: that of its content, whatever its name says."""
    head = head_of(path)
    kind = _kind(path, head)
    return _image(head) if kind == "scan" else _SUFFIX[kind]


def head_of(path: Path) -> bytes:
    """The first bytes of a plain file; devices, pipes and folders are never opened."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused("letter.missing", f"there is no such file: {path}", name=path.name)
        # A file without a size that still gives bytes (in /proc) may also wait for ever.
        head = b""
        if found.st_size:
            with path.open("rb") as file:
                head = file.read(_HEAD_BYTES)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Refused("letter.missing", f"there is no such file: {path}", name=path.name) from error
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise Refused("letter.unreadable", f"cannot read {path}: {detail}", name=path.name, detail=detail) from error
    if not head:
        raise Refused("letter.empty", f"{path.name} is empty", name=path.name)
    return head


def _kind(path: Path, head: bytes) -> str:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if bare.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _zip_kind(path, head)
    if bare.startswith(b"{\\rt"):
        return "rtf"
    if head.startswith(_OLE):
        return "doc"
    if _image(head):
        return "scan"
    for magic, name in _OTHERS.items():
        if head.startswith(magic):
            raise unsupported(path, name)
    return _text_kind(path, head)


def _zip_kind(path: Path, head: bytes) -> str:
    """By the names in the archive's directory, which stands at its end."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
            names = head + file.read(_TAIL_BYTES)
    except OSError:
        names = head
    return "odt" if b"content.xml" in names and b"word/" not in names and b"xl/" not in names else "docx"


def _text_kind(path: Path, head: bytes) -> str:
    plain = head.replace(b"\0", b"") if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else head
    plain = plain.lstrip(b"\xff\xfe\xef\xbb\xbf")
    if _HTML.match(plain):
        return "html"
    if _MARKUP.match(plain):
        raise unsupported(path, "SVG" if _SVG.search(plain) else "XML")
    first = plain.lstrip()
    if _HEADER.match(first):
        block = re.split(rb"\r?\n\r?\n", first, maxsplit=1)[0]
        names = {name.lower() for name in _HEADER.findall(block)}
        if len(names & _MAIL_NAMES) >= 3 or (b"mime-version" in names and b"content-type" in names):
            return "mail"
    return "txt"


def _image(head: bytes) -> str:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    for magic, suffix in _IMAGES.items():
        # "BM" alone also begins words.
        if head.startswith(magic) and (suffix != ".bmp" or head[6:10] == b"\0\0\0\0"):
            return suffix
    return ""


def unsupported(path: Path, found: str) -> Refused:
    """The file is something else than a letter; `found` says what."""
    return Refused("letter.unsupported", f"{path.name}: {found} files cannot be read as a letter", name=path.name,
                   found=found)
