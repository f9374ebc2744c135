"""`broadcaster control status|stop|resume|skip|why`: orders to the playing process."""

from __future__ import annotations

import argparse
from typing import Any

from broadcaster.cli.main import print_json
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Status

_COMMANDS = {"status": "ping", "stop": "stop_all", "resume": "resume", "skip": "skip", "why": "say_why"}
_MEANINGS = {
    "status": "what it does now",
    "stop": "silence at once, until resume or the end of the session",
    "resume": "go on after stop, with the next item",
    "skip": "end the item that sounds; the next follows",
}


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    for act, meaning in _MEANINGS.items():
        one = acts.add_parser(act, help=meaning)
        one.add_argument("--by", default="", help="who orders it, for the airing log")
        if act != "status":
            one.add_argument("--reason", default="", metavar="WHY", help="why, for the airing log")
        one.add_argument("--json", action="store_true")
    why = acts.add_parser("why", help="say why something was ordered, afterwards")
    why.add_argument("about", metavar="ID", help="the id that the order or the airing log names")
    why.add_argument("--reason", required=True, metavar="WHY")
    why.add_argument("--by", default="", help="who says it")
    why.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    link = LinkClient(args.station_home, "air")
    try:
        answer = link.ask(_COMMANDS[args.act], by=args.by, **_words(args))
    finally:
        link.close()
    answer = answer["status"] if args.act == "status" else {key: answer[key] for key in answer if key != "ok"}
    if args.json:
        print_json(answer)
    elif args.act == "status":
        _print_status(Status.from_json(answer))
    else:
        print(_told(args.act, answer))
    return 0


def _words(args: argparse.Namespace) -> dict[str, str]:
    words = {"about": args.about} if args.act == "why" else {}
    return words | ({"why": args.reason} if args.act != "status" and args.reason else {})


def _told(act: str, answer: dict[str, Any]) -> str:
    if act == "why":
        return "the reason stands in the journal"
    if act == "skip":
        return f"skipped: {answer['event_id']}"
    sessions = ", ".join(answer["sessions"])
    if act == "stop":
        return f"stopped: {sessions}" if sessions else "no session is running; those of the next 15 minutes are held"
    if answer.get("held") and not sessions:
        return "nothing is held any more"
    return f"resumed: {sessions}" if sessions else "nothing was stopped"


def _print_status(status: Status) -> None:
    print(f"{status.state}  rundown {status.rundown or '-'}  device {status.device or '-'}")
    if status.on_air is not None:
        now = status.on_air
        print(f"now   {now.position_seconds:.0f} of {now.duration_seconds:.0f} s  {now.title}")
    for item in status.upcoming:
        print(f"next  {item.starts_at}  {item.title}")
    for alarm in status.alarms:
        print(f"alarm {alarm.code} since {alarm.since}")
