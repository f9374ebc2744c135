"""Whatever is done to a sealed journal is found: by the station itself, and by the verifier that is shipped alone.

    .venv/bin/python tests/chaos/tampered_journal.py 10000 [SEED]
"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from broadcaster.asrun.filing import file_journal
from broadcaster.asrun.identity import Identity, signature_holds
from broadcaster.asrun.seals import SealService
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.protocol import verifier
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.verifier import GENESIS, canonical, link

Files = dict[Path, bytes]


class Ground:
    """Three days of journal, sealed and filed; each turn something is done to them, and undone."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.home = StationHome(folder / "home")
        self.home.create()
        migrate(self.home)
        self.dice = random.Random(seed)
        self.clock = VirtualClock(datetime(2026, 11, 21, 5, 0, tzinfo=STATION_ZONE))
        self.database = open_database(self.home.database)
        self.seals = SealService(self.database, self.home, Settings(), self.clock, Identity(self.home))
        self.key = Identity(self.home).public
        self.stranger = Identity(StationHome(folder))
        for day in range(3):
            writer = JournalWriter(self.home.asrun, self.clock.now, durable=False)
            for number in range(6):
                writer.write(Kind.START, event_id=f"e{number}", title=f"Tin số {number} ngày {day}")
                self.clock.advance(61)
            writer.close()
            self.clock.advance(24 * 3600)
        file_journal(self.database, self.home.asrun, self.clock)
        self.seals.make()
        self.journal = sorted(self.home.asrun.glob("*.jsonl"))
        self.sealed = sorted(self.home.seals.glob("*.json"))
        self.whole = self.read()

    def close(self) -> None:
        self.database.close()

    def read(self) -> Files:
        return {path: path.read_bytes() for folder in (self.home.asrun, self.home.seals)
                for path in sorted(folder.iterdir())}

    def write(self, files: Files) -> None:
        for path in {*self.read()} - {*files}:
            path.unlink()
        for path, raw in files.items():
            if not path.exists() or path.read_bytes() != raw:
                path.write_bytes(raw)

    def turn(self) -> tuple[str, bool, bool]:
        """One tampering: its name, whether the station finds it, whether the shipped file does."""
        while True:
            name = self.dice.choice(sorted(TAMPERINGS))
            files = TAMPERINGS[name](self, dict(self.whole))
            if files != self.whole:
                break
        self.write(files)
        found = any(fault.problem != "key_changed" for fault in self.seals.verify())
        holds = verifier.signature_holds if self.dice.random() < 0.05 else signature_holds  # both, the slow one rarely
        seen = [verifier.check(each, holds) for each in verifier.gather([self.home.root], holds)]
        # The office knows the station by its key. That the newest seals are gone shows in what is not sealed.
        notes = verifier.NOTES if self.sealed[-1] in files else set()
        shown = any(each.key not in {"", self.key} for each in seen) or \
            any(fault.problem not in notes for each in seen for fault in each.faults)
        self.write(self.whole)
        return name, found, shown


def any_file(ground: Ground, files: Files) -> Path:
    return ground.dice.choice(sorted(files))


def flip(ground: Ground, files: Files) -> Files:
    path = any_file(ground, files)
    raw = bytearray(files[path])
    raw[ground.dice.randrange(len(raw))] ^= 1 << ground.dice.randrange(8)
    return {**files, path: bytes(raw)}


def remove_bytes(ground: Ground, files: Files) -> Files:
    path = any_file(ground, files)
    raw, place = files[path], ground.dice.randrange(len(files[path]))
    return {**files, path: raw[:place] + raw[place + ground.dice.randrange(1, 400):]}


def insert_bytes(ground: Ground, files: Files) -> Files:
    path = any_file(ground, files)
    raw, place = files[path], ground.dice.randrange(len(files[path]) + 1)
    extra = ground.dice.choice([b"\n", b" ", b"{}\n", b"null\n", ground.dice.randbytes(5)])
    return {**files, path: raw[:place] + extra + raw[place:]}


def cut(ground: Ground, files: Files) -> Files:
    path = any_file(ground, files)
    return {**files, path: files[path][:ground.dice.randrange(len(files[path]))]}


def lines_of(ground: Ground, files: Files) -> list[tuple[Path, bytes]]:
    return [(path, line) for path in ground.journal for line in files[path].splitlines(keepends=True)]


def joined(ground: Ground, files: Files, lines: list[tuple[Path, bytes]]) -> Files:
    return {**files, **{path: b"".join(line for of, line in lines if of == path) for path in ground.journal}}


def swap_lines(ground: Ground, files: Files) -> Files:
    """Two lines change places, mostly of different days."""
    lines = lines_of(ground, files)
    one, other = ground.dice.sample(range(len(lines)), 2)
    (a, first), (b, second) = lines[one], lines[other]
    lines[one], lines[other] = (a, second), (b, first)
    return joined(ground, files, lines)


def move_boundary(ground: Ground, files: Files) -> Files:
    """The last line of a day becomes the first of the next, or the reverse: their order stays as it was."""
    lines = lines_of(ground, files)
    which = ground.dice.randrange(len(ground.journal) - 1)
    here, there = ground.journal[which], ground.journal[which + 1]
    last = max(place for place, (path, _) in enumerate(lines) if path == here)
    if ground.dice.random() < 0.5:
        lines[last] = (there, lines[last][1])
    else:
        lines[last + 1] = (here, lines[last + 1][1])
    return joined(ground, files, lines)


def drop_line(ground: Ground, files: Files) -> Files:
    lines = lines_of(ground, files)
    del lines[ground.dice.randrange(len(lines))]
    return joined(ground, files, lines)


def double_line(ground: Ground, files: Files) -> Files:
    lines = lines_of(ground, files)
    lines.insert(ground.dice.randrange(len(lines) + 1), ground.dice.choice(lines))
    return joined(ground, files, lines)


def cut_end(ground: Ground, files: Files) -> Files:
    """Whole lines gone from the very end."""
    lines = lines_of(ground, files)
    return joined(ground, files, lines[:ground.dice.randrange(len(lines))])


def forge_line(ground: Ground, files: Files) -> Files:
    """Another title, with a hash that fits."""
    lines = lines_of(ground, files)
    place = ground.dice.randrange(len(lines))
    path, raw = lines[place]
    lines[place] = (path, canonical(changed(raw, json.loads(raw)["prev"])) + b"\n")
    return joined(ground, files, lines)


def forge_history(ground: Ground, files: Files) -> Files:
    """Another title, one line more or one less, and every line after it chained anew."""
    lines = lines_of(ground, files)
    place, prev = ground.dice.randrange(len(lines)), GENESIS
    change = ground.dice.choice(["title", "less", "more"])
    if change == "less":
        del lines[place]
    elif change == "more":
        lines.insert(place, ground.dice.choice(lines))
    for number, (path, raw) in enumerate(lines, start=1):
        body = json.loads(raw) | {"seq": number}
        if change == "title" and number == place + 1:
            body["data"]["title"] = "Một tin khác"
        linked = link({key: value for key, value in body.items() if key not in {"hash", "prev"}}, prev)
        prev = linked["hash"]
        lines[number - 1] = (path, canonical(linked) + b"\n")
    return joined(ground, files, lines)


def forge_all(ground: Ground, files: Files) -> Files:
    """The history written anew, and its seals made anew by somebody without the station's key."""
    files = forge_history(ground, files)
    ground.write(files)
    for path in ground.sealed:
        path.unlink()
    lines = list(verifier.walk(ground.journal, GENESIS))
    previous, first, prev_head = GENESIS, 1, GENESIS
    for path in ground.sealed:
        body = {**json.loads(ground.whole[path]), "key": ground.stranger.public, "previous": previous}
        del body["signature"]
        own = [found for found in lines if found.file == f"{path.stem}.jsonl"]
        if not own:
            continue
        digest = hashlib.sha256(b"".join(map(verifier.named, own)))
        body |= {"first_seq": first, "last_seq": own[-1].seq, "prev_head": prev_head, "head": own[-1].head,
                 "lines_sha256": digest.hexdigest(), "key_before": ""}
        if previous == GENESIS and ground.dice.random() < 0.5:
            body["key"] = ground.key  # in the station's name, without its key
        raw = canonical({**body, "signature": ground.stranger.sign(canonical(body))}) + b"\n"
        files[path] = raw
        previous, first, prev_head = hashlib.sha256(raw).hexdigest(), own[-1].seq + 1, own[-1].head
    return files


def changed(raw: bytes, prev: str) -> dict[str, object]:
    body = {key: value for key, value in json.loads(raw).items() if key not in {"hash", "prev"}}
    body["data"]["title"] = "Một tin khác"
    return link(body, prev)


def file_gone(ground: Ground, files: Files) -> Files:
    del files[any_file(ground, files)]
    return files


def files_swapped(ground: Ground, files: Files) -> Files:
    one, other = ground.dice.sample(ground.dice.choice([ground.journal, ground.sealed]), 2)
    return {**files, one: files[other], other: files[one]}


def file_renamed(ground: Ground, files: Files) -> Files:
    path = any_file(ground, files)
    raw = files.pop(path)
    return {**files, path.with_name(f"2026-11-{ground.dice.randrange(10, 31)}{path.suffix}"): raw}


def seal_edited(ground: Ground, files: Files) -> Files:
    """One field says something else; signed with another key, or not at all."""
    path = ground.dice.choice(ground.sealed)
    body = json.loads(files[path])
    name = ground.dice.choice(sorted(set(body) - {"signature"}))
    body[name] = body[name] + 1 if isinstance(body[name], int) else f"{body[name]}0"
    if ground.dice.random() < 0.5:
        del body["signature"]
        body["signature"] = ground.stranger.sign(canonical(body))
    return {**files, path: canonical(body) + b"\n"}


def seals_cut(ground: Ground, files: Files) -> Files:
    """The newest seals are gone, as in an older copy of the folder."""
    for path in ground.sealed[ground.dice.randrange(len(ground.sealed)):]:
        del files[path]
    return files


TAMPERINGS: dict[str, Callable[[Ground, Files], Files]] = {
    each.__name__: each for each in (
        flip, remove_bytes, insert_bytes, cut, swap_lines, move_boundary, drop_line, double_line, cut_end, forge_line,
        forge_history, forge_all, file_gone, files_swapped, file_renamed, seal_edited, seals_cut)}


def run(turns: int, seed: int, folder: Path) -> tuple[Counter[str], list[tuple[int, str, bool, bool]]]:
    """How often each was done, and those that somebody did not find."""
    ground = Ground(folder, seed)
    done: Counter[str] = Counter()
    missed = []
    try:
        for turn in range(turns):
            name, found, shown = ground.turn()
            done[name] += 1
            if not (found and shown):
                missed.append((turn, name, found, shown))
    finally:
        ground.close()
    return done, missed


if __name__ == "__main__":
    place = Path(tempfile.mkdtemp())
    began = time.monotonic()
    counted, unseen = run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7, place)
    shutil.rmtree(place)
    print(f"{counted.total()} tamperings in {time.monotonic() - began:.0f} s, not found: {len(unseen)} {unseen[:10]}")
    for kind, count in counted.most_common():
        print(f"  {kind:<14} {count}")
