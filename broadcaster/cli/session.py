"""`broadcaster session list|show|add|edit|remove|hold`: the sessions of a station and their hours."""

from __future__ import annotations

import argparse
import difflib
from dataclasses import replace
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.schedule.model import RelaySlot, SessionTemplate
from broadcaster.schedule.sessions.templates import clock_of, examples, weekdays_of
from broadcaster.schedule.sessions.toml_text import clock_text
from broadcaster.schedule.sessions.toml_words import day_month, month_day_of
from broadcaster.schedule.words import sentences_of_template
from broadcaster.wiring import App, build_app

_WHERE = "the command line"


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    listing = words.add_parser("list", help="the station's sessions, in order of time")
    listing.add_argument("--examples", action="store_true", help="the shipped examples instead: summer, winter, noon …")
    show = words.add_parser("show", help="one session, read back in Vietnamese sentences")
    add = words.add_parser("add", help="hold one more session")
    add.add_argument("session", metavar="ID", help="small letters, digits, hyphens; of an example: begin with that one")
    edit = words.add_parser("edit", help="other hours, days, zones, relays of a session")
    remove = words.add_parser("remove", help="no longer hold a session")
    hold = words.add_parser("hold", help="on which days of the week a session is held")
    hold.add_argument("session", metavar="ID")
    hold.add_argument("weekdays", nargs="?", default="1234567", metavar="DAYS",
                      help="1 = Monday … 7 = Sunday, default all")
    hold.add_argument("--never", action="store_true", help="only in a special period that names it")
    for word in (show, edit, remove):
        word.add_argument("session", metavar="ID")
    _add_fields(add)
    _add_fields(edit)
    for word in (listing, show, add, edit, remove, hold):
        word.add_argument("--json", action="store_true")
    for word in (add, edit, remove, hold):
        word.add_argument("--by", default="", help="who does it, for the record")
        word.add_argument("--reason", default="", help="needed for a start before 05:00 or after 19:00")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        found = _sessions(app, args)
        if args.json:
            print_json([_row(item) for item in found])
        elif args.word == "list":
            for item in found:
                print(_line(item))
        else:
            print("\n".join(_sentences(app, found[0])) if args.word != "remove" else f"{found[0].id} is held no more")
        return 0
    finally:
        app.close()


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default=None)
    parser.add_argument("--starts", default=None, metavar="HH:MM", help="24 hours: 17:00 is five in the afternoon")
    parser.add_argument("--minutes", type=int, default=None, help="at most, relays included")
    parser.add_argument("--weekdays", default=None, metavar="DAYS", help='1 = Monday … 7 = Sunday; "": only in periods')
    parser.add_argument("--season", default=None, metavar="DD/MM-DD/MM", help='15/04-14/10; "": all the year')
    parser.add_argument("--zones", default=None, metavar="A,B", help='names of zones, or "all"')
    parser.add_argument("--relay", action="append", default=None, metavar="SOURCE@HH:MM+MINUTES",
                        help='vov1@06:00+15; several times for several; "" for none')
    parser.add_argument("--filler", default=None, metavar="KIND", help="what fills the time before a relay: nhac")


def _sessions(app: App, args: argparse.Namespace) -> list[SessionTemplate]:
    if args.word == "list":
        return list(examples() if args.examples else app.schedule.templates())
    if args.word == "add":
        return [app.schedule.save_template(_new(app, args), args.by, args.reason)]
    template = _find(app, args.session)
    if args.word == "show":
        return [template]
    if args.word == "remove":
        app.schedule.remove_template(template.id, args.by)
        return [template]
    if args.word == "hold":
        days = "" if args.never else weekdays_of(args.weekdays, _WHERE)
        return [app.schedule.save_template(replace(template, weekdays=days), args.by, args.reason)]
    return [app.schedule.save_template(_edited(template, args), args.by, args.reason)]


def _find(app: App, ref: str) -> SessionTemplate:
    templates = app.schedule.templates()
    found = next((item for item in templates if ref in {item.id, item.name}), None)
    if found is None:
        near = difflib.get_close_matches(ref, [item.id for item in templates], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise Refused("schedule.template_unknown", f"no session {ref!r}{hint}", name=ref)
    return found


def _new(app: App, args: argparse.Namespace) -> SessionTemplate:
    if args.session in {item.id for item in app.schedule.templates()}:
        raise Refused("schedule.twice", f"there is a session {args.session!r} already", name=args.session)
    example = next((item for item in examples() if item.id == args.session), None)
    if example is None:
        for name in ("name", "starts", "minutes"):
            if getattr(args, name) is None:
                raise Refused("schedule.missing", f"say --{name}: {args.session!r} is no shipped example",
                              file=_WHERE, name=name)
        example = SessionTemplate(args.session, args.name, clock_of(args.starts, _WHERE), args.minutes)
    return _edited(example, args)


def _edited(template: SessionTemplate, args: argparse.Namespace) -> SessionTemplate:
    values: dict[str, Any] = {name: getattr(args, name) for name in ("name", "minutes", "filler")
                              if getattr(args, name) is not None}
    if args.starts is not None:
        values["starts"] = clock_of(args.starts, _WHERE)
    if args.weekdays is not None:
        values["weekdays"] = weekdays_of(args.weekdays, _WHERE, none=True)
    if args.season is not None:
        first, _, last = args.season.partition("-")
        values["season_from"] = month_day_of(first.strip(), "season", _WHERE)
        values["season_to"] = month_day_of(last.strip(), "season", _WHERE)
    if args.zones is not None:
        values["zones"] = tuple(name.strip() for name in args.zones.split(",") if name.strip()) or ("all",)
    if args.relay is not None:
        values["relays"] = tuple(_relay(text) for text in args.relay if text)
    return replace(template, **values)


def _relay(text: str) -> RelaySlot:
    source, _, rest = text.partition("@")
    clock, _, minutes = rest.partition("+")
    if not (minutes.isascii() and minutes.isdigit()):
        raise Refused("schedule.value", f"{text!r} is not SOURCE@HH:MM+MINUTES", file=_WHERE, name="relay", value=text)
    return RelaySlot(source, clock_of(clock, _WHERE), int(minutes))


def _sentences(app: App, template: SessionTemplate) -> tuple[str, ...]:
    return sentences_of_template(template, {item.id: item.name for item in app.relays.sources()})


def _line(template: SessionTemplate) -> str:
    season = f"  {day_month(template.season_from)}-{day_month(template.season_to)}" if template.season_from else ""
    relays = "".join(f"  {slot.source}@{clock_text(slot.starts)}+{slot.minutes}" for slot in template.relays)
    return f"{template.id}  {clock_text(template.starts)}  {template.minutes} min  {template.weekdays or 'never'}" \
           f"{season}{relays}  {template.name}"


def _row(template: SessionTemplate) -> dict[str, Any]:
    return {**vars(template), "starts": clock_text(template.starts), "season_from": day_month(template.season_from),
            "season_to": day_month(template.season_to),
            "relays": [{**vars(slot), "starts": clock_text(slot.starts)} for slot in template.relays],
            "sentences": sentences_of_template(template)}
