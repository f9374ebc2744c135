"""Thousands of hostile letters through the readers: `python tests/chaos/hostile_letters.py [COUNT] [SEED] [whole]`.

The child's own code runs in forked workers under the child's own limits, many letters each, so that the machine reads
letters instead of starting programs. With "whole", what was read goes on through the parser, the airing rules and the
normaliser. Prints one JSON line: letters, crashes, hangs, files left, outcomes, the worst.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from hostile_documents import documents

from broadcaster.base.errors import Refused
from broadcaster.bulletins.service import MOST_CHARACTERS
from broadcaster.directives.airing_rules import propose
from broadcaster.directives.parse import parse_letter
from broadcaster.directives.readers import child, clean, kinds
from broadcaster.speech.normalise import normalise

BATCH = 40
WHOLE = "whole" in sys.argv[1:]
LIMIT_SECONDS = 20.0


@dataclass
class Figures:
    """What happened to the letters of a run."""

    letters: int = 0
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    files_left: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    worst_seconds: float = 0.0
    slowest: str = ""
    worst_megabytes: float = 0.0
    largest: str = ""

    def note(self, name: str, said: dict[str, Any]) -> None:
        self.letters += 1
        self.outcomes[said["code"]] += 1
        if said["wrong"]:
            self.wrong.append(f"{name}: {said['wrong']}")
        if said["seconds"] > self.worst_seconds:
            self.worst_seconds, self.slowest = said["seconds"], name
        if said["megabytes"] > self.worst_megabytes:
            self.worst_megabytes, self.largest = said["megabytes"], name


def run(count: int, seed: int) -> Figures:
    """Read `count` letters made from `seed`, in workers that start with nothing but the readers."""
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        letters, elsewhere = Path(folder, "letters"), Path(folder, "elsewhere")
        letters.mkdir()
        elsewhere.mkdir()
        made = documents(count, seed)
        for kind in kinds.KINDS:
            child._reader(kind)
        while batch := list(islice(made, BATCH)):
            for name, data in batch:
                (letters / name).write_bytes(data)
            names = [name for name, _ in batch]
            while names:
                names = names[_worker(names, letters, elsewhere, figures) :]
            left = {path.name for path in letters.iterdir()} - {name for name, _ in batch}
            figures.files_left += [*left, *(path.name for path in elsewhere.rglob("*"))]
            for path in letters.iterdir():
                path.unlink()
    return figures


def _worker(names: list[str], letters: Path, elsewhere: Path, figures: Figures) -> int:
    """One forked worker over as many letters as it survives; how many are done."""
    reader, writer = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(reader)
        _serve(names, letters, elsewhere, writer)
    os.close(writer)
    done = 0
    rest = b""
    try:
        while done < len(names):
            ready, _, _ = select.select([reader], [], [], LIMIT_SECONDS)
            data = os.read(reader, 1 << 16) if ready else b""
            if not data:
                (figures.crashes if ready else figures.hangs).append(names[done])
                figures.letters += 1
                return done + 1
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                figures.note(names[done], json.loads(line))
                done += 1
    finally:
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)
        os.close(reader)
    return done


def _serve(names: list[str], letters: Path, elsewhere: Path, writer: int) -> None:
    os.chdir(elsewhere)
    # Without a recogniser on the path, a scan is refused at once: what is tried here is the reading of files.
    os.environ.update({"HOME": str(elsewhere), "TMPDIR": str(elsewhere), "PATH": ""})
    tempfile.tempdir = None
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    child._limit("pdf")
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    for name in names:
        started = time.perf_counter()
        code, wrong = _read(letters / name)
        seconds = time.perf_counter() - started
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        line = {"code": code, "wrong": wrong, "seconds": round(seconds, 3), "megabytes": round(megabytes, 1)}
        os.write(writer, json.dumps(line).encode() + b"\n")
    # The parent ends this process when it has read the last line.
    signal.pause()


def _read(path: Path) -> tuple[str, str]:
    """The outcome, and what is wrong with it ("" = nothing)."""
    try:
        kind = kinds.kind_of(path)
        said = child.answer(kind, path, lambda done, total: None)
    except Refused as refusal:
        return refusal.code, ""
    except Exception as error:
        return "raised", repr(error)
    if "code" in said:
        wrong = "" if said["code"].startswith("letter.") and said["facts"]["name"] == path.name else "no plain refusal"
        return str(said["code"]), wrong
    text = said["text"]
    if clean(text) != text:
        return "text", "cleaning the text again changes it"
    json.dumps(said).encode("ascii")
    if WHOLE:
        _go_on(text)
    return "text", ""


def _go_on(text: str) -> None:
    letter = parse_letter(text)
    propose(letter, date(2026, 11, 21))
    for item in letter.fields.values():
        assert item.span is None or 0 <= item.span[0] <= item.span[1] <= len(letter.text)
    normalise(text[:MOST_CHARACTERS])


if __name__ == "__main__":
    count, seed = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print(json.dumps(vars(run(count, seed)), ensure_ascii=False, indent=1))
