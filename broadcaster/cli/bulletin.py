"""`broadcaster bulletin draft|voice|submit|list|show`: bulletins from the command line."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from broadcaster.bulletins.model import Bulletin
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    draft = acts.add_parser("draft", help="a bulletin from a letter")
    draft.add_argument("directive", help="id or number of a registered letter")
    draft.add_argument("--points", help="numbers of the points to tell, as 1,3 (default: all that tell something)")
    draft.add_argument("--by", default="", help="who writes it")
    voice = acts.add_parser("voice", help="read it into sound")
    voice.add_argument("--voice")
    voice.add_argument("--rate", type=int)
    submit = acts.add_parser("submit", help="lay it before the approver")
    submit.add_argument("--by", default="", help="who submits it")
    show = acts.add_parser("show", help="one bulletin")
    for one in (voice, submit, show):
        one.add_argument("id")
    listing = acts.add_parser("list", help="all bulletins")
    listing.add_argument("words", nargs="*")
    for one in (draft, voice, submit, show, listing):
        one.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        if args.act == "list":
            return _list(app, args)
        _show({"draft": _draft, "voice": _voice, "submit": _submit, "show": _found}[args.act](app, args), args)
        return 0
    finally:
        app.close()


def _draft(app: App, args: argparse.Namespace) -> Bulletin:
    points = [part.strip() for part in args.points.split(",") if part.strip()] if args.points is not None else None
    return app.bulletins.draft(app.directives.find(args.directive).id, points, args.by)


def _voice(app: App, args: argparse.Namespace) -> Bulletin:
    return app.bulletins.voice(_found(app, args).id, args.voice, args.rate)


def _submit(app: App, args: argparse.Namespace) -> Bulletin:
    found = _found(app, args)
    app.approvals.submit(f"bulletin:{found.id}", args.by)
    return app.bulletins.get(found.id)


def _found(app: App, args: argparse.Namespace) -> Bulletin:
    return app.bulletins.find(args.id)


def _list(app: App, args: argparse.Namespace) -> int:
    rows = app.bulletins.list(" ".join(args.words))
    if args.json:
        print_json([as_json(row) for row in rows])
    else:
        for row in rows:
            print(f"{row.id}  {row.state.value:<9}  {row.title}")
    return 0


def _show(bulletin: Bulletin, args: argparse.Namespace) -> None:
    if args.json:
        print_json(as_json(bulletin))
    else:
        print(f"{bulletin.id}  {bulletin.state.value}  {bulletin.title}")
        if args.act in {"draft", "show"}:
            print(f"\n{bulletin.text}")


def as_json(bulletin: Bulletin) -> dict[str, Any]:
    """All fields; of the cut its hash and length."""
    cut = bulletin.cut
    data = {key: value for key, value in asdict(bulletin).items() if key != "cut"}
    return {**data, "cut": cut.sha256 if cut else None, "seconds": round(cut.seconds, 3) if cut else None}
