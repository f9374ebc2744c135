"""`broadcaster campaign add|list|stop|resume`: what airs how often."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.directives.model import AiringProposal
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.model import Campaign
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    add = words.add_parser("add", help="air items from one day to another, both inclusive")
    add.add_argument("items", nargs="+", metavar="ITEM", help="a cart, a bulletin, or a directive (all its items)")
    add.add_argument("--times", type=int, default=None, metavar="N", help="airings a day")
    add.add_argument("--from", dest="first", type=_day, default=None, metavar="DAY", help="YYYY-MM-DD, default today")
    add.add_argument("--to", dest="last", type=_day, default=None, metavar="DAY", help="YYYY-MM-DD")
    add.add_argument("--weekdays", default=None, help="1 = Monday … 7 = Sunday, default 1234567")
    add.add_argument("--urgency", choices=[str(item) for item in Urgency], default=None)
    add.add_argument("--if-missed", default="", metavar="POLICY",
                     help="late:MINUTES (default late:15), make-up:SESSION of the same day, or skip")
    listing = words.add_parser("list", help="campaigns, oldest first")
    listing.add_argument("--on", type=_day, default=None, metavar="DAY", help="only those that air on this day")
    stop = words.add_parser("stop", help="plan no more of one")
    stop.add_argument("campaign")
    stop.add_argument("--reason", required=True)
    resume = words.add_parser("resume", help="plan a stopped one again")
    resume.add_argument("campaign")
    coverage = words.add_parser("coverage", help="asked, planned and aired, day by day")
    coverage.add_argument("campaign")
    for word in (add, listing, stop, resume, coverage):
        word.add_argument("--json", action="store_true")
    for word in (add, stop, resume):
        word.add_argument("--by", default="", help="who does it, for the record")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        if args.word == "coverage":
            rows = [vars(row) for row in app.schedule.coverage(args.campaign)]
            _print(args.json, rows, "{day}  asked {asked}  planned {planned}  aired {aired}  partly {partial}")
            return 0
        _print(args.json, [_row(item) for item in _campaigns(app, args)],
               "{id}  {state}  {times}/day  {first_day} – {last_day}  {weekdays}  {title}")
        return 0
    finally:
        app.close()


def _campaigns(app: App, args: argparse.Namespace) -> list[Campaign]:
    if args.word == "list":
        return app.schedule.campaigns(args.on)
    if args.word == "stop":
        return [app.schedule.stop_campaign(args.campaign, args.by, args.reason)]
    if args.word == "resume":
        return [app.schedule.resume_campaign(args.campaign, args.by)]
    # Every item is found before the first is added: a wrong word adds nothing.
    carts = [cart for item in args.items for cart in app.schedule.carts_for(item)]
    return [_add(app, args, cart) for cart in dict.fromkeys(carts)]


def _add(app: App, args: argparse.Namespace, cart_id: str) -> Campaign:
    """What the line does not say is taken from the letter, then from the rule profile."""
    asked = _proposal(app, cart_id)
    today = app.clock.now().date()
    first = args.first or max(today, asked.first_day if asked else today)
    last = args.last or (asked.last_day if asked else None)
    if last is None:
        raise Refused("campaign.no_end", "say the last day with --to: the item has no letter that names it")
    times = args.times
    if times is None:
        times = asked.times_per_day if asked else app.schedule.profile().default_times
    weekdays = args.weekdays or (asked.weekdays if asked else "1234567")
    urgency = Urgency(args.urgency or (asked.urgency if asked else "routine"))
    return app.schedule.add_campaign(cart_id, times, first, last, weekdays, urgency, args.by, args.if_missed)


def _proposal(app: App, cart_id: str) -> AiringProposal | None:
    letter = app.library.get(cart_id).directive_id
    return app.directives.airing_proposal(letter, app.schedule.profile().default_times) if letter else None


def _row(campaign: Campaign) -> dict[str, Any]:
    return {"id": campaign.id, "title": campaign.title, "cart": campaign.cart.id, "directive": campaign.directive_id,
            "times": campaign.times, "first_day": campaign.first_day, "last_day": campaign.last_day,
            "weekdays": campaign.weekdays, "urgency": str(campaign.urgency), "state": campaign.state,
            "if_missed": str(campaign.if_missed)}


def _print(as_json: bool, rows: list[dict[str, Any]], line: str) -> None:
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print(line.format(**row))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from error
