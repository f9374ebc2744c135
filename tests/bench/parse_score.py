"""How much of the labelled sample letters the parser reads: a table field × letters and the share in all.

Run: .venv/bin/python tests/bench/parse_score.py [FOLDER] [--misses]
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from broadcaster.base.vietnamese import fold
from broadcaster.directives.model import FIELD_NAMES
from broadcaster.directives.parse import parse_letter

LETTERS = Path(__file__).parents[1] / "data" / "letters"


def agrees(gold: Any, read: Any) -> float:
    """1 for the same value; lists by the share found less what is too much. Case, blanks, end marks do not count."""
    if isinstance(gold, list):
        wanted, got = {plain(item) for item in gold}, {plain(item) for item in read or []}
        return 1.0 if not wanted and not got else len(wanted & got) / len(wanted | got)
    if gold is None or isinstance(gold, bool | int):
        return float(gold == read)
    return float(read is not None and plain(str(gold)) == plain(str(read)))


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def text_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.split("\n", 1)[1] if text.startswith("# source:") else text


def main() -> None:
    folder = next((Path(word) for word in sys.argv[1:] if not word.startswith("--")), LETTERS)
    scores: dict[str, list[float]] = {name: [] for name in FIELD_NAMES}
    for path in sorted(folder.glob("*.json")):
        gold, letter = json.loads(path.read_text(encoding="utf-8")), parse_letter(text_of(path.with_suffix(".txt")))
        for name in FIELD_NAMES:
            if name in gold:
                score = agrees(gold[name], letter.value(name))
                scores[name].append(score)
                if score < 1 and "--misses" in sys.argv:
                    print(f"{path.stem} {name}: {score:.2f}\n   gold {gold[name]!r}\n   read {letter.value(name)!r}")
    for name, values in scores.items():
        print(f"{name:<18} {sum(values):5.1f} / {len(values)}  {' '.join(f'{v:.1f}' for v in values)}")
    every = [value for values in scores.values() for value in values]
    print(f"total {100 * sum(every) / len(every):.1f} % of {len(every)} fields")


if __name__ == "__main__":
    main()
