"""Spoiled prose through the normaliser: never raises, covers the text, leaves no figure, reads its own words alike.

Run: .venv/bin/python tests/chaos/mutated_prose.py [SECONDS] [SEED]
"""

from __future__ import annotations

import random
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

from broadcaster.speech.normalise import normalise, readings

_TABLES = Path(__file__).parents[1] / "data" / "speech"
_SPOIL = ["", " ", ".", ",", "/", "-", "(", ")", "1", "5", "0", "A", "đ", "I", "h", "%", "\n", "+"]
_SLOW = 0.5
"""Seconds for one short text."""


def written() -> list[str]:
    lines = [line for table in sorted(_TABLES.glob("*.tsv")) if table.name != "prose_held.tsv"
             for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    return [line.split("\t")[0] for line in lines if line]


def spoiled(chance: random.Random, cases: list[str], words: list[str]) -> str:
    kind = chance.random()
    if kind < 0.4:
        return " ".join(chance.choice(words) for _ in range(chance.randint(2, 8)))
    if kind < 0.7:
        joint = chance.choice([", ", ". ", " ", "\n", " - ", "; "])
        return joint.join(chance.choice(cases) for _ in range(chance.randint(2, 3)))
    text = chance.choice(cases)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(_SPOIL) + text[place + chance.randint(0, 1):]
    return text


def faults(text: str) -> list[str]:
    started = time.perf_counter()
    said = normalise(text)
    found = ["slow"] if time.perf_counter() - started > _SLOW else []
    if "".join(reading.written for reading in readings(text)) != unicodedata.normalize("NFC", text):
        found.append("not covered")
    if any(unicodedata.category(character) in {"Nd", "No", "Sm", "Sc", "So"} for character in said):
        found.append("figure left")
    return found + (["read otherwise again"] if normalise(said) != said else [])


def main() -> None:
    seconds, seed = float(sys.argv[1] if len(sys.argv) > 1 else 60), int(sys.argv[2] if len(sys.argv) > 2 else 1)
    chance, cases = random.Random(seed), written()
    words = [word for case in cases for word in case.split()]
    count, found, ends = 0, Counter[str](), time.monotonic() + seconds
    while time.monotonic() < ends:
        text = spoiled(chance, cases, words)
        for fault in faults(text):
            found[fault] += 1
            print(f"{fault}: {text!r}")
        count += 1
    print(f"{count} texts: {dict(found) or 'no fault'}")


if __name__ == "__main__":
    main()
