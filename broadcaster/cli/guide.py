"""`guide card --out F.pdf`: the page for the wall; `guide steps CODE`: what to do about one alarm."""

from __future__ import annotations

import argparse
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.care.first_aid import everything, first_aid
from broadcaster.wiring import build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="WHAT")
    card = acts.add_parser("card", help="one page for the wall as PDF: hours, keys, what to do, room for numbers")
    card.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    card.set_defaults(act_run=_card)
    steps = acts.add_parser("steps", help="what to do about an alarm, a risk or a finding (Vietnamese)")
    steps.add_argument("code", nargs="?", default="", help="as in alarm.no_device; left out: all codes")
    steps.set_defaults(act_run=_steps)


def run(args: argparse.Namespace) -> int:
    return int(args.act_run(args))


def _card(args: argparse.Namespace) -> int:
    from broadcaster.care.wall_card import wall_card
    app = build_app(args.station_home)
    try:
        write_atomic(args.out, wall_card(app, app.clock.now().date()))
    finally:
        app.close()
    print(f"written: {args.out}")
    return 0


def _steps(args: argparse.Namespace) -> int:
    if not args.code:
        print("\n".join(sorted(everything())))
        return 0
    aid = first_aid(args.code) or first_aid(f"alarm.{args.code}")
    if aid is None:
        raise Refused("guide.unknown_code", f"there are no steps for {args.code}", asked=args.code)
    for number, step in enumerate(aid.steps, start=1):
        print(f"{number}. {step}")
    print(aid.call)
    return 0
