"""How many written forms are read right: a table file × category, and the misses on demand.

Run: .venv/bin/python tests/bench/readings_score.py [FILE…] [--misses] [--speed]
The held-out file (prose_held.tsv) is scored by category alone: its rows are never shown, so that nobody tunes on them.
"""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from broadcaster.speech.normalise import normalise

TABLES = Path(__file__).parents[1] / "data" / "speech"
HELD = "prose_held.tsv"
_SAME = {"ngàn": "nghìn", "lẻ": "linh", "mồng": "mùng"}
_SIZE = 10_000


def bare(text: str) -> str:
    """Without case, punctuation and place of the tone mark."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    return " ".join("".join(sorted(unicodedata.normalize("NFD", _SAME.get(word, word)))) for word in words)


def right(said: str, accepted: str) -> bool:
    if accepted.startswith("re:"):
        return re.search(accepted[3:].replace("\\u007c", "|"), said.lower()) is not None
    return bare(said) in {bare(one) for one in accepted.split("|")}


def cases(path: Path) -> list[tuple[str, str, str]]:
    """Input, accepted readings, category."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]
    return [(row[0], row[1], row[2]) for row in rows if not row[0].startswith("#")]


def score(path: Path, misses: bool) -> tuple[int, int]:
    asked: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for written, accepted, category in cases(path):
        said = normalise(written)
        asked[category] += 1
        if right(said, accepted):
            good[category] += 1
        elif misses and path.name != HELD:
            print(f"  {category}: {written!r}\n    said   {said!r}\n    wanted {accepted[:300]!r}")
    total, fine = sum(asked.values()), sum(good.values())
    print(f"{path.name}: {fine} of {total}, {100 * fine / max(total, 1):.1f} %")
    print("   " + ", ".join(f"{name} {good[name]}/{count}" for name, count in sorted(asked.items())))
    return fine, total


def speed(text: str) -> None:
    """Best of five, scaled to 10 KB, after a first call."""
    normalise("xã")
    best = min(_seconds(text) for _ in range(5))
    print(f"speed: {1000 * best * _SIZE / len(text):.0f} ms for {_SIZE} characters")


def _seconds(text: str) -> float:
    start = time.perf_counter()
    normalise(text)
    return time.perf_counter() - start


def main() -> None:
    files = [Path(word) for word in sys.argv[1:] if not word.startswith("--")] or sorted(TABLES.glob("*.tsv"))
    totals = [score(path, "--misses" in sys.argv) for path in files]
    fine, asked = sum(one[0] for one in totals), sum(one[1] for one in totals)
    print(f"all: {fine} of {asked}, {100 * fine / max(asked, 1):.1f} %")
    if "--speed" in sys.argv:
        letters = sorted((TABLES.parent / "letters").glob("*.txt"))
        speed("\n".join(path.read_text(encoding="utf-8") for path in letters)[:3 * _SIZE])


if __name__ == "__main__":
    main()
