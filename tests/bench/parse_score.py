"""How much of the labelled sample letters the parser reads: a table field × letters and the share in all.

Run: .venv/bin/python tests/bench/parse_score.py [FOLDER] [--misses] [--confidence]
--confidence: how often a value is right where the parser is sure (0.6 and more) and where it asks for a look, over the
letters and all deformations of parse_variants.py.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from broadcaster.base.vietnamese import fold
from broadcaster.directives.model import FIELD_NAMES
from broadcaster.directives.parse import parse_letter

SURE = 0.6
"""Below, the window asks for a look."""
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


def confidence(folder: Path, shown: str | None) -> None:
    """Per field: right and wrong values above and below the threshold the window uses."""
    from parse_variants import VARIANTS

    counts: dict[str, Counter[tuple[bool, bool]]] = {name: Counter() for name in FIELD_NAMES}
    for path in sorted(folder.rglob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for variant, deform in VARIANTS.items():
            letter = parse_letter(deform(text_of(path.with_suffix(".txt"))))
            for name in (name for name in FIELD_NAMES if name in gold):
                field = letter.fields[name]
                right = agrees(gold[name], field.value) > 0.99
                counts[name][field.confidence >= SURE, right] += 1
                if name == shown and right != (field.confidence >= SURE):
                    print(f"{path.stem} {variant}: {field.value!r} at {field.confidence}, gold {gold[name]!r}")
    print(f"{'':<18} sure+right sure+wrong look+right look+wrong")
    total = Counter[tuple[bool, bool]]()
    for name, count in [*counts.items(), ("total", total)]:
        total += count
        print(f"{name:<18}" + "".join(f"{count[key]:>11}" for key in
                                      ((True, True), (True, False), (False, True), (False, False))))
    wrong = total[True, False] + total[False, False]
    print(f"sure values right: {100 * total[True, True] / max(1, total[True, True] + total[True, False]):.1f} %; "
          f"wrong values that ask for a look: {100 * total[False, False] / max(1, wrong):.0f} %; right values that do: "
          f"{100 * total[False, True] / max(1, total[False, True] + total[True, True]):.1f} %")


def main() -> None:
    if "--confidence" in sys.argv:
        words = [word for word in sys.argv[1:] if not word.startswith("--")]
        shown = next((word for word in words if word in FIELD_NAMES), None)
        confidence(next((Path(word) for word in words if "/" in word), LETTERS), shown)
        return
    folder = next((Path(word) for word in sys.argv[1:] if not word.startswith("--")), LETTERS)
    scores: dict[str, list[float]] = {name: [] for name in FIELD_NAMES}
    for path in sorted(folder.rglob("*.json")):
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
