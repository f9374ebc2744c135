"""`broadcaster day show|move|insert|remove|lock|…`: one day as people decide it, session by session."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold
from broadcaster.cli.break_in import ask
from broadcaster.cli.main import print_json
from broadcaster.protocol.rundown import RundownEvent
from broadcaster.schedule.days import edit_store, edits
from broadcaster.schedule.days.copies import Copied, programme_of
from broadcaster.schedule.days.edits import LAST, Spot
from broadcaster.schedule.days.state import DayState, events_of
from broadcaster.schedule.model import Placed, SessionEdit, note
from broadcaster.schedule.sessions.templates import clock_of
from broadcaster.schedule.sheets.sheet import monday_of
from broadcaster.wiring import App, build_app

_ONE = {"lock": "keep its programme as it is, made by hand", "release": "let the planner fill it again",
        "drop": "not held on this day", "hold": "held on this day after all", "restore": "as its template says in all"}
_WHERE = "the command line"


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    made = {name: words.add_parser(name, help=text) for name, text in {
        "show": "sessions, items with their numbers, warnings", "move": "an item elsewhere", "insert": "one item more",
        "remove": "one item less", **_ONE, "resize": "other hours", "add": "a session of this day alone",
        "copy": "the programme of a day, or a week, by hand on another", "clear": "everything as the templates say",
        "put": "store what --json gave back as “before”: the way back",
        "next": "an item in the running session, after what sounds"}.items()}
    for name in ("move", "remove", *_ONE, "resize"):
        made[name].add_argument("session", help="id or name")
    for name in ("move", "remove"):
        made[name].add_argument("number", type=int, help="of the item, from 1")
    for name in ("insert", "next"):
        made[name].add_argument("item", help="a campaign, or an item of the library")
    for name in ("move", "insert"):
        made[name].add_argument("to", metavar="SESSION", help="id or name")
        made[name].add_argument("--at", type=int, default=None, metavar="N", help="before this item, else at the end")
    made["move"].add_argument("--to-date", type=_day, default=None, metavar="DAY", help="to another day")
    made["add"].add_argument("name")
    for name in ("resize", "add"):
        made[name].add_argument("starts", metavar="HH:MM")
        made[name].add_argument("minutes", type=int)
        made[name].add_argument("--zone", dest="zones", action="append", default=[], metavar="Z", help="again for more")
    made["copy"].add_argument("source", type=_day, metavar="DAY")
    made["copy"].add_argument("target", type=_day, metavar="DAY")
    made["copy"].add_argument("--dry-run", action="store_true", help="say what would be copied")
    made["put"].add_argument("file", type=Path)
    for name in ("copy", "clear"):
        made[name].add_argument("--week", action="store_true", help="from Monday to Sunday")
    for name, word in made.items():
        if name not in {"copy", "put", "next"}:
            word.add_argument("--date", type=_day, default=None, metavar="DAY", help="YYYY-MM-DD, default today")
        if name != "show":
            word.add_argument("--by", default="", help="who does it, for the record")
            word.add_argument("--reason", default="", help="why; needed for a start before 05:00 or after 19:00")
        word.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        if args.word == "next":
            return _next(app, args)
        if args.word == "copy":
            return _copy(app, args)
        day = getattr(args, "date", None) or app.clock.now().date()
        before, days = _done(app, args, day)
        states = [app.days.state(each) for each in days]
    finally:
        app.close()
    if args.json:
        rows = [_row(state) for state in states]
        print_json(rows[0] if args.word == "show" else {"days": rows, "before": [_plain(edit) for edit in before]})
    else:
        for state in states:
            _print(state)
    return 0


def _done(app: App, args: argparse.Namespace, day: date) -> tuple[Sequence[SessionEdit], list[date]]:
    """What was decided before, and the days to show."""
    if args.word == "show":
        return (), [day]
    if args.word == "clear" and args.week:
        monday = monday_of(day)
        return app.days.clear_week(monday, args.by), [monday + timedelta(days=number) for number in range(7)]
    if args.word == "clear":
        return app.days.clear(day, args.by), [day]
    changed = _read(args.file) if args.word == "put" else _changed(app, args, app.days.state(day))
    before = app.days.save(changed, args.by, args.reason)
    return before, sorted({edit.day for edit in changed} or {day})


def _changed(app: App, args: argparse.Namespace, state: DayState) -> Sequence[SessionEdit]:
    at = LAST if getattr(args, "at", None) is None else max(0, args.at - 1)
    if args.word == "move":
        other = app.days.state(args.to_date) if args.to_date else state
        return edits.moved(state, Spot(_session(state, args.session), args.number - 1), other,
                           Spot(_session(other, args.to), at))
    if args.word == "insert":
        return edits.inserted(state, app.days.placed(args.item), Spot(_session(state, args.to), at))
    if args.word == "remove":
        return edits.removed(state, Spot(_session(state, args.session), args.number - 1))
    if args.word == "resize":
        return edits.resized(state, _session(state, args.session), clock_of(args.starts, _WHERE), args.minutes,
                             args.zones)
    if args.word == "add":
        return edits.added_session(state, args.name, clock_of(args.starts, _WHERE), args.minutes, args.zones)
    acts: dict[str, Callable[[DayState, str], Sequence[SessionEdit]]] = {
        "lock": edits.locked, "release": edits.released, "drop": edits.dropped, "hold": edits.held,
        "restore": edits.restored}
    return acts[args.word](state, _session(state, args.session))


def _copy(app: App, args: argparse.Namespace) -> int:
    source, target = (monday_of(args.source), monday_of(args.target)) if args.week else (args.source, args.target)
    if args.dry_run:
        copied = (app.days.copy_of_week if args.week else app.days.copy_of_day)(source, target)
    else:
        copied = (app.days.copy_week if args.week else app.days.copy_day)(source, target, args.by, args.reason)
    if args.json:
        print_json({"items": copied.items, "sessions": len(copied.edits), "left_out": [
            vars(left) for left in copied.left_out], "before": [_plain(edit) for edit in copied.before]})
    else:
        _print_copy(copied, args.dry_run)
    return 0


def _print_copy(copied: Copied, dry_run: bool) -> None:
    print(f"{'would copy' if dry_run else 'copied'} {copied.items} items in {len(copied.edits)} sessions")
    for left in copied.left_out:
        print(f"  ! left out: {left.session}{'  ' if left.cart else ''}{left.cart}  ({left.why})")


def _next(app: App, args: argparse.Namespace) -> int:
    words = app.days.next_words(app.days.placed(args.item))
    answer = ask(app.home, "play_next", by=args.by, **words, **({"why": args.reason} if args.reason else {}))
    if args.json:
        print_json(answer)
    else:
        print(f"next: {words['item']['title']}")
    return 0


def _session(state: DayState, word: str) -> str:
    """By id or name. Raises Refused: schedule.template_unknown."""
    names = {name: state.frame(name).name for name in {*state.templates, *state.edits}
             if name in state.templates or not state.edit(name).says_nothing}
    wanted = state.name_of(word)
    found = [name for name, title in names.items() if wanted == name] or \
        [name for name, title in names.items() if fold(title) == fold(word)]
    if len(found) != 1:
        raise Refused("schedule.template_unknown", f"no session {word!r} (there is: {', '.join(sorted(names))})",
                      name=word)
    return found[0]


def _row(state: DayState) -> dict[str, Any]:
    return {"day": state.day, "sessions": [_session_row(state, fill.session_id) | {
        "starts_at": fill.starts_at, "planned_seconds": round(fill.planned_seconds, 1),
        "limit_seconds": fill.limit_seconds, "name": fill.name} for fill in state.plan.fills],
        "not_held": sorted(name for name, edit in state.edits.items() if not edit.held),
        "warnings": [{"code": warning.code, "session": warning.session_id, **warning.facts}
                     for warning in state.plan.warnings]}


def _session_row(state: DayState, session: str) -> dict[str, Any]:
    programme = programme_of(state, session) if state.begun(session) else state.listed(session)
    events = _events(state, session, programme)
    items = [{"number": number, "cart": item.cart, "campaign": item.campaign,
              "title": event.title if event else "", "starts_at": event.starts_at if event else None,
              "seconds": round(event.cut.frames / 48_000, 3) if event else None}
             for number, (item, event) in enumerate(zip(programme, events, strict=True), start=1)]
    return {"session": state.name_of(session), "by_hand": state.by_hand(session),
            "begun": state.begun(session), "items": items}


def _events(state: DayState, session: str, programme: Sequence[Placed]) -> list[RundownEvent | None]:
    """For each item what plays it; None for one that does not air."""
    if state.begun(session):
        return events_of(state, session, programme)
    found: list[RundownEvent | None] = [None] * len(programme)
    for number, event in zip(state.numbers(session), events_of(state, session), strict=True):
        found[number] = event
    return found


def _print(state: DayState) -> None:
    print(state.day)
    for row in _row(state)["sessions"]:
        marks = [word for word in ("by_hand", "begun") if row[word]]
        print(f"  {row['name']}  {row['starts_at']:%H:%M}  {row['planned_seconds'] / 60:.1f} of "
              f"{row['limit_seconds'] / 60:.0f} min  {' '.join(marks).replace('_', ' ')}".rstrip())
        for item in row["items"]:
            print(f"    {item['number']:>2}  {item['starts_at']:%H:%M:%S}  {item['title']}" if item["starts_at"]
                  else f"    {item['number']:>2}  {item['cart']}  does not air")
    for warning in state.plan.warnings:
        print(f"  ! {note(warning)}")


def _plain(edit: SessionEdit) -> dict[str, Any]:
    return {"day": edit.day.isoformat(), "session": edit.session, "reason": edit.reason, **edit_store.to_json(edit)}


def _read(path: Path) -> list[SessionEdit]:
    """Decisions as `_plain` wrote them, alone or in the answer they came with. Refused: schedule.edits_broken."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        rows = found["before"] if isinstance(found, dict) else found
        return [edit_store.from_json(date.fromisoformat(row["day"]), str(row["session"]), row, str(row["reason"]))
                for row in rows]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refused("schedule.edits_broken", f"{path.name} holds no decisions of a day", name=path.name) from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day YYYY-MM-DD") from error
