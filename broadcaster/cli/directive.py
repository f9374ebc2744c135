"""`broadcaster directive parse|add|list|show|correct` and what follows: letters, from the command line."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.cli import directive_follow
from broadcaster.cli.main import print_json
from broadcaster.directives.corrections import LISTS
from broadcaster.directives.model import FIELD_NAMES, STATES, Directive, DirectiveRow, Field, ParsedLetter, Point

if TYPE_CHECKING:
    from broadcaster.wiring import App


def configure(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True)
    parse = verbs.add_parser("parse", help="read a letter and show its fields; stores nothing")
    parse.add_argument("file", type=Path)
    parse.add_argument("--json", action="store_true")
    add = verbs.add_parser("add", help="put letters into the register")
    add.add_argument("files", type=Path, nargs="+", metavar="FILE")
    add.add_argument("--by", default="", help="who received them")
    add.add_argument("--json", action="store_true")
    listing = verbs.add_parser("list", help="the register")
    listing.add_argument("words", nargs="*", help="only letters with these words (accents not needed)")
    listing.add_argument("--overdue", action="store_true", help="only those whose report is overdue")
    listing.add_argument("--due-within", type=int, metavar="DAYS", help="only those with a report due by then")
    listing.add_argument("--state", action="append", choices=STATES, default=[], help="only those; may be repeated")
    listing.add_argument("--out", type=Path, metavar="FILE", help="write them as a sheet: .xlsx or .csv")
    listing.add_argument("--json", action="store_true")
    show = verbs.add_parser("show", help="one letter: by id, beginning of the id, or number")
    show.add_argument("ref")
    show.add_argument("--json", action="store_true")
    correct = verbs.add_parser("correct", help="put your value in place of what was read from a letter")
    correct.add_argument("ref")
    correct.add_argument("field", metavar="FIELD", help=", ".join(FIELD_NAMES))
    correct.add_argument("values", nargs="+", metavar="VALUE",
                         help="an empty one clears the field; several, or one with ';' between them, for a list")
    correct.add_argument("--by", default="", help="who corrects it")
    correct.add_argument("--json", action="store_true")
    directive_follow.configure(verbs)
    extract = verbs.add_parser("extract", help="(the program calls this itself) text of a file as one line of JSON")
    extract.add_argument("kind")
    extract.add_argument("file", type=Path)


def run(args: argparse.Namespace) -> int:
    if args.action == "extract":
        # Reached in a child process, so nothing but the reader is loaded.
        from broadcaster.directives.readers import child

        return child.serve(args.kind, args.file)
    if args.action == "parse":
        return _parse(args)
    from broadcaster.wiring import build_app

    app = build_app(args.station_home)
    try:
        actions = {"add": _add, "list": _list, "show": _show, "correct": _correct, **directive_follow.ACTIONS}
        return actions[args.action](app, args)
    finally:
        app.close()


def parsed_as_json(letter: ParsedLetter | Directive) -> dict[str, Any]:
    """The fields at top level, then where each was found, then the points."""
    return {
        **{name: letter.value(name) for name in FIELD_NAMES},
        "spans": {name: _span(letter.fields[name]) for name in FIELD_NAMES
                  if name in letter.fields and letter.fields[name].value is not None},
        "points": [_point(point) for point in letter.points],
    }


def _parse(args: argparse.Namespace) -> int:
    from broadcaster.directives.certainty import read_and_parse

    letter = read_and_parse(args.file, _page)
    if args.json:
        print_json({**parsed_as_json(letter), "campaign": _asked(letter)})
    else:
        _print_fields(letter)
    return 0


def _page(done: int, total: int) -> None:
    """A scan takes seconds a page: somebody who waits at a terminal sees how far it is."""
    if total > 1 and sys.stderr.isatty():
        print(f"\rpage {done} of {total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _asked(letter: ParsedLetter) -> dict[str, Any] | None:
    """What the letter asked of the loudspeakers on the day it was written; None when it asked nothing."""
    from broadcaster.base.clock import SystemClock
    from broadcaster.directives.airing_rules import propose

    issued = str(letter.value("issued_date") or "")
    try:
        day = date.fromisoformat((issued + "-01-01")[:10] if len(issued) in {4, 7} else issued)
    except ValueError:
        day = SystemClock().now().date()
    proposal = propose(letter, day)
    return asdict(proposal) if proposal else None


def _add(app: App, args: argparse.Namespace) -> int:
    results: list[dict[str, Any]] = []
    failed = False
    for path in args.files:
        try:
            done = app.directives.add(path, args.by, _page)
        except BroadcasterError as error:
            failed = True
            print(f"broadcaster: {error.text}", file=sys.stderr)
            continue
        letter = done.directive
        results.append({"id": letter.id, "number": letter.value("number"), "subject": letter.value("subject"),
                        "known": done.known, "warnings": list(done.warnings), "file": path.name})
        if not args.json:
            print(f"{letter.id}  {'known' if done.known else 'added'}  {path.name}")
    if args.json:
        print_json(results)
    return 1 if failed else 0


def _list(app: App, args: argparse.Namespace) -> int:
    rows = app.directives.list(" ".join(args.words), states=args.state, overdue=args.overdue,
                               due_within=args.due_within)
    if args.out:
        from broadcaster.reports.writers.register import write_register

        write_register(args.out, rows)
    if args.json:
        print_json([_row(row) for row in rows])
        return 0
    for row in rows:
        print(f"{row.id}  {row.number or '-':<24}  {row.issued_date or '-':<10}  {row.subject}")
    return 0


def _correct(app: App, args: argparse.Namespace) -> int:
    value: str | list[str] = " ".join(args.values)
    if args.field in LISTS:
        value = [part for text in args.values for part in text.split(";")]
    letter = app.directives.correct(app.directives.find(args.ref).id, args.field, value, args.by)
    if args.json:
        print_json({"id": letter.id, "field": args.field, "value": letter.value(args.field)})
    else:
        print(f"{args.field}: {_shown(letter.value(args.field))}")
    return 0


def _show(app: App, args: argparse.Namespace) -> int:
    letter = app.directives.find(args.ref)
    if args.json:
        print_json({"id": letter.id, "file": letter.file_name, "sha256": letter.sha256,
                    "received_at": letter.received_at.isoformat(), **parsed_as_json(letter), "text": letter.text,
                    **directive_follow.about(app, letter.id)})
        return 0
    print(f"{letter.id}  {letter.file_name}")
    _print_fields(letter)
    return 0


def _print_fields(letter: ParsedLetter | Directive) -> None:
    for name in FIELD_NAMES:
        print(f"{name:<18} {_shown(letter.value(name))}")
    for point in letter.points:
        print(f"  [{point.kind}] {point.number} {point.text}")


def _shown(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else "-" if value is None else value


def _span(field: Field) -> dict[str, Any]:
    start, end = field.span if field.span else (None, None)
    return {"start": start, "end": end, "confidence": field.confidence}


def _point(point: Point) -> dict[str, Any]:
    return {"id": point.id, "number": point.number, "text": point.text, "kind": point.kind, "start": point.start,
            "end": point.end}


def _row(row: DirectiveRow) -> dict[str, Any]:
    return {**vars(row), "received_at": row.received_at.isoformat()}
