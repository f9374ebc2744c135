"""`broadcaster approve ID --as NAME`: a named person's yes, with a PIN."""

from __future__ import annotations

import argparse
import getpass
import os
from dataclasses import asdict

from broadcaster.accounts.model import Person
from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", help="id of a bulletin or of a library item; also bulletin:ID, cart:ID")
    add_signer(parser, "who approves")
    parser.add_argument("--until", default="", help="last day it may air, YYYY-MM-DD")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        person = signer(app, args)  # first of all: a wrong PIN counts, whatever it was given for
        approval = app.approvals.approve(_subject(app, args.id), person, args.until)
        if args.json:
            print_json(asdict(approval))
        else:
            print(f"approved by {approval.approver}: {approval.subject}")
        return 0
    finally:
        app.close()


def add_signer(parser: argparse.ArgumentParser, meaning: str) -> None:
    """The words by which a person signs: a name and a PIN."""
    parser.add_argument("--as", dest="name", required=True, help=meaning)
    parser.add_argument("--pin", default="", help="else BROADCASTER_PIN, else asked for")


def signer(app: App, args: argparse.Namespace) -> Person:
    """Who signs, if the PIN is theirs. Raises Refused: person.unknown, person.inactive, pin.wrong, pin.locked."""
    return app.accounts.check_pin(args.name, args.pin or os.environ.get("BROADCASTER_PIN", "") or _ask())


def _subject(app: App, ref: str) -> str:
    if ref.startswith(("bulletin:", "cart:")):
        return ref
    try:
        return f"bulletin:{app.bulletins.find(ref).id}"
    except Refused as refusal:
        if refusal.code != "bulletin.unknown":
            raise
        return f"cart:{app.library.get(ref).id}"


def _ask() -> str:
    try:
        return getpass.getpass("PIN: ")
    except EOFError as error:
        raise Refused("pin.wrong", "no PIN was given") from error
