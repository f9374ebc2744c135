"""`broadcaster period calendar|proposed|kinds|list|add|change|remove|restore`: days on which other rules hold."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.schedule.calendar.days import CalendarDay, month_of
from broadcaster.schedule.model import Period
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    calendar = words.add_parser("calendar", help="a month: weekday, lunar day, holidays, special periods")
    calendar.add_argument("--month", type=_month, default=None, metavar="YYYY-MM", help="default: this month")
    proposed = words.add_parser("proposed", help="the holidays of a year, with the lines that enter them")
    proposed.add_argument("--year", type=int, default=None)
    kinds = words.add_parser("kinds", help="the kinds of periods and what is proposed for each")
    listing = words.add_parser("list", help="periods in force; without days, those of today and later")
    listing.add_argument("--from", dest="first", type=_day, default=None, metavar="DAY")
    listing.add_argument("--to", dest="last", type=_day, default=None, metavar="DAY", help="inclusive")
    listing.add_argument("--removed", action="store_true", help="those taken away instead")
    add = words.add_parser("add", help="other rules from one day to another, both inclusive")
    add.add_argument("kind", help="see: period kinds")
    change = words.add_parser("change", help="other words for a period")
    change.add_argument("period")
    _frame(add, first_needed=True)
    _frame(change, first_needed=False)
    remove = words.add_parser("remove", help="take a period away; restore brings it back")
    remove.add_argument("period")
    remove.add_argument("--reason", default="")
    restore = words.add_parser("restore", help="bring a removed period back")
    restore.add_argument("period")
    for word in (calendar, proposed, kinds, listing, add, change, remove, restore):
        word.add_argument("--json", action="store_true")
    for word in (add, change, remove, restore):
        word.add_argument("--by", default="", help="who does it, for the record")


def _frame(parser: argparse.ArgumentParser, first_needed: bool) -> None:
    parser.add_argument("--from", dest="first", type=_day, required=first_needed, default=None, metavar="DAY")
    parser.add_argument("--to", dest="last", type=_day, default=None, metavar="DAY",
                        help="inclusive; default: as long as the kind usually lasts")
    parser.add_argument("--name", default=None)
    parser.add_argument("--reason", default=None)
    parser.add_argument("--directive", default=None, metavar="NUMBER", help="number of the letter that orders it")
    parser.add_argument("--sessions", default=None, metavar="IDS",
                        help="only these sessions are held, a,b,…; none: no session; always: as on other days")
    parser.add_argument("--profile", default=None, help="rule profile that holds instead; none: the station's")
    parser.add_argument("--without", default=None, metavar="KINDS", help="kinds of items left out, a,b,…; or none")
    parser.add_argument("--dry-run", action="store_true", help="only read back what it would do")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return _WORDS[args.word](app, args)
    finally:
        app.close()


def _calendar(app: App, args: argparse.Namespace) -> int:
    first, last = month_of(args.month or app.clock.now().date())
    days = app.periods.days(first, last)
    if args.json:
        print_json([_day_row(day) for day in days])
        return 0
    for day in days:
        notes = [*day.names, *(f"[{period.name}]" for period in day.periods)]
        lunar = day.lunar.short if day.lunar else ""
        print(f"{day.day}  {day.day:%a}  {lunar:<7}{'  ' + '; '.join(notes) if notes else ''}")
    return 0


def _proposed(app: App, args: argparse.Namespace) -> int:
    year = args.year if args.year is not None else app.clock.now().year
    if not 2 <= year <= 9997:
        raise Refused("period.year", f"{year} is no year", year=year)
    found = app.periods.proposed(year)
    if args.json:
        print_json([_row(item.period) | {"note": item.note, "known": item.known.id if item.known else ""}
                    for item in found])
        return 0
    for item in found:
        period = item.period
        state = f"entered: {item.known.id}" if item.known else \
            f"period add {period.kind} --from {period.first_day} --to {period.last_day} --name {period.name!r}"
        print(f"{period.first_day} – {period.last_day}  {period.name}  {item.note}\n    {state}")
    return 0


def _kinds(app: App, args: argparse.Namespace) -> int:
    rows = [{"kind": item.key, "name": item.words, "days": item.days, "without": list(item.without),
             "hint": item.hint} for item in app.periods.kinds()]
    _print(args.json, rows, "{kind}  {name}  {days} day(s)  without {without}  {hint}")
    return 0


def _list(app: App, args: argparse.Namespace) -> int:
    first = args.first or (app.clock.now().date() if args.last is None else date.min)
    last = args.last or date.max
    if last < first:
        raise Refused("period.order", f"{last} is before {first}", first=first.isoformat(), last=last.isoformat())
    _show(args.json, app.periods.removed() if args.removed else app.periods.between(first, last))
    return 0


def _add(app: App, args: argparse.Namespace) -> int:
    draft = app.periods.draft(args.kind, args.first)
    return _save(app, args, replace(_framed(draft, args), last_day=args.last or draft.last_day))


def _change(app: App, args: argparse.Namespace) -> int:
    return _save(app, args, _framed(app.periods.get(args.period), args))


def _save(app: App, args: argparse.Namespace, period: Period) -> int:
    read_back = app.periods.read_back(period)
    saved = read_back.period
    if not args.dry_run:
        saved = (app.periods.change if period.id else app.periods.add)(period, args.by)
    if args.json:
        print_json(_row(saved) | {"read_back": [*read_back.sentences, *read_back.overlaps],
                                  "overlaps": [item.id for item in (*read_back.before, *read_back.after)]})
        return 0
    print("\n".join([*([] if args.dry_run else [saved.id]), *read_back.sentences, *read_back.overlaps]))
    return 0


def _remove(app: App, args: argparse.Namespace) -> int:
    _show(args.json, [app.periods.remove(args.period, args.by, args.reason)])
    return 0


def _restore(app: App, args: argparse.Namespace) -> int:
    _show(args.json, [app.periods.restore(args.period, args.by)])
    return 0


_WORDS = {"calendar": _calendar, "proposed": _proposed, "kinds": _kinds, "list": _list, "add": _add,
          "change": _change, "remove": _remove, "restore": _restore}


def _framed(period: Period, args: argparse.Namespace) -> Period:
    """What the line says, in place of what the period said."""
    given: dict[str, Any] = {"first_day": args.first, "last_day": args.last, "name": args.name, "reason": args.reason,
                             "directive_number": args.directive}
    if args.sessions is not None:
        given["sessions"] = () if args.sessions == "none" else _several(args.sessions)
    if args.without is not None:
        given["without"] = () if args.without == "none" else _several(args.without)
    if args.profile is not None:
        given["profile"] = "" if args.profile == "none" else args.profile
    period = replace(period, **{name: value for name, value in given.items() if value is not None})
    return replace(period, sessions=None) if args.sessions == "always" else period


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _show(as_json: bool, periods: Iterable[Period]) -> None:
    _print(as_json, [_row(item) for item in periods],
           "{id}  {kind}  {first_day} – {last_day}  {name}  {directive_number}  {reason}")


def _print(as_json: bool, rows: Sequence[dict[str, Any]], line: str) -> None:
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print(line.format(**row).rstrip())


def _row(period: Period) -> dict[str, Any]:
    return {"id": period.id, "kind": period.kind, "name": period.name, "first_day": period.first_day,
            "last_day": period.last_day, "days": (period.last_day - period.first_day + timedelta(1)).days,
            "reason": period.reason, "directive_number": period.directive_number, "profile": period.profile,
            "sessions": None if period.sessions is None else list(period.sessions), "without": list(period.without)}


def _day_row(day: CalendarDay) -> dict[str, Any]:
    lunar = day.lunar
    return {"day": day.day, "weekday": day.weekday, "holidays": list(day.names), "rest": day.rest,
            "lunar": {"day": lunar.day, "month": lunar.month, "leap": lunar.leap, "year": lunar.year,
                      "year_name": lunar.year_name, "words": str(lunar)} if lunar else None,
            "periods": [_row(item) for item in day.periods]}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from error


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a month YYYY-MM") from error
