"""Title, artist, album, comment and cover of a sound file, whatever letters and sizes they come in."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import IO, Any

from broadcaster.base.vietnamese import nfc, one_line

MOST_LETTERS = 300
COVER_PIXELS = 256
_MOST_COVER_BYTES = 16 << 20
_MOST_COVER_PIXELS = 40_000_000
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}"
                       r"(?:ng|nh|ch|[cmnpt])?")
_WORD = re.compile(r"[^\W\d_]+")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_RAW = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class Tags:
    """What a file says of itself, each in one line of composed Unicode."""

    title: str = ""
    artist: str = ""
    album: str = ""
    comment: str = ""


def read(metadata: Mapping[str, str]) -> Tags:
    """From what the demuxer found; bytes that are no UTF-8 come as lone surrogates."""
    low = {key.lower(): value for key, value in metadata.items()}
    artist = low.get("artist") or low.get("album_artist") or low.get("composer") or ""
    return Tags(*(legible(text) for text in (low.get("title", ""), artist, low.get("album", ""),
                                             low.get("comment") or low.get("description") or "")))


def legible(text: str) -> str:
    """One line of Unicode from a tag in any of the letters Vietnamese was ever stored in."""
    text = text[:4 * MOST_LETTERS]
    candidates = [text] if not _RAW.search(text) else []
    raw = _bytes(text)
    if raw is not None:
        candidates += [made for convert in _READINGS if (made := convert(raw)) is not None]
    best = max(candidates, key=_likelihood, default="")  # the first of the best: as it stands, if that reads well
    return one_line(_RAW.sub("\ufffd", best), MOST_LETTERS)


def cover(file: IO[bytes]) -> bytes:
    """The picture in a sound file as a small JPEG, or nothing; never an error, whatever the picture is."""
    import av

    try:
        file.seek(0)
        with av.open(_Plain(file), "r", metadata_errors="ignore", options={"protocol_whitelist": "none"}) as container:
            for stream in container.streams.video:
                if stream.disposition & av.stream.Disposition.attached_pic:
                    return small(bytes(next(container.demux(stream))))
    except (av.error.FFmpegError, OSError, ValueError, ArithmeticError, MemoryError, StopIteration, IndexError):
        return b""
    return b""


def small(picture: bytes) -> bytes:
    """A JPEG of at most COVER_PIXELS; nothing for what is no picture, or a huge one."""
    from PIL import Image

    if len(picture) > _MOST_COVER_BYTES:
        return b""
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > _MOST_COVER_PIXELS:
                return b""
            image.draft("RGB", (2 * COVER_PIXELS, 2 * COVER_PIXELS))
            made: Any = image.convert("RGB")
            made.thumbnail((COVER_PIXELS, COVER_PIXELS))
            made.save(out, "JPEG", quality=82)
    except (OSError, ValueError, ArithmeticError, MemoryError, SyntaxError, Image.DecompressionBombError,
            Image.DecompressionBombWarning):
        return b""
    return out.getvalue()


class _Plain:
    """A file without its name: the content decides."""

    def __init__(self, file: IO[bytes]) -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell


def _bytes(text: str) -> bytes | None:
    """The bytes behind a text that was read as Latin-1 or is no UTF-8; None when it is neither."""
    if text.isascii():
        return None
    for encoding, errors in (("latin-1", "strict"), ("cp1252", "strict"), ("utf-8", "surrogateescape")):
        try:
            raw = text.encode(encoding, errors)
        except UnicodeEncodeError:
            continue
        # Good UTF-8 was read as what it is, and stays so.
        return None if encoding == "utf-8" and not _RAW.search(text) else raw
    return None


def _as(encoding: str) -> Callable[[bytes], str | None]:
    def convert(raw: bytes) -> str | None:
        try:
            return nfc(raw.decode(encoding))
        except UnicodeDecodeError:
            return None
    return convert


def _tcvn3(raw: bytes) -> str | None:
    from viparse.normalize.tcvn3 import TCVN3

    return _by_table(raw.decode("latin-1"), TCVN3.pairs)


def _vni(raw: bytes) -> str | None:
    from viparse.normalize.vni import VNI

    # One letter is missing in that table.
    return _by_table(raw.decode("cp1252", "replace"), (*VNI.pairs, ("aú", "ẳ"), ("AÚ", "Ẳ")))


def _by_table(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    table = dict(pairs)
    pattern = "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True))
    return nfc(re.sub(pattern, lambda found: table[found.group()], text))


_READINGS: tuple[Callable[[bytes], str | None], ...] = (
    _as("utf-8"), _as("cp1252"), _as("cp1258"), _tcvn3, _vni, _as("utf-16"))


def _likelihood(text: str) -> float:
    """How much a text reads like Vietnamese, 0…1; plain letters and names of other countries lie between."""
    if any(unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs", "So"} or c == "\ufffd" for c in text.strip("\0 \t\r\n")):
        return 0.0
    words = [word for word in _WORD.findall(nfc(text).lower()) if not word.isascii()]
    if not words:
        return 0.5
    return sum(_is_syllable(word) for word in words) / len(words)


def _is_syllable(word: str) -> bool:
    plain = unicodedata.normalize("NFD", word)
    if sum(plain.count(chr(tone)) for tone in _TONES) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain.translate(_TONES))) is not None
