"""`broadcaster bulletin produce|record`: what stands around the words, and words spoken by a person."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.bulletins.producer import PART_KINDS
from broadcaster.bulletins.production import DEFAULT_CHIME
from broadcaster.wiring import App

_FIGURES = ("bed_db", "repeats", "pause_seconds", "fade_seconds")
_PART_HELP = {"chime": f"before all else; {DEFAULT_CHIME!r}: the one that comes with the program",
              "ident": "the station's ident", "bed": "music under the words", "closing": "after all else"}


def configure_produce(acts: Any) -> argparse.ArgumentParser:
    """Parts are named by id or by title; what is not given stays as it was."""
    parser: argparse.ArgumentParser = acts.add_parser("produce", help="lay chime, music and repeats around the words")
    for part, meaning in _PART_HELP.items():
        parser.add_argument(f"--{part}", metavar="CART", help=f"{meaning}; '' for none")
    parser.add_argument("--bed-db", type=float, help="level of the music against the words (−40 to 0)")
    parser.add_argument("--repeats", type=int, help="how often the words are said (1 to 5)")
    parser.add_argument("--pause", type=float, dest="pause_seconds", metavar="SECONDS", help="between the parts")
    parser.add_argument("--fade", type=float, dest="fade_seconds", metavar="SECONDS", help="in and out of the music")
    start = parser.add_mutually_exclusive_group()
    start.add_argument("--none", action="store_true", help="the words alone; other options are added to that")
    start.add_argument("--as-last", action="store_true", help="begin with what the last produced bulletin had")
    parser.add_argument("--by", default="", help="who does it")
    return parser


def configure_record(acts: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = acts.add_parser("record", help="take a sound file as the words of a bulletin")
    parser.add_argument("id")
    parser.add_argument("file", type=Path, help="a recording of a person, in any common form")
    parser.add_argument("--by", default="", help="who spoke or brought it")
    return parser


def produce(app: App, args: argparse.Namespace) -> Bulletin:
    """Raises Refused: bulletin.unknown, production.*, production.part_ambiguous."""
    bulletin = app.bulletins.find(args.id)
    start = bulletin.production
    if args.none:
        start = Production()
    elif args.as_last:
        start = app.bulletins.last_production() or start
    wanted: dict[str, Any] = {name: value for name in _FIGURES if (value := getattr(args, name)) is not None}
    wanted |= {part: _cart(app, value) for part in _PART_HELP if (value := getattr(args, part)) is not None}
    return app.bulletins.produce(bulletin.id, replace(start, **wanted), args.by)


def record(app: App, args: argparse.Namespace) -> Bulletin:
    """Raises Refused: bulletin.unknown, sound.*, file.*, production.*."""
    return app.bulletins.record(app.bulletins.find(args.id).id, args.file, by=args.by)


def _cart(app: App, wanted: str) -> str:
    """The id of an item named by id or title."""
    if wanted in {"", DEFAULT_CHIME}:
        return wanted
    titled = [cart.id for cart in app.library.find(wanted, kinds=PART_KINDS)]
    if len(titled) > 1:
        raise Refused("production.part_ambiguous", f"{wanted!r} fits {len(titled)} items of the library: give its id",
                      name=wanted, count=len(titled))
    return titled[0] if titled else wanted
