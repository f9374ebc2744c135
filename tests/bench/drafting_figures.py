"""How letters become speech: words a sentence before and after, figures and clauses kept, time of a draft and a look.

Run: .venv/bin/python tests/bench/drafting_figures.py [--texts] [--missed]
--texts prints every draft, --missed what the drafts do not tell.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from broadcaster.base.settings import StationSection
from broadcaster.bulletins.coverage import Comparison, Coverage
from broadcaster.bulletins.drafting import draft_text, kind_of, told_by_default
from broadcaster.bulletins.figures import figures
from broadcaster.bulletins.wording import load_template
from broadcaster.directives.model import Directive
from broadcaster.directives.parse import parse_letter

DATA = Path(__file__).parents[1] / "data"
NOWHERE = Path("no such home")
NOT_FOR_PEOPLE = frozenset({"office", "citation"})


def letters() -> list[Path]:
    return [*sorted((DATA / "bulletins" / "letters").glob("*.txt")), *sorted((DATA / "letters").rglob("*.txt"))]


def read(path: Path) -> Directive:
    parsed = parse_letter(path.read_text(encoding="utf-8"))
    return Directive(path.stem, "", ".txt", path.name, parsed.text, parsed.fields, parsed.points,
                     datetime(2026, 11, 21, tzinfo=UTC), "")


def draft(letter: Directive) -> tuple[str, str, str, list[str]]:
    """Kind, title, text, ids of the points."""
    general = load_template(NOWHERE)
    points = told_by_default(letter, general)
    kind = kind_of(letter, points, general).value
    title, text = draft_text(letter, points, StationSection(), load_template(NOWHERE, kind))
    return kind, title, text, [point.id for point in points]


def lengths(texts: list[str]) -> list[int]:
    return [len(words) for text in texts for sentence in re.split(r"(?<=[.!?])\s+", text)
            if (words := sentence.split())]


def line(name: str, words: list[int]) -> str:
    over = {most: 100 * sum(word > most for word in words) / len(words) for most in (25, 30, 40)}
    shares = " ".join(f">{most}: {share:4.1f} %" for most, share in over.items())
    deciles = statistics.quantiles(words, n=10)
    return f"{name:<22}{len(words):4} sentences, median {statistics.median(words):.0f}, p90 {deciles[8]:.0f}, {shares}"


def main(arguments: list[str]) -> None:
    before: list[str] = []
    after: list[str] = []
    found: list[tuple[str, Coverage]] = []
    drafting, looking = [], []
    for path in letters():
        letter = read(path)
        start = time.perf_counter()
        kind, title, text, chosen = draft(letter)
        drafted = time.perf_counter()
        compare = Comparison(letter, load_template(NOWHERE).officialese, chosen)
        ready = time.perf_counter()
        parts = compare.of(text)
        drafting.append(1000 * (drafted - start))
        looking.append(1000 * (time.perf_counter() - ready))
        before += [point.text for point in letter.points if point.kind == "content"]
        after.append(text.split("\n\n")[1])
        found += [(path.stem, part) for part in parts if part.reason not in NOT_FOR_PEOPLE]
        if "--texts" in arguments:
            print(f"##### {path.stem} ({kind}): {title}\n{text}\n")
    print(line("points of the letters", lengths(before)))
    print(line("bodies of the drafts", lengths(after)))
    total = sum(len(figures(part.text)) for _, part in found)
    lost = sum(len(part.missing) for _, part in found)
    states = Counter(str(part.state) for _, part in found)
    print(f"figures for the people: {total}, told {total - lost} ({100 * (total - lost) / max(1, total):.1f} %)")
    print(f"clauses for the people: {len(found)}, {dict(states)}")
    print(f"ms, median and most: draft {statistics.median(drafting):.1f} {max(drafting):.1f}, "
          f"comparison {statistics.median(looking):.1f} {max(looking):.1f}")
    if "--missed" in arguments:
        for name, part in found:
            if part.state != "told":
                print(f"  {name:<10} {part.state:<10} {', '.join(part.missing):<24} {part.text[:110]}")


if __name__ == "__main__":
    main(sys.argv[1:])
