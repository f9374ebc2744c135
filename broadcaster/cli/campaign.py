"""`broadcaster campaign add|edit|list|stop|resume|order …`: what airs how often. campaign_look.py has the rest."""

from __future__ import annotations

import argparse
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli import campaign_look as look
from broadcaster.cli.main import print_json
from broadcaster.directives.model import AiringProposal
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.terms import terms_from
from broadcaster.schedule.model import Campaign, Per
from broadcaster.wiring import App, build_app

_TERMS = ("times", "per", "first_day", "last_day", "weekdays", "urgency", "if_missed", "spacing_minutes", "dayparts",
          "zones")
_LINE = "{id}  {state}  {times}/{per}  {first_day} – {last_day}  {weekdays}  {title}"


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    add = words.add_parser("add", help="air items from one day to another, both inclusive")
    add.add_argument("items", nargs="+", metavar="ITEM", help="a cart, a bulletin, or a directive (all its items)")
    edit = words.add_parser("edit", help="change what is said; the rest stays")
    edit.add_argument("campaign")
    edit.add_argument("--title", default=None)
    for word in (add, edit):
        _terms(word)
    listing = words.add_parser("list", help="campaigns, oldest first")
    listing.add_argument("--on", type=look.day, default=None, metavar="DAY", help="only those that air on this day")
    stop = words.add_parser("stop", help="plan no more of one")
    stop.add_argument("--reason", required=True)
    resume = words.add_parser("resume", help="plan a stopped one again")
    order = words.add_parser("order", help="who goes first among campaigns of one urgency")
    order.add_argument("campaigns", nargs="+", metavar="CAMPAIGN")
    looks = look.configure(words)
    for word in (stop, resume):
        word.add_argument("campaign")
    for word in (add, edit, listing, stop, resume, order, *looks):
        word.add_argument("--json", action="store_true")
    for word in (add, edit, stop, resume, order, *looks):
        word.add_argument("--by", default="", help="who does it, for the record")


def _terms(word: argparse.ArgumentParser) -> None:
    word.add_argument("--times", type=int, default=None, metavar="N", help="airings a day, or with --per week a week")
    word.add_argument("--per", type=Per, choices=list(Per), default=None, help="what --times is counted in")
    word.add_argument("--from", dest="first_day", type=look.day, default=None, metavar="DAY",
                      help="YYYY-MM-DD; of a new campaign: default today")
    word.add_argument("--to", dest="last_day", type=look.day, default=None, metavar="DAY", help="YYYY-MM-DD, inclusive")
    word.add_argument("--weekdays", default=None, help="1 = Monday … 7 = Sunday; of a new campaign: default 1234567")
    word.add_argument("--urgency", type=Urgency, choices=list(Urgency), default=None)
    word.add_argument("--if-missed", default=None, metavar="POLICY",
                      help="late:MINUTES (default late:15), make-up:SESSION of the same day, or skip")
    word.add_argument("--spacing", dest="spacing_minutes", type=int, default=None, metavar="MINUTES",
                      help="at least so long between two airings of a day")
    word.add_argument("--daypart", dest="dayparts", action="append", default=None, metavar="PART",
                      help="morning, noon, afternoon or evening; may be said again; any: no limit")
    word.add_argument("--zone", dest="zones", action="append", default=None, metavar="ZONE",
                      help="only there; may be said again; all: no limit")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        if args.word in look.WORDS:
            return look.run(app, args)
        rows = [look.row(item) for item in _campaigns(app, args)]
        if args.json:
            print_json(rows)
        else:
            print("\n".join(_LINE.format(**row) for row in rows), end="\n" if rows else "")
        return 0
    finally:
        app.close()


def _campaigns(app: App, args: argparse.Namespace) -> list[Campaign]:
    schedule = app.schedule
    if args.word == "list":
        return schedule.campaigns(args.on)
    if args.word == "stop":
        return [schedule.stop_campaign(args.campaign, args.by, args.reason)]
    if args.word == "resume":
        return [schedule.resume_campaign(args.campaign, args.by)]
    if args.word == "order":
        return schedule.order_campaigns(args.campaigns, args.by)
    if args.word == "edit":
        title = {"title": args.title} if args.title else {}
        return [schedule.edit_campaign(args.campaign, args.by, **_said(args), **title)]
    # Every item is found before the first is added: a wrong word adds nothing.
    carts = [cart for item in args.items for cart in schedule.carts_for(item)]
    return [_add(app, args, cart) for cart in dict.fromkeys(carts)]


def _add(app: App, args: argparse.Namespace, cart_id: str) -> Campaign:
    """What the line does not say is taken from the letter, then from the rule profile."""
    asked, said = _proposal(app, cart_id), _said(args)
    if asked is None and "last_day" not in said:
        raise Refused("campaign.no_end", "say the last day with --to: the item has no letter that names it")
    terms = terms_from(asked, app.schedule.profile(), app.clock.now().date())
    if terms.per is not said.get("per", terms.per) and "times" not in said:
        raise Refused("campaign.no_times", "say how often with --times: the letter counts otherwise")
    if "times" in said and "per" not in said:
        said["per"] = Per.DAY
    return app.schedule.add_campaign(cart_id, by=args.by, **{**terms.words(), **said})


def _said(args: argparse.Namespace) -> dict[str, Any]:
    """What the line says of a campaign's terms."""
    said = {name: getattr(args, name) for name in _TERMS if getattr(args, name) is not None}
    for name, free in (("dayparts", "any"), ("zones", "all")):
        if name in said:
            said[name] = () if free in said[name] else tuple(said[name])
    return said


def _proposal(app: App, cart_id: str) -> AiringProposal | None:
    letter = app.library.get(cart_id).directive_id
    return app.directives.airing_proposal(letter, app.schedule.profile().default_times) if letter else None
