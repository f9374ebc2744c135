"""`broadcaster kit show|edit|renew|export|hand-out|hand-outs|undo-hand-out`: a bulletin on other channels."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.bulletins.kit import led, sms
from broadcaster.bulletins.kit.hand_outs import HAND_OUT_CHANNELS
from broadcaster.bulletins.kit.service import MOST_CHARACTERS
from broadcaster.bulletins.model import CHANNELS, ChannelText, HandOut
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    show = acts.add_parser("show", help="the texts of a bulletin's other channels")
    edit = acts.add_parser("edit", help="keep a text of one's own; it is not approved until an approver sees it")
    renew = acts.add_parser("renew", help="make a text by rule again, whatever was edited")
    export = acts.add_parser("export", help="write the files; no other file is overwritten")
    for one in (show, edit, renew, export):
        one.add_argument("bulletin", help="id of a bulletin, or its beginning or end")
    show.add_argument("--channel", choices=CHANNELS)
    for one in (edit, renew):
        one.add_argument("channel", choices=CHANNELS)
        one.add_argument("--by", default="", help="who changes it")
    edit.add_argument("text", help="the text, or - for standard input")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.add_argument("--channel", choices=CHANNELS, action="append", default=[], help="may be given several times")
    export.add_argument("--draft", action="store_true", help="also messages and LED boards nobody approved, so marked")
    note = acts.add_parser("hand-out", help="record what was handed out or posted")
    note.add_argument("directive", help="id or number of a registered letter")
    note.add_argument("--bulletin", default="", help="the bulletin it was made from")
    note.add_argument("--channel", choices=HAND_OUT_CHANNELS, required=True)
    note.add_argument("--day", required=True, metavar="YYYY-MM-DD")
    note.add_argument("--place", required=True)
    note.add_argument("--count", type=int, required=True)
    note.add_argument("--by", required=True, help="who gave it out")
    note.add_argument("--note", default="")
    note.add_argument("--photo", type=Path, help="a JPEG or PNG picture of at most 20 MB")
    listing = acts.add_parser("hand-outs", help="what was handed out")
    listing.add_argument("directive", nargs="?", default="", help="id or number of a registered letter (default: all)")
    undo = acts.add_parser("undo-hand-out", help="take a record back")
    undo.add_argument("id")
    undo.add_argument("--by", default="")
    for one in (show, edit, renew, export, note, listing, undo):
        one.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        acts = {"show": _show, "edit": _edit, "renew": _renew, "export": _export, "hand-out": _note,
                "hand-outs": _listing, "undo-hand-out": _undo}
        acts[args.act](app, args)
        return 0
    finally:
        app.close()


def _show(app: App, args: argparse.Namespace) -> None:
    items = app.kit.texts(app.bulletins.find(args.bulletin).id)
    items = [item for item in items if args.channel in {None, item.channel}]
    if args.json:
        print_json([as_json(item, app.kit.words().options.led_characters) for item in items])
        return
    for place, item in enumerate(items):
        state = "approved" if item.approved else "not approved"
        print("\n" * bool(place), end="")
        print(f"== {item.channel}: {'edited' if item.edited else 'by rule'}, {state}{_measure(item)}\n{item.text}")


def _edit(app: App, args: argparse.Namespace) -> None:
    # One character more than is kept: what is too long is said to be so, not cut.
    text = sys.stdin.read(MOST_CHARACTERS + 1) if args.text == "-" else args.text
    _say(app, app.kit.edit(app.bulletins.find(args.bulletin).id, args.channel, text, args.by), args)


def _renew(app: App, args: argparse.Namespace) -> None:
    bulletin = app.bulletins.find(args.bulletin).id
    app.kit.regenerate(bulletin, args.channel, args.by)
    _say(app, app.kit.text(bulletin, args.channel), args)


def _export(app: App, args: argparse.Namespace) -> None:
    done = app.kit.export(app.bulletins.find(args.bulletin).id, args.out, args.channel, draft=args.draft)
    if args.json:
        print_json({"files": [str(path) for path in done.files], "left_out": done.left_out})
        return
    for path in done.files:
        print(path)
    if done.left_out:
        print(f"not approved yet, left out: {', '.join(done.left_out)} (--draft writes them too)", file=sys.stderr)


def _note(app: App, args: argparse.Namespace) -> None:
    bulletin = app.bulletins.find(args.bulletin).id if args.bulletin else ""
    item = app.hand_outs.record(
        args.channel, parse_day(args.day), args.place, args.count, args.by, note=args.note, photo=args.photo,
        directive_id=app.directives.find(args.directive).id, bulletin_id=bulletin)
    _tell([item], args)


def _listing(app: App, args: argparse.Namespace) -> None:
    letter = app.directives.find(args.directive).id if args.directive else ""
    _tell(app.hand_outs.list(letter), args, many=True)


def _undo(app: App, args: argparse.Namespace) -> None:
    _tell([app.hand_outs.remove(args.id, args.by)], args)


def _tell(items: list[HandOut], args: argparse.Namespace, *, many: bool = False) -> None:
    if args.json:
        print_json([asdict(item) for item in items] if many else asdict(items[0]))
        return
    for item in items:
        print(f"{item.id}  {item.day}  {item.channel:<8}  {item.count:>6}  {item.place}  ({item.by})")


def _say(app: App, item: ChannelText, args: argparse.Namespace) -> None:
    if args.json:
        print_json(as_json(item, app.kit.words().options.led_characters))
    else:
        print(item.text)


def as_json(item: ChannelText, led_characters: int) -> dict[str, Any]:
    """All fields, and what the channel counts."""
    data = {**asdict(item), "approved": item.approved, "characters": len(item.text)}
    if item.channel == "sms":
        data["sms"] = asdict(sms.count(item.text))
    if item.channel == "led":
        data["led"] = {"lines": len(led.shown(item.text)), "too_long": led.too_long(item.text, led_characters)}
    return data


def _measure(item: ChannelText) -> str:
    if item.channel != "sms":
        return f", {len(item.text)} characters"
    count = sms.count(item.text)
    return f", {'GSM-7' if count.gsm else 'UCS-2'}: {count.units} units, {count.segments} segments, {count.room} left"
