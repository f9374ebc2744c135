"""`broadcaster people …`: who may write and approve, their PINs, and what helps when one is forgotten."""

from __future__ import annotations

import argparse
import getpass
import os
from dataclasses import asdict
from pathlib import Path

from broadcaster.accounts.model import Person, Right, Role, guard, need
from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.cli.approve import signer
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="a new person")
    add.add_argument("name")
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.OPERATOR.value)
    add.add_argument("--title", default="", help="the office they hold, as reports print it")
    add.add_argument("--pin", default="", help="4 to 12 digits, or a password; else BROADCASTER_PIN, else asked for")
    add.add_argument("--json", action="store_true")
    show = acts.add_parser("list", help="everyone")
    show.add_argument("--all", action="store_true", help="also those who no longer sign")
    show.add_argument("--json", action="store_true")
    own = acts.add_parser("pin", help="one's own new PIN")
    own.add_argument("name")
    own.add_argument("--old", default="", help="the PIN until now; else asked for")
    own.add_argument("--pin", default="", help="the new one; else BROADCASTER_PIN, else asked for")
    reset = acts.add_parser("reset", help="a forgotten PIN: by one code of the recovery sheet")
    reset.add_argument("name")
    reset.add_argument("--code", required=True, help="as it stands on the sheet; used up by it")
    reset.add_argument("--pin", default="", help="the new one; else BROADCASTER_PIN, else asked for")
    sheet = acts.add_parser("recovery", help="a new recovery sheet (PDF); the one before holds no more")
    sheet.add_argument("--out", type=Path, required=True, help="the file; print it, then delete it")
    sheet.add_argument("--as", dest="name", default="", help="who signs for it, unless nobody is entered yet")
    sheet.add_argument("--pin", default="", help="else BROADCASTER_PIN, else asked for")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    act = {"add": _add, "list": _list, "pin": _pin, "reset": _reset, "recovery": _recovery}[args.act]
    try:
        return act(app, args)
    finally:
        app.close()


def _add(app: App, args: argparse.Namespace) -> int:
    pin = args.pin or os.environ.get("BROADCASTER_PIN", "") or _ask()
    person = app.accounts.add(args.name, args.title, Role(args.role), pin)
    if args.json:
        print_json(_facts(person))
    else:
        print(f"{person.role.value}: {person.name}")
    return 0


def _list(app: App, args: argparse.Namespace) -> int:
    people = app.accounts.people(active_only=not args.all)
    if args.json:
        print_json([_facts(person) for person in people])
        return 0
    for person in people:
        print(f"{person.role.value:<9} {person.name}" + (f" ({person.title})" if person.title else ""))
    return 0


def _pin(app: App, args: argparse.Namespace) -> int:
    old = args.old or _ask("PIN until now: ")
    person = app.accounts.change_pin(args.name, old, _new(args))
    print(f"{person.name} has a new PIN")
    return 0


def _reset(app: App, args: argparse.Namespace) -> int:
    person = app.recovery.by_code(args.name, args.code, _new(args))
    print(f"{person.name} has a new PIN; {app.recovery.sheet().left} codes are left on the sheet")
    return 0


def _recovery(app: App, args: argparse.Namespace) -> int:
    # reportlab is heavy: loaded by whoever prints.
    from broadcaster.accounts.recovery_sheet import sheet_pdf

    people, by = app.accounts.people(), ""
    if guard(people) is not None:
        if not args.name:
            raise Refused("right.missing", "the recovery sheet opens every name: say who signs with --as NAME", name="",
                          right=Right.PEOPLE.value)
        person = signer(app, args)
        need(person, Right.PEOPLE, people)
        by = person.name
    station, now = app.settings.station.name, app.clock.now()
    sheet = app.recovery.new_sheet(lambda codes: write_atomic(args.out, sheet_pdf(station, now, codes)), by)
    print(f"{sheet.left} codes: {args.out}")
    return 0


def _facts(person: Person) -> dict[str, object]:
    return asdict(person)


def _new(args: argparse.Namespace) -> str:
    return args.pin or os.environ.get("BROADCASTER_PIN", "") or _ask("New PIN: ")


def _ask(words: str = "PIN: ") -> str:
    try:
        return getpass.getpass(words)
    except EOFError as error:
        raise Refused("pin.form", "a PIN is 4 to 12 digits, a password 8 characters or more") from error
