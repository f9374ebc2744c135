"""Thousands of hostile sounds through the real reading process.

Run: python tests/chaos/hostile_audio.py [COUNT] [SEED] [big]

Every file goes the way of an import: Reader -> `broadcaster examine` -> made(). First the forged ones, then mutated
ones until COUNT are read; with "big" those of hundreds of megabytes too. Prints JSON: files, outcomes, and what is
wrong (must be nothing): a code without a sentence, an exception behind "breaks the program", files left, a source
touched, a made sound that is not what it says, memory or time beyond bounds.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

import soundfile
from hostile_sounds import Write, forged, mutated

from broadcaster.base.errors import Refused
from broadcaster.gui.errors import SENTENCES
from broadcaster.library.house import Made
from broadcaster.library.importing.reader import Reader
from broadcaster.library.importing.work import _plain

HANDS = 2
MOST_MEGABYTES = 700
"""Of one reading process, program and libraries included."""
MOST_SECONDS, BYTES_PER_SECOND = 60.0, 2_000_000
"""A gigabyte of silence is hours of sound."""


@dataclass
class Figures:
    """What happened to the files of a run."""

    files: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    died: list[str] = field(default_factory=list)
    """Files that killed their reading process: contained, but worth knowing."""
    wrong: list[str] = field(default_factory=list)
    worst_seconds: float = 0.0
    slowest: str = ""
    worst_megabytes: float = 0.0
    largest: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "lock"}


def run(count: int, seed: int, big: bool = False) -> Figures:
    """Read `count` files made from `seed`, and every forged one."""
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="hostile-") as place:
        folder = Path(place)
        files = _Shared(islice(_all(seed, big), count))
        hands = [threading.Thread(target=_hand, args=(folder, number, files, figures)) for number in range(HANDS)]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        left = [str(path) for path in folder.rglob("*")]
        figures.wrong += [f"left: {path}" for path in left]
    return figures


def _all(seed: int, big: bool) -> Iterator[tuple[str, Write]]:
    changed = ((name, lambda path, content=content: path.write_bytes(content)) for name, content in mutated(seed))
    return chain(forged(big), changed)


class _Shared:
    """One list for all hands."""

    def __init__(self, files: Iterator[tuple[str, Write]]) -> None:
        self._files = files
        self._lock = threading.Lock()

    def next(self) -> tuple[str, Write] | None:
        with self._lock:
            return next(self._files, None)


def _hand(folder: Path, number: int, files: _Shared, figures: Figures) -> None:
    work = folder / f"work-{number}"
    reader = Reader(work, -18.0, lambda: False, time_scale=1 / 3)
    try:
        while (item := files.next()) is not None:
            name, write = item
            path = folder / f"{number}-{name}"
            write(path)
            try:
                _one(reader, path, name, work, figures)
            except Exception as error:
                figures.wrong.append(f"{name}: raised {error!r}")
            path.unlink()
    finally:
        reader.end()


def _one(reader: Reader, path: Path, name: str, work: Path, figures: Figures) -> None:
    before, began = _digest(path), time.monotonic()
    _forget_peak(reader.pid)
    wrong = ""
    try:
        original = reader.open(path, path.stat().st_size)
        sound = reader.make()
        code, wrong = "made", _not_as_told(sound) or ("" if original == before else "another hash")
        megabytes = _peak(reader.pid)
        reader.drop()
    except Refused as refusal:
        code, megabytes = refusal.code, _peak(reader.pid)
        wrong = _no_sentence(refusal)
        if code == "sound.breaks_reader" and refusal.facts["detail"] == "ended":
            figures.died.append(name)
    seconds = time.monotonic() - began
    if work.exists() and (left := list(work.iterdir())):
        wrong = f"left {left}"
    if _digest(path) != before:
        wrong = "the source was changed"
    with figures.lock:
        figures.files += 1
        figures.outcomes[code] += 1
        late = seconds > MOST_SECONDS + path.stat().st_size / BYTES_PER_SECOND
        if wrong or code == "sound.slow" or megabytes > MOST_MEGABYTES or late:
            figures.wrong.append(f"{name}: {wrong or code} ({seconds:.1f} s, {megabytes:.0f} MB)")
        if seconds > figures.worst_seconds:
            figures.worst_seconds, figures.slowest = round(seconds, 2), name
        if megabytes > figures.worst_megabytes:
            figures.worst_megabytes, figures.largest = round(megabytes, 1), name


def _not_as_told(sound: Made) -> str:
    info = soundfile.info(sound.file)
    if (info.samplerate, info.channels, info.format, info.frames) != (48_000, 1, "FLAC", sound.frames):
        return f"made {info}"
    if hashlib.sha256(sound.file.read_bytes()).hexdigest() != sound.sha256:
        return "made another hash"
    if sound.checks is None:
        return "made without checks"
    try:
        json.dumps([sound.checks.to_json(), sound.loudness.lufs, sound.loudness.true_peak_db], allow_nan=False)
        f"{sound.source.tags}".encode()
    except ValueError as error:
        return f"made with {error}"
    return "" if sound.loudness.true_peak_db <= -0.9 else f"too loud: {sound.loudness}"


def _no_sentence(refusal: Refused) -> str:
    if refusal.code not in SENTENCES:
        return f"no sentence for {refusal.code}"
    json.dumps(_plain(refusal.facts), allow_nan=False).encode()
    if refusal.code == "sound.breaks_reader" and refusal.facts["detail"] not in {"ended", "needs too much memory"}:
        return f"stumbles: {refusal.facts['detail']}"
    return "" if "\n" not in refusal.text else "a line break in its sentence"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _forget_peak(pid: int) -> None:
    if pid and sys.platform == "linux":
        Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


def _peak(pid: int) -> float:
    """Megabytes of memory really taken at most; 0 where that cannot be told."""
    status = Path(f"/proc/{pid}/status")
    if not pid or not status.exists():
        return 0.0
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
    return int(lines["VmHWM"].split()[0]) / 1000


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "big"]
    count, seed = int(words[0]) if words else 10_000, int(words[1]) if len(words) > 1 else 1
    print(json.dumps(run(count, seed, "big" in sys.argv[1:]).as_json(), ensure_ascii=False, indent=1))
