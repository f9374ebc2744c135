"""How much the parser still reads when the sample letters are deformed the way copies, scanners and pages deform them.

Run: .venv/bin/python tests/bench/parse_variants.py [FOLDER] [--misses NAME]
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from parse_score import LETTERS, agrees, text_of

from broadcaster.base.vietnamese import fold
from broadcaster.directives.model import FIELD_NAMES
from broadcaster.directives.parse import parse_letter

_OLD_TONES = {"hòa": "hoà", "Hòa": "Hoà", "HÒA": "HOÀ", "hóa": "hoá", "Hóa": "Hoá", "HÓA": "HOÁ", "hỏa": "hoả",
              "HỎA": "HOẢ", "ủy": "uỷ", "Ủy": "Uỷ", "ỦY": "UỶ", "khỏe": "khoẻ", "tòa": "toà", "thủy": "thuỷ"}


def _head_lines(text: str) -> int:
    """How many lines stand before "Kính gửi", or before the title of a plan; 0 where there is no letterhead."""
    lines = text.split("\n")
    for index, line in enumerate(lines[:60]):
        if re.match(r"\s*(?:Kính g|KẾ HOẠCH|HƯỚNG DẪN|CÔNG ĐIỆN\b|THÔNG BÁO\s*$)", line):
            return index
    return 0


def wrapped(width: int) -> Callable[[str], str]:
    """Long lines of the body cut at a width, as a PDF shows them."""
    def deform(text: str) -> str:
        return "\n".join("\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
                         if len(line) > width else line for line in text.split("\n"))
    return deform


def one_line_head(text: str) -> str:
    """The letterhead as one line, as a page of a site copies it."""
    count = _head_lines(text)
    lines = text.split("\n")
    return " ".join(" ".join(lines[:count]).split()) + "\n" + "\n".join(lines[count:]) if count > 3 else text


def two_columns(text: str) -> str:
    """The motto beside the issuer's lines, place and date beside the number."""
    count = _head_lines(text)
    lines = [line.strip() for line in text.split("\n")[:count] if line.strip()]
    motto = [line for line in lines if re.match(r"C[ỘO]NG H|Độc [Ll]ập", line)]
    left = [line for line in lines if line not in motto]
    if len(motto) != 2 or len(left) < 2 or any("Độc" in line for line in left):
        return text
    left[0], left[1] = f"{left[0]} {motto[0]}", f"{left[1]} {motto[1]}"
    return "\n".join(left) + "\n\n" + "\n".join(text.split("\n")[count:])


def page_breaks(text: str) -> str:
    """A page number and blank lines in the middle of long paragraphs."""
    lines, page = [], 2
    for line in text.split("\n"):
        if len(line) > 400 and page < 6:
            middle = line.rfind(" ", 0, len(line) // 2)
            lines += [line[:middle], "", str(page), "", line[middle + 1:]]
            page += 1
        else:
            lines.append(line)
    return "\n".join(lines)


def scanned(text: str) -> str:
    """0 for O, 1 for l in the number and the date of the head; PHÒNG as PHÕNG."""
    count = _head_lines(text)
    lines = text.split("\n")
    head = "\n".join(lines[:count])
    head = re.sub(r"(?<=Số: )(\d*)1", r"\1l", head, count=1)
    head = re.sub(r"(?<=ngày )(\d?)0\b", r"\1O", head, count=1)
    return "\n".join([head, *lines[count:]]).replace("PHÒNG", "PHÕNG").replace("Như trên", "Nhu trên")


def bare_capitals(text: str) -> str:
    """Capitals without their marks: UY BAN NHAN DAN."""
    def bare(match: re.Match[str]) -> str:
        return fold(match.group()).upper()
    lines = text.split("\n")
    capitals = (index < 30 and line.isupper() and not re.search(r"\d+[/-]", line) for index, line in enumerate(lines))
    return "\n".join(re.sub(r".+", bare, line) if plain else line for line, plain in zip(lines, capitals, strict=True))


def markup(text: str) -> str:
    """What is left of a page's marks: stars, bars, non-breaking and zero-width blanks."""
    lines = [f"**{line}**" if line.isupper() else line for line in text.split("\n")]
    return "\n".join(lines).replace(", ", ",\u00a0").replace(". ", ".\u200b ")


def other_dashes(mark: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"(?m)^(\s*)-\s+", rf"\1{mark} ", text)


def spaced(text: str) -> str:
    return re.sub(r"(?<=\w) (?=\w)", "  ", text)


def doubled_lines(text: str) -> str:
    return text.replace("\n", "\n\n")


def number_blank(text: str) -> str:
    return re.sub(r"Số: ?(\d+) ?/", r"Số :  \1  / ", text, count=1)


def windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def old_tones(text: str) -> str:
    for new, old in _OLD_TONES.items():
        text = text.replace(new, old)
    return text


def one_page_line(text: str) -> str:
    """The whole letter on one line."""
    return " ".join(text.split()) if _head_lines(text) > 3 else text


def joined_paragraphs(text: str) -> str:
    """Points of a list run on inside one paragraph."""
    return re.sub(r"([;.])\n\s*\n?(?=\d{1,2}\. ?\D)", r"\1 ", text)


VARIANTS: dict[str, Callable[[str], str]] = {
    "as it is": str, "decomposed": lambda text: unicodedata.normalize("NFD", text), "old tones": old_tones,
    "wrap 60": wrapped(60), "wrap 80": wrapped(80), "wrap 120": wrapped(120), "two columns": two_columns,
    "head on one line": one_line_head, "page breaks": page_breaks, "scanner slips": scanned,
    "bare capitals": bare_capitals, "marks of a page": markup, "dash –": other_dashes("–"), "dash +": other_dashes("+"),
    "dash •": other_dashes("•"), "double blanks": spaced, "double lines": doubled_lines, "number apart": number_blank,
    "windows lines": windows, "points run on": joined_paragraphs, "one line": one_page_line,
}


def main() -> None:
    folders = [Path(word) for word in sys.argv[1:] if "/" in word] or [LETTERS]
    shown = sys.argv[sys.argv.index("--misses") + 1] if "--misses" in sys.argv else None
    for name, deform in VARIANTS.items():
        total, count, worst = 0.0, 0, Counter[str]()
        for path in (p for folder in folders for p in sorted(folder.rglob("*.json"))):
            gold = json.loads(path.read_text(encoding="utf-8"))
            letter = parse_letter(deform(text_of(path.with_suffix(".txt"))))
            for field in (field for field in FIELD_NAMES if field in gold):
                score = agrees(gold[field], letter.value(field))
                total, count = total + score, count + 1
                if score < 1:
                    worst[field] += 1
                    if shown == name:
                        print(f"{path.stem} {field}\n   gold {gold[field]!r}\n   read {letter.value(field)!r}")
        print(f"{name:<18} {100 * total / count:5.1f} %   {', '.join(f'{k} {v}' for k, v in worst.most_common(7))}")


if __name__ == "__main__":
    main()
