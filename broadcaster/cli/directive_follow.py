"""`broadcaster directive remind|done|due|reported|no-duty|attach|links`: what follows once a letter is in."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.cli.main import print_json
from broadcaster.directives.corrections import checked
from broadcaster.directives.model import Attachment

if TYPE_CHECKING:
    from broadcaster.wiring import App


def configure(verbs: Any) -> None:
    """Add the verbs to those of `directive`."""
    remind = _verb(verbs, "remind", "note something to do for a letter by a day", by=True)
    remind.add_argument("day", metavar="DAY", help="2026-12-25 or 25/12/2026")
    remind.add_argument("text", nargs="+", metavar="TEXT")
    done = verbs.add_parser("done", help="tick a reminder off")
    done.add_argument("reminder", metavar="ID")
    done.add_argument("--undo", action="store_true", help="open it again")
    done.add_argument("--by", default="")
    done.add_argument("--json", action="store_true")
    due = verbs.add_parser("due", help="reports and reminders whose day is over, is today or is near")
    due.add_argument("--within", type=int, default=7, metavar="DAYS")
    due.add_argument("--json", action="store_true")
    reported = _verb(verbs, "reported", "the report on a letter went out", by=True)
    reported.add_argument("--note", default="")
    reported.add_argument("--day", default="", help="when (today)")
    reported.add_argument("--undo", action="store_true", help="take the mark away")
    nothing = _verb(verbs, "no-duty", "nothing of a letter is to be aired here", by=True)
    nothing.add_argument("--note", default="")
    nothing.add_argument("--undo", action="store_true", help="take the mark away")
    attach = _verb(verbs, "attach", "files that came with a letter: sounds, scripts, annexes", by=True)
    attach.add_argument("files", type=Path, nargs="+", metavar="FILE")
    _verb(verbs, "links", "letters this one names, and letters that name it")


def about(app: App, letter: str) -> dict[str, Any]:
    """What follows a letter, for `directive show --json`."""
    letters = app.directives
    return {
        "state": letters.row(letter).state, "work": vars(letters.work.of(letter)),
        "cites": [vars(item) for item in letters.citations(letter)],
        "files": [_file(item) for item in app.attachments.of(letter)],
        "reminders": [{**vars(item), "due": item.due.isoformat()} for item in letters.reminders.of(letter)],
    }


def remind(app: App, args: argparse.Namespace) -> int:
    letter = app.directives.find(args.ref)
    made = app.directives.reminders.add(letter.id, _day(args.day), " ".join(args.text), args.by)
    return _told(args, {**vars(made), "due": made.due.isoformat()}, f"{made.id}  {made.due}  {made.text}")


def done(app: App, args: argparse.Namespace) -> int:
    act = app.directives.reminders.undo if args.undo else app.directives.reminders.done
    item = act(args.reminder, args.by)
    return _told(args, {**vars(item), "due": item.due.isoformat()},
                 f"{'open' if args.undo else 'done'}  {item.due}  {item.text}")


def due(app: App, args: argparse.Namespace) -> int:
    today = app.clock.now().date()
    items = app.directives.reminders.due(today, max(0, args.within))
    if args.json:
        print_json([{**vars(item), "day": item.day.isoformat(), "overdue": item.day < today} for item in items])
        return 0
    for item in items:
        mark = "overdue" if item.day < today else "today" if item.day == today else ""
        print(f"{item.day}  {mark:<8}  {item.number or '-':<24}  {item.text or item.kind}")
    return 0


def reported(app: App, args: argparse.Namespace) -> int:
    letter, work = app.directives.find(args.ref), app.directives.work
    if args.undo:
        mark = work.unmark(letter.id, args.by)
    else:
        mark = work.mark_reported(letter.id, args.by, args.note, _day(args.day) if args.day else None)
    return _told(args, {"id": letter.id, **vars(mark)}, f"reported {mark.reported_at}" if mark.work else "not reported")


def no_duty(app: App, args: argparse.Namespace) -> int:
    letter, work = app.directives.find(args.ref), app.directives.work
    mark = work.unmark(letter.id, args.by) if args.undo else work.mark_no_duty(letter.id, args.by, args.note)
    return _told(args, {"id": letter.id, **vars(mark)}, "nothing to air" if mark.work else "to be worked on")


def attach(app: App, args: argparse.Namespace) -> int:
    letter, results, failed = app.directives.find(args.ref), [], False
    for path in args.files:
        try:
            result = app.attachments.attach(letter.id, path, args.by)
        except BroadcasterError as error:
            failed = True
            print(f"broadcaster: {error.text}", file=sys.stderr)
            continue
        item = result.attachment
        results.append({**_file(item), "known": result.known, "problem": str(result.problem or "")})
        if not args.json:
            print(f"{item.id}  {'known' if result.known else item.kind}  {item.file_name}")
    if args.json:
        print_json(results)
    return 1 if failed else 0


def links(app: App, args: argparse.Namespace) -> int:
    found = app.directives.citations(app.directives.find(args.ref).id)
    if args.json:
        print_json([vars(item) for item in found])
        return 0
    for item in found:
        print(f"{item.role:<10}  {item.number:<28}  {item.directive_id or 'not in the register'}")
    return 0


ACTIONS = {"remind": remind, "done": done, "due": due, "reported": reported, "no-duty": no_duty, "attach": attach,
           "links": links}


def _file(item: Attachment) -> dict[str, Any]:
    return {**vars(item), "added_at": item.added_at.isoformat()}


def _verb(verbs: Any, name: str, words: str, *, by: bool = False) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=words)
    parser.add_argument("ref", metavar="LETTER", help="id, beginning of the id, or number")
    if by:
        parser.add_argument("--by", default="", help="who does it")
    parser.add_argument("--json", action="store_true")
    return parser


def _day(text: str) -> date:
    value = checked("report_due", text)
    if value is None:
        raise Refused("directive.value", "a day is missing", field="day", value=text, wanted="a day")
    return date.fromisoformat(value)


def _told(args: argparse.Namespace, data: dict[str, Any], line: str) -> int:
    if args.json:
        print_json(data)
    else:
        print(line)
    return 0
