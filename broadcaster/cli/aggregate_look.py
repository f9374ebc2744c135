"""`broadcaster aggregate stations|packages|airings|proof|decisions`: what is here, down to the line that proves it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from broadcaster.aggregation.office.model import PackageState
from broadcaster.aggregation.office.texts import sentence
from broadcaster.base.frames import clock_text
from broadcaster.cli.aggregate_take import act
from broadcaster.cli.main import print_json
from broadcaster.cli.report import parse_day
from broadcaster.protocol.verifier import canonical
from broadcaster.wiring import App


def configure(acts: Any) -> None:
    act(acts, "stations", _stations, "every station, how far its log has come")
    packages = act(acts, "packages", _packages, "what came, and what became of it")
    packages.add_argument("station", nargs="?", default="", help="default: the newest of all")
    packages.add_argument("--state", action="append", default=[], choices=[str(state) for state in PackageState])
    airings = act(acts, "airings", _airings, "one day of a station")
    airings.add_argument("station")
    airings.add_argument("day")
    proof = act(acts, "proof", _proof, "what bears out one airing: journal lines, seal, names; verified anew")
    proof.add_argument("station")
    proof.add_argument("day")
    proof.add_argument("airing")
    act(acts, "decisions", _decisions, "who trusted, refused, resolved what")


def _stations(app: App, args: argparse.Namespace) -> int:
    found = app.office.stations()
    if args.json:
        print_json([asdict(each) for each in found])
        return 0
    if not found:
        print("no station yet: take a package, then trust its key")
    for each in found:
        print(f"{each.state:<7} {each.id:<20} {each.name}: {each.first_day}…{each.last_day}, package {each.number}, "
              f"last came {each.last_received_at[:16]}")
    return 0


def _packages(app: App, args: argparse.Namespace) -> int:
    found = app.office.packages(args.station, [PackageState(state) for state in args.state])
    if args.json:
        print_json([asdict(each) for each in found])
        return 0
    for each in found:
        said = sentence(each.code, each.facts) or each.code
        print(f"{each.state:<9} {each.sender_id} {each.number:>5} {each.first_day}…{each.last_day} "
              f"{each.airings:>6} airings, came {each.received_at[:16]} {said}".rstrip())
    return 0


def _airings(app: App, args: argparse.Namespace) -> int:
    found = app.office.airings(args.station, parse_day(args.day).isoformat())
    if args.json:
        print_json(found)
        return 0
    if not found:
        print(f"nothing is here of {args.day}")
    for each in found:
        at = clock_text(float(str(each["planned_second"])))
        print(f"{at:>8} {each['outcome']:<11} {each['verification'] or '-':<9} {each['title']}  ({each['id']})")
    return 0


def _proof(app: App, args: argparse.Namespace) -> int:
    found = app.office.proof(args.station, parse_day(args.day).isoformat(), args.airing)
    if args.json:
        print_json(asdict(found))
        return 0
    row, package = found.airing, found.package
    print(f"{row.title}: {row.outcome} {row.started_at}…{row.ended_at}")
    print(f"package {package.number} of {package.sender_id}, {package.sha256}, came {package.received_at}"
          + ("; of a course of the log that was set aside" if found.is_set_aside else ""))
    for file, line in found.lines:
        print(f"  {file} {canonical(line).decode('utf-8')}")
    if found.seal is None:
        print("no seal over these lines is here")
    else:
        holds = "holds" if found.seal.holds else "DOES NOT HOLD"
        print(f"seal of {found.seal.day} over lines {found.seal.first_seq}–{found.seal.last_seq} {holds}: "
              f"{found.seal.sha256}, key {found.seal.fingerprint}")
    for told in found.corrections:
        print(f"corrected {told.at} by {told.by}: {told.outcome or 'as it was'} {told.reason} {told.note}")
    for name in found.signatures:
        print(f"signed ({name['kind']}) {name['at']}: {name['person']} {name['role']}")
    return 0 if found.seal is None or found.seal.holds else 1


def _decisions(app: App, args: argparse.Namespace) -> int:
    found = app.office.decisions()
    if args.json:
        print_json(found)
        return 0
    for each in found:
        print(f"{each['at']} {each['by']}: {each['act']} {each['detail']}")
    return 0
