"""`broadcaster speech normalise|lexicon|say|voices|pack`: the reading voice from the command line."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import print_json
from broadcaster.cli.voices import configure_voices, run_voices
from broadcaster.speech.lexicon_file import Lexicon
from broadcaster.speech.model import Reading
from broadcaster.speech.normalise import normalise, readings


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    text = acts.add_parser("normalise", help="the text as it will be read aloud")
    text.add_argument("text", help="the text, or - for standard input")
    text.add_argument("--explain", action="store_true", help="stretch by stretch: kind, other readings")
    text.add_argument("--json", action="store_true")
    configure_voices(acts)
    _configure_lexicon(acts.add_parser("lexicon", help="the station's own words and how they are said"))


def _configure_lexicon(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="lexicon_act", required=True)
    acts.add_parser("list", help="all words").add_argument("--json", action="store_true")
    add = acts.add_parser("add", help="add or change a word")
    add.add_argument("written")
    add.add_argument("spoken")
    add.add_argument("--by", default="")
    add.add_argument("--note", default="")
    acts.add_parser("remove", help="take a word out").add_argument("written")
    take = acts.add_parser("import", help="words from a TSV or CSV file: written, spoken, note")
    take.add_argument("file", type=Path)
    take.add_argument("--by", default="")
    take.add_argument("--replace", action="store_true", help="keep only the words of the file")
    take.add_argument("--json", action="store_true")
    acts.add_parser("export", help="all words into a TSV, or a CSV by its ending").add_argument("file", type=Path)
    acts.add_parser("undo", help="take the last change back")


def run(args: argparse.Namespace) -> int:
    if args.act == "normalise":
        return _normalise(args)
    if args.act == "lexicon":
        return _lexicon(args)
    return run_voices(args)


def _words(home: StationHome) -> Lexicon:
    return Lexicon(home.lexicon)


def _normalise(args: argparse.Namespace) -> int:
    words = _words(args.station_home).table()
    text = args.text if args.text != "-" else sys.stdin.buffer.read().decode("utf-8", "replace")
    if args.explain:
        _explain(readings(text, words), as_json=args.json)
    elif args.json:
        print_json({"text": text, "spoken": normalise(text, words)})
    elif args.text != "-":
        print(normalise(text, words))
    else:
        for line in text.splitlines():
            print(normalise(line, words).replace("\n", " "))
    return 0


def _explain(found: list[Reading], *, as_json: bool) -> None:
    if as_json:
        print_json([asdict(reading) for reading in found])
        return
    for reading in found:
        if reading.changed or reading.risky:
            others = f"  ({' | '.join(reading.choices)})" if reading.choices else ""
            sign = "!" if reading.risky else " "
            print(f"{sign} {reading.kind:<13} {reading.written!r} -> {reading.spoken!r}{others}")


def _lexicon(args: argparse.Namespace) -> int:
    words = _words(args.station_home)
    return {"list": _list, "add": _add, "remove": _remove, "import": _import, "export": _export,
            "undo": _undo}[args.lexicon_act](words, args)


def _list(words: Lexicon, args: argparse.Namespace) -> int:
    if args.json:
        print_json([asdict(entry) for entry in words.entries()])
    else:
        for entry in words.entries():
            print(f"{entry.written}\t{entry.spoken}")
    return 0


def _add(words: Lexicon, args: argparse.Namespace) -> int:
    entry = words.learn(args.written, args.spoken, args.by, args.note)
    print(f"{entry.written} -> {entry.spoken}")
    return 0


def _remove(words: Lexicon, args: argparse.Namespace) -> int:
    words.forget(args.written)
    print(f"removed: {args.written}")
    return 0


def _import(words: Lexicon, args: argparse.Namespace) -> int:
    done = words.import_file(args.file, args.by, replace=args.replace)
    if args.json:
        print_json(asdict(done))
    else:
        bad = f"; lines left out: {', '.join(map(str, done.bad))}" if done.bad else ""
        print(f"{done.added} added, {done.changed} changed, {done.same} as before, {done.removed} removed{bad}")
    return 0


def _export(words: Lexicon, args: argparse.Namespace) -> int:
    print(f"{words.export(args.file)} words written to {args.file}")
    return 0


def _undo(words: Lexicon, _args: argparse.Namespace) -> int:
    words.undo()
    print("the last change was taken back")
    return 0
