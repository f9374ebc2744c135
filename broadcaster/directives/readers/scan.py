"""Letters that are pictures: photos, faxes, scanned pages. What the recogniser doubts is marked in the text."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from broadcaster.base.errors import Refused
from broadcaster.directives.readers import columns, ocr, picture, unsure
from broadcaster.directives.readers.columns import Piece
from broadcaster.directives.readers.damage import damaged
from broadcaster.directives.readers.reflow import pages_to_text, share_of_vietnamese

MAX_PAGES = 60
MAX_PIXELS = 120_000_000
"""A page of A3 at 600 dpi has 70 million."""
_DOUBTFUL, _DOUBTFUL_FIGURE = 60, 75
"""Below this (0…100) a word is marked; digits earlier, for nothing around a digit says that it is wrong."""
_HOPELESS = 45
_MOST_GUESSED = 0.5
_MOST_AGAIN = 15
"""Lines of a page that are recognised a second time, alone."""
_LEAST_LETTERS = 40
_MARGIN = 16
"""White around a part: print at the very edge is read badly."""
_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF", "PPM")
_SLIPS = (
    ("PHÕNG", "PHÒNG"), ("Phõng", "Phòng"), ("phõng", "phòng"), ("tỉnh thần", "tinh thần"), ("Nhu trên", "Như trên"),
    ("Úy ban", "Ủy ban"), ("Uy ban", "Ủy ban"), ("vãc xin", "vắc xin"), ("vac xin", "vắc xin"), ("văc xin", "vắc xin"),
)
"""Slips that make a word the language does not have; never digits."""
_FORM_SLIPS = (
    (re.compile(r"(?<=Lưu: )V[TIỊ1l]\b(?:\ue000)?[.,]?(?= [^\W\d_])"), "VT,"),
    (re.compile(r"^(KT|TL|TM|TUQ)[:,](?= [A-ZĐ])"), r"\1."),
    (re.compile(r"ĐÐ|ÐĐ"), "Đ"),
)
"""Words the form of a letter sets: the archive line begins with VT, an office signs for another with "KT."."""
_ICELANDIC = str.maketrans("Ðð", "Đđ")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_GLUED = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")

Progress = Callable[[int, int], None]


def read(path: Path, progress: Progress) -> str:
    """The marked text of a picture file, page by page.

    Raises Refused: letter.no_ocr, letter.damaged, letter.bomb, letter.too_many_pages, letter.no_text, letter.slow.
    """
    ocr.require(path.name)
    pages: list[list[str]] = []
    with _opened(path) as image:
        total = _count(image, path)
        refuse_too_many(path.name, total)
        progress(0, total)
        for number, frame in enumerate(_frames(image, path), 1):
            pages.append(lines(frame, path.name))
            progress(number, total)
    text = pages_to_text(pages)
    refuse_illegible(text, path.name, len(pages))
    return unsure.SCAN + text


def refuse_illegible(text: str, name: str, pages: int) -> None:
    """What is mostly guesses is worse than nothing: a person would take it for the letter."""
    words = len(text.split())
    letters = sum(character.isalpha() for character in text)
    if letters < _LEAST_LETTERS // 4 or text.count(unsure.WORD) > _MOST_GUESSED * words:
        raise Refused("letter.no_text", f"{name} is too poor a picture: hardly a word could be recognised", name=name,
                      pages=pages)


def refuse_too_many(name: str, pages: int) -> None:
    """A letter has some pages; hundreds of pictures would keep the computer busy for hours."""
    if pages > MAX_PAGES:
        raise Refused("letter.too_many_pages", f"{name} has {pages} scanned pages, at most {MAX_PAGES} are read",
                      name=name, pages=pages, limit=MAX_PAGES)


def lines(image: Any, name: str) -> list[str]:
    """The lines of one page in reading order, doubtful words marked."""
    page = picture.prepared(image)
    if page is None:
        return []
    found = _words(page, name)
    if _is_poor(found):
        # Asked of the picture as it came: print that lies on its side was taken for huge and made smaller.
        angle = ocr.upright_angle(picture.evened(image), name)
        turned = picture.prepared(picture.evened(image).rotate(-angle, expand=True)) if angle else None
        if turned is not None:
            page, found = turned, _words(turned, name)
    return columns.lines(_rows(_read_again(page, found, name), page.height), page.width)


def _words(page: Any, name: str) -> list[ocr.Word]:
    found: list[ocr.Word] = []
    for number, zone in enumerate(picture.zones(page)):
        box = (zone.left, zone.top, zone.right, zone.bottom)
        for word in _recognised(page, box, name, 6 if zone.column else 3):
            found.append(replace(word, line=(number, *word.line)))
    return found


def _recognised(page: Any, box: tuple[int, int, int, int], name: str, layout: int) -> list[ocr.Word]:
    """The words of a part of the page, with their places on the whole of it."""
    part = ImageOps.expand(page.crop(box), border=_MARGIN, fill=255)
    return [replace(word, left=word.left + box[0] - _MARGIN, top=word.top + box[1] - _MARGIN)
            for word in ocr.words(part, name, layout=layout)]


def _read_again(page: Any, found: list[ocr.Word], name: str) -> list[ocr.Word]:
    """Lines in doubt, recognised alone: in company, a line is sometimes cut so low that its accents are lost."""
    printed: dict[tuple[int, ...], list[ocr.Word]] = {}
    for word in found:
        printed.setdefault(word.line, []).append(word)
    doubtful = sorted((mean(word.confidence for word in line), key) for key, line in printed.items()
                      if len(line) > 1 and (min(word.confidence for word in line) < _DOUBTFUL or _lost_accents(line)))
    for confidence, key in doubtful[:_MOST_AGAIN]:
        line = printed[key]
        top, bottom = min(word.top for word in line), max(word.top + word.height for word in line)
        left, right = min(word.left for word in line), max(word.left + word.width for word in line)
        room = bottom - top
        box = (max(left - room, 0), max(top - room // 3, 0), min(right + room, page.width),
               min(bottom + room // 6, page.height))
        alone = _recognised(page, box, name, 7)
        if alone and len(alone) > len(line) // 2 and mean(word.confidence for word in alone) > confidence + 1:
            printed[key] = [replace(word, line=key) for word in alone]
    return [word for line in printed.values() for word in line]


def _lost_accents(line: list[ocr.Word]) -> bool:
    """Three of four Vietnamese syllables carry a mark; a long line where hardly one does has lost them."""
    words = [word.text for word in line if any(character.isalpha() for character in word.text)]
    marked = sum(not word.isascii() for word in words)
    return len(words) >= 5 and marked < 0.45 * len(words)


def _is_poor(found: list[ocr.Word]) -> bool:
    text = " ".join(word.text for word in found)
    return not found or mean(word.confidence for word in found) < _HOPELESS or share_of_vietnamese(text) < 0.5


def _rows(found: list[ocr.Word], height: int) -> list[list[Piece]]:
    printed: dict[tuple[int, ...], list[ocr.Word]] = {}
    for word in found:
        if _is_print(word):
            printed.setdefault(word.line, []).append(word)
    pieces = [piece for line in printed.values() for piece in _pieces(line, height)]
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.baseline):
        if rows and abs(rows[-1][0].baseline - piece.baseline) < 0.5 * min(rows[-1][0].height, piece.height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _is_print(word: ocr.Word) -> bool:
    """Not a rule, a speck or a piece of a seal taken for a letter."""
    return word.confidence > 0 and (any(character.isalnum() for character in word.text) or word.confidence > 60
                                    or word.text in "-–+•*:;.,/")


def _pieces(line: list[ocr.Word], height: int) -> Iterator[Piece]:
    ordered = sorted(line, key=lambda word: word.left)
    size = 1.25 * sorted(word.height for word in ordered)[(3 * len(ordered)) // 4]
    runs = [[ordered[0]]]
    for before, word in pairwise(ordered):
        if word.left - before.left - before.width > 1.1 * size:
            runs.append([word])
        else:
            runs[-1].append(word)
    base = height - median(word.top + word.height for word in ordered)
    for run in runs:
        yield Piece(run[0].left, run[-1].left + run[-1].width, base, size, _repaired(" ".join(map(_marked, run))))


def _marked(word: ocr.Word) -> str:
    figures = any(character.isdigit() for character in word.text)
    return word.text + (unsure.WORD if word.confidence < (_DOUBTFUL_FIGURE if figures else _DOUBTFUL) else "")


def _repaired(text: str) -> str:
    for wrong, right in _SLIPS:
        text = text.replace(wrong, right)
    for slip, right in _FORM_SLIPS:
        text = slip.sub(right, text)
    text = _GLUED.sub(", ", text).replace(" — ", " – ").translate(_ICELANDIC)
    words = _LETTERS.findall(text)
    small = sum(not word.isupper() for word in words) > len(words) / 2
    return _LETTERS.sub(lambda word: _even_case(word.group(), small), text)


def _even_case(word: str, among_small: bool) -> str:
    """Capitals where no word has them: "cuỘc", and "SỔ" in a line of small letters; "UBND" and "CĐ" stay."""
    if word[0].islower() and any(character.isupper() for character in word):
        return word.lower()
    if among_small and word.isupper() and len(word) <= 3 and _has_tone(word[-1]):
        return word.capitalize()
    return word


def _has_tone(letter: str) -> bool:
    return any(mark in unicodedata.normalize("NFD", letter) for mark in "\u0300\u0301\u0303\u0309\u0323")


def _opened(path: Path) -> Any:
    # A picture up to twice this size is only warned of by the library; each frame is measured below.
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(path, formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _bomb(path) from error
    except Exception as error:
        # A torn header stumbles anywhere inside the library; all of it means the same to a person.
        raise damaged(path, "picture", "cannot be opened") from error
    return image


def _count(image: Any, path: Path) -> int:
    try:
        return int(getattr(image, "n_frames", 1))
    except Exception as error:
        raise damaged(path, "picture", "its pages cannot be counted") from error


def _frames(image: Any, path: Path) -> Iterator[Any]:
    try:
        for frame in ImageSequence.Iterator(image):
            if frame.width * frame.height > MAX_PIXELS:
                raise _bomb(path)
            if frame.format == "JPEG":
                frame.draft("L", (picture.MAX_SIDE, picture.MAX_SIDE))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                frame.load()
            yield frame
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _bomb(path) from error
    except (Refused, MemoryError):
        raise
    except Exception as error:
        raise damaged(path, "picture", "a page cannot be decoded") from error


def _bomb(path: Path) -> Refused:
    return Refused("letter.bomb", f"{path.name} would unpack to more than {MAX_PIXELS} picture points: refused",
                   name=path.name, size=MAX_PIXELS, entries=1)
