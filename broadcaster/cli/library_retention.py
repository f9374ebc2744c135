"""`broadcaster library retention`: what the rule would take away, and taking it; `removed`, `bring-back` inside."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from broadcaster.base.errors import Refused
from broadcaster.cli.main import print_json
from broadcaster.library.model import Removal

if TYPE_CHECKING:
    from broadcaster.wiring import App


def configure(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = acts.add_parser("retention", help="sound files nobody needs any longer: what would go; --do: let it go")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--do", action="store_true", help="move them aside; they can be brought back for 30 days")
    which.add_argument("--removed", action="store_true", help="what lies aside")
    which.add_argument("--bring-back", default="", metavar="SHA256", help="a sound that lies aside, or its beginning")
    parser.add_argument("--reason", default="", help="why, with --do")
    # As cli.approve has them, which would load the whole program for every process that reads one sound.
    parser.add_argument("--as", dest="name", default="", help="who does it, with --do and --bring-back")
    parser.add_argument("--pin", default="", help="else BROADCASTER_PIN, else asked for")
    parser.add_argument("--json", action="store_true")


def run(app: App, args: argparse.Namespace) -> int:
    """Without --do nothing is touched."""
    from broadcaster.cli.approve import signer

    if (args.do or args.bring_back) and not args.name:
        print("broadcaster: library retention: --as NAME is needed to change anything", file=sys.stderr)
        return 2
    if args.do or args.bring_back:
        person = signer(app, args)
        if not person.may_approve:
            raise Refused("approval.role", f"{person.name} may not decide this", name=person.name)
        if args.do:
            app.retention.sweep()
            rows = app.retention.remove(app.retention.plan(), person.name, args.reason)
        else:
            rows = [app.retention.bring_back(_whole(app, args.bring_back), person.name)]
    else:
        rows = app.retention.removed() if args.removed else app.retention.plan()
    _print(rows, args)
    return 0


def _whole(app: App, beginning: str) -> str:
    """The one hash that begins so; as it was given when there is none, or several."""
    found = [removal.sha256 for removal in app.retention.removed() if removal.sha256.startswith(beginning.lower())]
    return found[0] if len(found) == 1 else beginning


def _print(rows: list[Removal], args: argparse.Namespace) -> None:
    if args.json:
        print_json([asdict(row) for row in rows])
        return
    for row in rows:
        print(f"{row.sha256[:12]}  {row.last_day}  {row.why:<10} {row.bytes / 1e6:8.1f} MB  {row.title}")
    print(f"{len(rows)} sounds, {sum(row.bytes for row in rows) / 1e6:.1f} MB")
