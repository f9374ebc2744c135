"""`broadcaster VERB …`: one module per verb; errors in one plain line on stderr; exit 0, 1 (refused) or 2 (usage)."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from broadcaster import __version__
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, default_home

VERBS = {
    "gui": "open the window (the default)",
    "air": "the playing process",
    "control": "the playing process: status, stop, resume, skip",
    "break-in": "an emergency message goes out now",
    "live": "speak now: on, off",
    "relay": "take over another station's programme now: on, off; planned: source add, approve …",
    "power": "the switch of an amplifier: try",
    "keeper": "the resident helper process",
    "init": "make a new station home",
    "directive": "register letters: parse, add, list, correct",
    "speech": "read Vietnamese text aloud: normalise, say, voices",
    "bulletin": "write bulletins: draft, edit, voice, submit, return, list",
    "kit": "a bulletin on other channels: show, edit, export, hand-out",
    "approve": "approve a bulletin or an audio message; its paper: slip, check",
    "library": "audio messages: add, find, show, edit, withdraw, archive, versions, used, retention …",
    "campaign": "what airs how often: add, edit, list, stop, order, why, coverage",
    "period": "special days: calendar, holidays, add, list, remove, restore",
    "day": "one day by hand: show, move, insert, remove, lock, release, resize, add, drop, hold, copy, clear, next …",
    "schedule": "the schedule for other programs: export, import",
    "plan": "build and publish rundowns",
    "forecast": "play the coming days ahead, with faults supposed",
    "session": "the sessions and their hours: list, show, add, edit, remove, hold",
    "profile": "rules for sessions: list, show, use, export, import, override, revoke",
    "emergency": "messages that can break in: put, list, remove, restore",
    "demo": "the whole thread, from a sample letter to the report",
    "morning": "what became of yesterday, who signed it, what could go wrong today",
    "log": "the airing log: list, sign, correct, book, export, verify, seal, verifier …",
    "report": "a report per directive, month or period",
    "package": "to the office above and from it: make, verify, show, send, queue, take, down …",
    "aggregate": "the office above: init, inbox, take, trust, overview, matrix, silent, report, proof …",
    "unit": "the units above and before this station, old records: list, add, take, records",
    "backup": "copies of the whole station: make, list, show, drill, restore, confirm, phrase, place …",
    "people": "who may write and approve: add, list",
    "trail": "who did what: list, verify, export",
    "self-test": "does everything in this program work on this computer",
    "doctor": "what ails this station and this computer; --report FILE for whoever helps",
    "guide": "the page for the wall (card); what to do about an alarm (steps)",
    "autostart": "the station starts by itself with the computer: on, off, show",
    "update": "a newer version from a stick: check, apply, rollback, show",
}


_INNER = {
    "examine": "sounds read in a process of their own",
    "power-guard": "opens the switches when the player has died",
    "sound-outputs": "the outputs there are now, one JSON line",
    "voice-worker": "one speech engine",
}
"""Verbs the program calls itself with; they load little and stand in no help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb. Each module `cli/<verb>.py` offers `configure(parser)` and `run(args) -> int`."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        home, home_given, words = _take_home(words)
    except ValueError as error:
        print(f"broadcaster: --home: {error}", file=sys.stderr)
        return 2
    if words and words[0] in {"-h", "--help"}:
        print(_help())
        return 0
    if words and words[0] == "--version":
        print(f"broadcaster {__version__}")
        return 0
    verb = words.pop(0) if words and not words[0].startswith("-") else "gui"
    if verb not in VERBS | _INNER:
        print(f"broadcaster: no such verb: {verb} (see broadcaster --help)", file=sys.stderr)
        return 2
    return _run(verb, home, home_given, words)


def print_json(data: Any) -> None:
    """Data for other programs: one JSON document, accents kept."""
    print(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def _run(verb: str, home: StationHome, home_given: bool, words: list[str]) -> int:
    # Only the verb asked for is imported: a command line answers at once.
    module = importlib.import_module(f"broadcaster.cli.{verb.replace('-', '_')}")
    parser = argparse.ArgumentParser(prog=f"broadcaster {verb}", description=(VERBS | _INNER)[verb])
    module.configure(parser)
    try:
        args = parser.parse_args(words)
    except SystemExit as leave:
        return int(leave.code or 0)
    args.station_home, args.home_given = home, home_given
    try:
        return int(module.run(args) or 0)
    except BroadcasterError as error:
        print(f"broadcaster: {error.text}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1


def _take_home(words: list[str]) -> tuple[StationHome, bool, list[str]]:
    """`--home DIR` may stand anywhere on the line."""
    for index, word in enumerate(words):
        if word == "--home" and index + 1 < len(words):
            return _home(words[index + 1]), True, words[:index] + words[index + 2:]
        if word.startswith("--home="):
            return _home(word.removeprefix("--home=")), True, words[:index] + words[index + 1:]
    return default_home(), "BROADCASTER_HOME" in os.environ, words


def _home(text: str) -> StationHome:
    # Nothing at all would mean the folder we happen to stand in.
    if not text.strip():
        raise ValueError("a folder is needed")
    return StationHome(Path(text).resolve())


def _help() -> str:
    lines = ["usage: broadcaster [--home DIR] VERB …", ""]
    lines += [f"  {verb:<10} {meaning}" for verb, meaning in VERBS.items()]
    return "\n".join(lines)
