"""`broadcaster aggregate waiting|trust|refuse|resolve`: what only a person can decide, signed with their PIN."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from broadcaster.accounts.model import Right, need
from broadcaster.cli.aggregate_take import act, line_of, verdict
from broadcaster.cli.approve import signer
from broadcaster.cli.main import print_json
from broadcaster.wiring import App


def configure(acts: Any) -> None:
    act(acts, "waiting", _waiting, "keys to be confirmed, and stations whose log came in two courses")
    trust = act(acts, "trust", _trust, "the key is that station's: its people read the fingerprint out to you")
    trust.add_argument("station", help="its id, or the fingerprint where several call themselves so")
    trust.add_argument("--fingerprint", required=True, help='the twenty digits as they read them: "4821 0937 …"')
    whose = trust.add_mutually_exclusive_group()
    whose.add_argument("--new-id", default="", metavar="ID", help="it is another station than the known one of this id")
    whose.add_argument("--replace", action="store_true", help="it is the known station of this id, installed anew")
    refuse = act(acts, "refuse", _refuse, "the key is nobody's you know; what it signed is refused, now and later")
    refuse.add_argument("station", help="its id, or the fingerprint")
    resolve = act(acts, "resolve", _resolve, "a log that came in two courses, or a package nobody can find any more")
    resolve.add_argument("station")
    which = resolve.add_mutually_exclusive_group(required=True)
    which.add_argument("--keep", action="store_true", help="what is here holds; the other course is refused")
    which.add_argument("--go-on", type=int, metavar="N",
                       help="the log goes on with the package N that waits; ours from N on are set aside")
    resolve.add_argument("--package", default="", metavar="SHA256", help="which one, where several are number N")
    for each in (trust, refuse, resolve):
        each.add_argument("--as", dest="name", required=True, metavar="NAME", help="who decides")
        each.add_argument("--pin", default="", help="else BROADCASTER_PIN, else asked for")


def _waiting(app: App, args: argparse.Namespace) -> int:
    keys, forks = app.office.waiting(), app.office.forks()
    if args.json:
        print_json({"keys": [asdict(key) for key in keys],
                    "forks": [{"station": asdict(station), "packages": [asdict(line) for line in lines]}
                              for station, lines in forks]})
        return 0
    for key in keys:
        known = f"; known with another key as {key.known_as}" if key.known_as else ""
        print(f"{key.state:<8} {key.fingerprint}  {key.sender_id}: {key.name}, {key.commune}; "
              f"{key.packages} packages since {key.first_seen_at[:10]}{known}")
    for station, lines in forks:
        print(f"fork     {station.id}: {station.name}; here up to package {station.number}")
        for line in lines:
            print(f"           {line.number:>6} {line.sha256[:12]} {line.first_day}…{line.last_day} "
                  f"made {line.made_at}")
    return 0


def _trust(app: App, args: argparse.Namespace) -> int:
    by = _decider(app, args)
    return _tell(app.office.trust(args.station, args.fingerprint, by, args.new_id, replaces=args.replace), args)


def _refuse(app: App, args: argparse.Namespace) -> int:
    by = _decider(app, args)
    count = app.office.refuse(args.station, by)
    if args.json:
        print_json({"refused": count})
    else:
        print(f"refused: {count} packages")
    return 0


def _resolve(app: App, args: argparse.Namespace) -> int:
    by = _decider(app, args)
    if args.keep:
        return _tell(app.office.keep_ours(args.station, by), args)
    return _tell(app.office.take_theirs(args.station, by, args.go_on, args.package), args)


def _decider(app: App, args: argparse.Namespace) -> str:
    person = signer(app, args)
    need(person, Right.APPROVE)
    return person.name


def _tell(results: list[Any], args: argparse.Namespace) -> int:
    if args.json:
        print_json([asdict(result) for result in results])
    else:
        for result in results:
            print(line_of(result))
        print(f"{len(results)} packages judged anew")
    return 0 if args.act == "resolve" else verdict(results)
