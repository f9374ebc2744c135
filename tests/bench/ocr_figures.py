"""How well scans of the five first sample letters are read: share of wrong characters, and what the parser makes of it.

Run: .venv/bin/python tests/bench/ocr_figures.py [200 300 150 bad200 photo] [--misses]
The letters are printed here, at 13 points on A4 with a letterhead of two columns, and degraded (tests/scan_pages.py).
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from parse_score import agrees  # noqa: E402
from scan_pages import LETTERS, badly_scanned, blocks_of, printed, printed_text  # noqa: E402

from broadcaster.directives.certainty import believed  # noqa: E402
from broadcaster.directives.parse import parse_letter  # noqa: E402
from broadcaster.directives.readers import scan  # noqa: E402
from broadcaster.directives.readers.cleaning import clean  # noqa: E402
from broadcaster.directives.readers.reflow import pages_to_text  # noqa: E402
from broadcaster.directives.readers.unsure import SCAN, Reading, split  # noqa: E402

SEVEN = ("number", "issued_place", "issued_date", "issuer", "subject", "recipients", "content_items")
KINDS = ("300", "200", "150", "bad200", "photo")


def distance(one: str, other: str) -> int:
    """Characters to change, add or take away (Myers' bit vectors: a page in milliseconds)."""
    size = len(one)
    places: dict[str, int] = {}
    for index, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << index
    plus, minus, score, mask = (1 << size) - 1, 0, size, (1 << size) - 1
    for character in other:
        equal = places.get(character, 0)
        across = (((equal & plus) + plus) ^ plus) | equal | minus
        up, down = minus | ~(across | plus), plus & across
        score += bool(up >> (size - 1) & 1) - bool(down >> (size - 1) & 1)
        up = up << 1 | 1
        plus = (down << 1 | ~((equal | minus) | up)) & mask
        minus = up & (equal | minus) & mask
    return score


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("–", "-").replace("—", "-").replace("oà", "òa").replace("OÀ", "ÒA")).strip()


def body(text: str) -> str:
    """From the addressees to the distribution list: no question of columns."""
    start, end = text.find("Kính gửi"), text.rfind("Nơi nhận")
    return text[max(start, 0):end if end > 0 else len(text)]


def scans(kind: str, blocks: object) -> Iterator[Image.Image]:
    dpi = {"bad200": 200, "photo": 240}.get(kind) or int(kind)
    for number, page in enumerate(printed(blocks, dpi)):  # type: ignore[arg-type]
        if kind == "bad200":
            yield badly_scanned(page, seed=number)
        elif kind == "photo":
            yield badly_scanned(page, angle=-3.5, quality=70, shadow=140, seed=number)
        else:
            yield page


def read_letter(kind: str, blocks: object) -> tuple[Reading, int]:
    pages = [scan.lines(page, kind) for page in scans(kind, blocks)]
    return split(clean(SCAN + pages_to_text(pages), marked=True)), len(pages)


def main() -> None:
    kinds = [word for word in sys.argv[1:] if word in KINDS] or list(KINDS)
    for kind in kinds:
        wrong = [0, 0]
        length = [0, 0]
        seven: list[float] = []
        every: list[float] = []
        doubted, started, pages = 0, time.perf_counter(), 0
        for path in sorted(LETTERS.glob("seed-00?.txt")):
            blocks = blocks_of(path.read_text(encoding="utf-8"))
            truth = printed_text(blocks)
            reading, count = read_letter(kind, blocks)
            pages += count
            doubted += len(reading.unsure)
            for index, part in enumerate((str, body)):
                wanted, got = plain(part(truth)), plain(part(reading.text))
                wrong[index] += distance(wanted, got)
                length[index] += len(wanted)
            letter = believed(parse_letter(reading.text), reading)
            gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            for name, value in gold.items():
                if name not in letter.fields:
                    continue
                score = agrees(value, letter.value(name))
                every.append(score)
                if name in SEVEN:
                    seven.append(score)
                if score < 1 and "--misses" in sys.argv:
                    print(f"{kind} {path.stem} {name} {letter.fields[name].confidence:.2f}\n   gold {value!r}\n"
                          f"   read {letter.value(name)!r}")
        share = [100 * bad / of for bad, of in zip(wrong, length, strict=True)]
        print(f"{kind:>7}: wrong characters {share[0]:.2f} % (body {share[1]:.2f} %), "
              f"fields {sum(seven):.1f} of {len(seven)}, all {100 * sum(every) / len(every):.1f} % of {len(every)}, "
              f"{doubted} words doubted, {(time.perf_counter() - started) / pages:.1f} s a page")


if __name__ == "__main__":
    main()
