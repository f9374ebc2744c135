"""`broadcaster package make|verify|show`: a package made, checked, looked into."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.aggregation.opened import Opened, open_package
from broadcaster.asrun.identity import fingerprint
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    """Hook the acts in; each sets `perform`."""
    make = acts.add_parser("make", help="a package of everything since the one before, into outbox/")
    make.add_argument("--from", dest="first", metavar="DAY", help="state the days from here on again")
    make.add_argument("--to", dest="last", metavar="DAY", help="last day that goes in (default: yesterday)")
    make.add_argument("--audio", action=argparse.BooleanOptionalAction, default=None,
                      help="with the sound of what aired (default: upward.audio)")
    make.add_argument("--report", action="append", type=Path, default=[], metavar="FILE", help="a report to go with it")
    make.add_argument("--all", action="store_true", dest="full",
                      help="everything from the first journal line, for an office that lost its data")
    make.add_argument("--after", nargs=2, metavar=("NUMBER", "SHA256"),
                      help="the newest package the office has, where this station no longer knows; with --all")
    make.add_argument("--as", dest="by", default="", metavar="NAME")
    verify = acts.add_parser("verify", help="check packages; exit 1 if one of them is refused")
    verify.add_argument("files", nargs="+", type=Path)
    show = acts.add_parser("show", help="what a package holds")
    show.add_argument("file", type=Path)
    for each, perform in ((make, _make), (verify, _verify), (show, _show)):
        each.add_argument("--json", action="store_true")
        each.set_defaults(perform=perform)


def _make(args: argparse.Namespace) -> int:
    after = _after(args)
    app = build_app(args.station_home)
    try:
        path = app.packages.make(
            parse_day(args.first) if args.first else None, parse_day(args.last) if args.last else None,
            audio=args.audio, reports=args.report, full=args.full, after=after, by=args.by)
        with app.packages.open(path) as opened:
            facts = _facts(opened)
    finally:
        app.close()
    if args.json:
        print_json({"file": str(path), **facts})
    else:
        print(f"{path}  ({facts['size']} bytes, {facts['lines']} journal lines, {facts['airings']} airings)")
    return 0


def _after(args: argparse.Namespace) -> tuple[int, str] | None:
    if not args.after:
        return None
    number, sha256 = args.after
    known = number.isdecimal() and len(sha256) == 64 and set(sha256) <= set("0123456789abcdef")
    if not known or not args.full:
        raise Refused("package.after", "--after needs --all, a number and 64 hex digits, as the office shows them",
                      value=f"{number} {sha256}"[:100])
    return int(number), sha256


def _verify(args: argparse.Namespace) -> int:
    found: list[dict[str, Any]] = []
    for path in args.files:
        try:
            with open_package(path, SystemClock().now()) as opened:
                found.append({"file": str(path), "holds": True, **_facts(opened)})
        except BroadcasterError as error:
            found.append({"file": str(path), "holds": False, "code": error.code, "problem": error.text, **error.facts})
    if args.json:
        print_json(found)
    for each in [] if args.json else found:
        print(f"{each['file']}: holds, package {each['number']} of {each['station']}, key {each['fingerprint']}"
              if each["holds"] else f"{each['file']}: REFUSED ({each['code']}): {each['problem']}")
    return 0 if all(each["holds"] for each in found) else 1


def _show(args: argparse.Namespace) -> int:
    with open_package(args.file, SystemClock().now()) as opened:
        facts = _facts(opened)
        facts["entries"] = [asdict(entry) for entry in opened.manifest.entries]
        facts["outcomes"] = dict(Counter(str(row.outcome) for row in opened.airings()))
        facts["letters"] = [letter.number for letter in opened.letters()]
    if args.json:
        print_json(facts)
        return 0
    for name, value in facts.items():
        if name not in {"entries", "days"}:
            print(f"{name:<12} {value}")
    print(f"{'days':<12} {facts['days'][0] + ' … ' + facts['days'][-1] if facts['days'] else '-'}")
    for entry in facts["entries"]:
        print(f"{entry['size']:>12}  {entry['sha256'][:16]}  {entry['name']}")
    return 0


def _facts(opened: Opened) -> dict[str, Any]:
    manifest = opened.manifest
    return {
        "station": manifest.sender.name, "station_id": manifest.sender.id, "commune": manifest.sender.commune,
        "province": manifest.sender.province, "fingerprint": fingerprint(manifest.key), "number": manifest.number,
        "sha256": opened.sha256, "previous": manifest.previous, "made_at": manifest.made_at, "size": opened.size,
        "first_seq": manifest.first_seq, "last_seq": manifest.last_seq, "days": list(manifest.days),
        "lines": manifest.last_seq - manifest.first_seq + 1 if manifest.last_seq else 0,
        "airings": sum(1 for _ in opened.airing_rows()), "corrections": sum(1 for _ in opened.corrections()),
        "signatures": sum(1 for _ in opened.signatures()), "faults": list(manifest.faults),
        "resting": len(opened.resting),
    }
