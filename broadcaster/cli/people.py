"""`broadcaster people add|list`: who may write and approve."""

from __future__ import annotations

import argparse
import getpass
import os
from dataclasses import asdict

from broadcaster.accounts.model import Role
from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="a new person")
    add.add_argument("name")
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.OPERATOR.value)
    add.add_argument("--title", default="", help="the office they hold, as reports print it")
    add.add_argument("--pin", default="", help="4 to 12 digits; else BROADCASTER_PIN, else asked for")
    add.add_argument("--json", action="store_true")
    show = acts.add_parser("list", help="everyone")
    show.add_argument("--all", action="store_true", help="also those who no longer sign")
    show.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return _add(app, args) if args.act == "add" else _list(app, args)
    finally:
        app.close()


def _add(app: App, args: argparse.Namespace) -> int:
    pin = args.pin or os.environ.get("BROADCASTER_PIN", "") or _ask()
    person = app.accounts.add(args.name, args.title, Role(args.role), pin)
    if args.json:
        print_json(asdict(person))
    else:
        print(f"{person.role.value}: {person.name}")
    return 0


def _list(app: App, args: argparse.Namespace) -> int:
    people = app.accounts.people(active_only=not args.all)
    if args.json:
        print_json([asdict(person) for person in people])
        return 0
    for person in people:
        print(f"{person.role.value:<9} {person.name}" + (f" ({person.title})" if person.title else ""))
    return 0


def _ask() -> str:
    try:
        return getpass.getpass("PIN: ")
    except EOFError as error:
        raise Refused("pin.form", "a PIN is 4 to 12 digits") from error
