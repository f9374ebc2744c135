"""`broadcaster campaign show|why|offers|coverage|missed`, and `make-up`, which acts on what was missed."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.campaigns.make_up_offer import Missed
from broadcaster.schedule.campaigns.offers import changes_of, edits_of, left_out, takes_edits
from broadcaster.schedule.model import Campaign, DayPlan
from broadcaster.wiring import App

WORDS = ("show", "why", "offers", "coverage", "missed", "make-up")


def configure(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """The parsers of these words."""
    show = words.add_parser("show", help="all that one says, and how far it has come")
    why = words.add_parser("why", help="where it airs on a day, and why there")
    offers = words.add_parser("offers", help="what could be moved where it does not fit into a day")
    coverage = words.add_parser("coverage", help="asked, planned and aired, day by day; of a campaign or a letter")
    missed = words.add_parser("missed", help="what a day still owes, with a session of today that has room")
    make_up = words.add_parser("make-up", help="air today what was missed; never happens by itself")
    for word in (show, why, offers, make_up):
        word.add_argument("campaign")
    coverage.add_argument("campaign", metavar="CAMPAIGN|LETTER")
    for word in (why, offers):
        word.add_argument("--on", type=day, default=None, metavar="DAY", help="YYYY-MM-DD, default today")
    for word in (missed, make_up):
        word.add_argument("--of", type=day, default=None, metavar="DAY",
                          help="the day it was missed, default yesterday")
    offers.add_argument("--take", type=int, default=0, metavar="N", help="do the N-th of them, from 1")
    make_up.add_argument("--session", default="", help="of today; default the one proposed")
    make_up.add_argument("--dismiss", action="store_true", help="say instead that nobody wants it")
    make_up.add_argument("--reason", default="")
    return [show, why, offers, coverage, missed, make_up]


def run(app: App, args: argparse.Namespace) -> int:
    """Carry out one of WORDS."""
    made: Any = {"show": _show, "why": _why, "offers": _offers, "coverage": _coverage, "missed": _missed,
                 "make-up": _make_up}[args.word](app, args)
    if args.json:
        print_json(made)
    else:
        for line in made if isinstance(made, list) else [made]:
            print("  ".join(f"{name} {value}" for name, value in line.items() if value not in ("", None, [])))
    return 0


def day(text: str) -> date:
    """As argparse asks for it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from error


def row(campaign: Campaign) -> dict[str, Any]:
    """A campaign as data."""
    return {"id": campaign.id, "title": campaign.title, "cart": campaign.cart.id, "directive": campaign.directive_id,
            "times": campaign.times, "per": str(campaign.per), "first_day": campaign.first_day,
            "last_day": campaign.last_day, "weekdays": campaign.weekdays, "urgency": str(campaign.urgency),
            "state": campaign.state, "if_missed": str(campaign.if_missed), "spacing_minutes": campaign.spacing_minutes,
            "dayparts": list(campaign.dayparts), "zones": list(campaign.zones), "position": campaign.position}


def _show(app: App, args: argparse.Namespace) -> dict[str, Any]:
    campaign = app.schedule.campaign(args.campaign)
    return {**row(campaign), **_totals(app.coverage.of_campaigns([campaign])[campaign.id])}


def _why(app: App, args: argparse.Namespace) -> list[dict[str, Any]]:
    campaign, plan = _planned(app, args)
    reasons = {choice.event_id: choice for choice in plan.choices}
    found = [{"starts_at": event.starts_at, "session": session.name, "event": event.id,
              "why": reasons[event.id].code if event.id in reasons else "", **(
                  reasons[event.id].facts if event.id in reasons else {})}
             for session in plan.rundown.sessions for event in session.events if event.campaign == campaign.id]
    missing = left_out(plan, campaign)
    return [*found, {"left_out": missing}] if missing else found


def _offers(app: App, args: argparse.Namespace) -> list[dict[str, Any]]:
    campaign, plan = _planned(app, args)
    found = app.schedule.offers(campaign, plan)
    if args.take:
        if not 1 <= args.take <= len(found):
            raise Refused("campaign.no_offer", f"there is no way out number {args.take}", number=args.take,
                          count=len(found))
        found = [found[args.take - 1]]
        if takes_edits(found[0]):
            app.days.save(edits_of(found[0], campaign, app.days.state(plan.rundown.day)), args.by)
        else:
            app.schedule.edit_campaign(campaign.id, args.by, **changes_of(found[0]))
    return [{"offer": offer.code, **offer.facts} for offer in found]


def _planned(app: App, args: argparse.Namespace) -> tuple[Campaign, DayPlan]:
    return app.schedule.campaign(args.campaign), app.schedule.plan(args.on or app.clock.now().date())


def _coverage(app: App, args: argparse.Namespace) -> list[dict[str, Any]]:
    try:
        covered = app.coverage.of_campaign(args.campaign)
    except Refused as error:
        if error.code != "schedule.campaign_unknown" or error.facts.get("found"):
            raise
        covered = app.coverage.of_directive(app.directives.find(args.campaign).id)
    return [vars(of_day) for of_day in covered.days]


def _totals(covered: Coverage) -> dict[str, Any]:
    return {"asked": covered.asked, "aired": covered.aired, "partial": covered.partial, "made_up": covered.made_up,
            "missing": covered.missing, "to_come": covered.to_come}


def _missed(app: App, args: argparse.Namespace) -> list[dict[str, Any]]:
    return [{"campaign": item.campaign.id, "title": item.campaign.title, "day": item.day, "times": item.times,
             "reason": item.reason, "session": item.session_name,
             "offer": item.offer.session_id if item.offer else ""} for item in app.coverage.missed(args.of)]


def _make_up(app: App, args: argparse.Namespace) -> dict[str, Any]:
    campaign = app.schedule.campaign(args.campaign)
    found: Missed | None = next((item for item in app.coverage.missed(args.of) if item.campaign.id == campaign.id),
                                None)
    if found is None:
        raise Refused("schedule.nothing_missed", f"{campaign.title!r} owes nothing for that day", title=campaign.title,
                      day=str(args.of or app.clock.now().date() - timedelta(days=1)))
    if args.dismiss:
        app.coverage.dismiss(found, args.by, args.reason)
        return {"campaign": campaign.id, "dismissed": found.times}
    app.coverage.accept_make_up(found, args.by, args.session)
    return {"campaign": campaign.id, "session": args.session or (found.offer.session_id if found.offer else "")}
