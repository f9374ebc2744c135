"""Voice packs damaged in every way a stick, a download or a hostile hand can think of: refused in words, nothing left.

Run by hand: .venv/bin/python tests/chaos/mutated_packs.py [SEED=1] [COUNT=3000].
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.speech.pack_shelf import PackShelf

TINY = Path(__file__).parents[1] / "data" / "voices" / "tiny"
_WORDS = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\x03\x04", b"\x7f\xff\xff\xff")


def mutated(content: bytes, dice: random.Random) -> bytes:
    """A few bytes changed, taken out, put in, or the end cut off."""
    body = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(max(1, len(body)))
        way = dice.randint(0, 4)
        if way == 0:
            body[place:place + 1] = dice.randbytes(1)
        elif way == 1:
            del body[place:place + dice.randint(1, 60)]
        elif way == 2:
            body[place:place] = dice.randbytes(dice.randint(1, 30))
        elif way == 3:
            body[place:place + 4] = dice.choice(_WORDS)
        else:
            del body[place:]
    return bytes(body)


def mutated_zip(dice: random.Random) -> bytes:
    """The archive itself damaged, or the files in it."""
    data, inside = io.BytesIO(), dice.random() < 0.5
    with zipfile.ZipFile(data, "w", dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for path in sorted(TINY.iterdir()):
            content = path.read_bytes()
            archive.writestr(path.name, mutated(content, dice) if inside and dice.random() < 0.6 else content)
    return data.getvalue() if inside else mutated(data.getvalue(), dice)


def run(folder: Path, seed: int, count: int) -> Counter[str]:
    """Outcomes by code; anything but a Refused ends the run."""
    dice, seen = random.Random(seed), Counter[str]()
    shelf = PackShelf(folder / "voices" / "packs")
    for _ in range(count):
        (folder / "pack.zip").write_bytes(mutated_zip(dice))
        try:
            shelf.look(folder / "pack.zip")
            shelf.install(folder / "pack.zip", lambda *_: None)
            seen["taken"] += 1
        except Refused as refusal:
            seen[refusal.code] += 1
    return seen


def main() -> None:
    seed, count = (int(word) for word in [*sys.argv[1:], "1", "3000"][:2])
    with tempfile.TemporaryDirectory() as name:
        for code, number in run(Path(name), seed, count).most_common():
            print(f"{number:>6}  {code}")


if __name__ == "__main__":
    main()
