"""`broadcaster backup make|list|show|drill|restore|confirm|phrase|accept|forget|place`: copies of the whole station."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.asrun.identity import fingerprint
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.base.settings import load_settings
from broadcaster.care.backup.model import Backup, Drill
from broadcaster.care.backup.place import Place
from broadcaster.care.backup.restore import present
from broadcaster.care.backup.service import BackupService, Line, lines_at, stations_at
from broadcaster.cli.main import print_json


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    make = acts.add_parser("make", help="one now; older ones are let go of by the rule in station.toml")
    make.add_argument("--drill", action="store_true", help="and try it at once")
    listing = acts.add_parser("list", help="the backups there are, the newest first")
    listing.add_argument("--from", dest="folder", type=Path, help="of any station in this folder or on this stick")
    show = acts.add_parser("show", help="one backup: what it holds, what its trial gave")
    drill = acts.add_parser("drill", help="bring one back into a temporary folder, open and count it; exit 1: bad")
    drill.add_argument("--light", action="store_true", help="read only those sounds that are new in it")
    restore = acts.add_parser("restore", help="bring one back into --home; what is there is moved aside whole")
    restore.add_argument("--from", dest="folder", type=Path, help="folder or stick (default: where backups are kept)")
    restore.add_argument("--station", default="", help="which station, where the stick holds several")
    restore.add_argument("--phrase", default="", help="of an encrypted backup; - asks for it")
    restore.add_argument("--replace-newer", action="store_true",
                         help="although the station that is there holds what the backup does not")
    restore.add_argument("--is-station", action="store_true",
                         help="no other computer plays as this station: it may sound at once")
    confirm = acts.add_parser("confirm", help="after a restore: the old computer is off, this one may sound")
    phrase = acts.add_parser("phrase", help="encrypt from now on; prints the phrase, which is kept nowhere")
    phrase.add_argument("--off", action="store_true", help="encrypt no more")
    phrase.add_argument("--sheet", type=Path, metavar="PDF", help="a page to print and lock away")
    accept = acts.add_parser("accept", help="a backup is rightly much smaller than the one before")
    forget = acts.add_parser("forget", help="let one backup go")
    place = acts.add_parser("place", help="where backups are kept from now on")
    place.add_argument("folder", nargs="?", help='"" for the station\'s own backup folder')
    for each in (show, drill, restore):
        each.add_argument("name", nargs="?", default="", help="default: the newest")
    for each in (accept, forget):
        each.add_argument("name")
    for each in (restore, confirm, phrase, accept, forget, place):
        each.add_argument("--as", dest="by", default="", metavar="NAME")
    for each, perform in ((make, _make), (listing, _list), (show, _show), (drill, _drill), (restore, _restore),
                          (confirm, _confirm), (phrase, _phrase), (accept, _accept), (forget, _forget),
                          (place, _place)):
        each.add_argument("--json", action="store_true")
        each.set_defaults(perform=perform)


def run(args: argparse.Namespace) -> int:
    return int(args.perform(args, BackupService(args.station_home)))


def _make(args: argparse.Namespace, service: BackupService) -> int:
    _need_home(args)
    backup = service.make(_told)
    drill = service.drill(backup.name, told=_told) if args.drill else None
    _print(args, _facts(Line(backup.name, backup, drill)))
    if service.leaves_out_office():
        print("not in it: the office's figures in the PostgreSQL database, which is backed up on its server",
              file=sys.stderr)
    return 1 if drill and not drill.good else 0


def _list(args: argparse.Namespace, service: BackupService) -> int:
    if args.folder:
        lines = [(place, line) for place, found in stations_at(args.folder) for line in found]
    else:
        _need_home(args)
        place = service.place()
        lines = [(place, line) for line in lines_at(place)]
    if args.json:
        print_json([{"place": str(place.root), **_facts(line)} for place, line in lines])
        return 0
    for place, line in lines:
        print(f"{line.name}  {_words(line)}" + (f"  {place.root.name}" if args.folder else ""))
    if not lines:
        print("no backup")
    return 0


def _show(args: argparse.Namespace, service: BackupService) -> int:
    place = service.place()
    name = args.name or _newest(place)
    backup = place.read(name)
    facts = _facts(Line(name, backup, place.drill(name), accepted=place.accepted(name)))
    _print(args, {**facts, "fingerprint": fingerprint(backup.key), "place": str(place.root)})
    return 0


def _drill(args: argparse.Namespace, service: BackupService) -> int:
    _need_home(args)
    name = args.name or _newest(service.place())
    drill = service.drill(name, full=not args.light, told=_told)
    if args.json:
        print_json({"name": name, "good": drill.good, **asdict(drill)})
        return 0 if drill.good else 1
    for text in (*drill.problems, *(f"note: {note}" for note in drill.notes)):
        print(text)
    print(f"{name}: {'opens and holds' if drill.good else 'NOT GOOD'}, {drill.seconds} s")
    return 0 if drill.good else 1


def _restore(args: argparse.Namespace, service: BackupService) -> int:
    place = _from(args) if args.folder else service.place()
    name = args.name or _newest(place)
    phrase = input("phrase: ") if args.phrase == "-" else args.phrase
    there = present(args.station_home, place.read(name))
    aside = service.restore(place, name, phrase=phrase, by=args.by, replace_newer=args.replace_newer, told=_told)
    if args.is_station:
        service.confirm(args.by)
    facts = {"home": str(args.station_home.root), "backup": name, "aside": str(aside or ""),
             "newer_in": list(there.newer_in), "waits": not args.is_station}
    if args.json:
        print_json(facts)
        return 0
    print(f"{facts['home']} is again as it was in {name}" + (f"; before it: {aside}" if aside else ""))
    if not args.is_station:
        print("nothing sounds until somebody says that the old computer is off: broadcaster backup confirm")
    return 0


def _confirm(args: argparse.Namespace, service: BackupService) -> int:
    service.confirm(args.by)
    _print(args, {"confirmed": True})
    return 0


def _phrase(args: argparse.Namespace, service: BackupService) -> int:
    _need_home(args)
    if args.off:
        service.decrypt(args.by)
        _print(args, {"encrypted": False})
        return 0
    phrase = service.encrypt(args.by)
    if args.sheet:
        from broadcaster.care.backup.phrase_sheet import phrase_pdf

        write_atomic(args.sheet, phrase_pdf(load_settings(args.station_home).station.name, SystemClock().now(), phrase),
                     private=True)
    _print(args, {"phrase": phrase, "sheet": str(args.sheet or "")})
    return 0


def _accept(args: argparse.Namespace, service: BackupService) -> int:
    service.accept(args.name, args.by)
    _print(args, {"accepted": args.name})
    return 0


def _forget(args: argparse.Namespace, service: BackupService) -> int:
    service.forget(args.name, args.by)
    _print(args, {"forgotten": args.name})
    return 0


def _place(args: argparse.Namespace, service: BackupService) -> int:
    _need_home(args)
    if args.folder is not None:
        service.choose(args.folder, args.by)
    where = service.where()
    _print(args, {"folder": str(where.folder), "there": where.there, "same_disk": where.same_disk,
                  "free_mb": where.free >> 20})
    return 0


def _from(args: argparse.Namespace) -> Place:
    found = [place for place, _ in stations_at(args.folder) if args.station in {"", place.root.name}]
    if len(found) != 1:
        names = ", ".join(place.root.name for place in found)
        raise Refused("backup.none_there" if not found else "backup.several",
                      f"{args.folder} holds the backups of {names}: say which with --station" if found
                      else f"no backup is in {args.folder}", path=str(args.folder), stations=names)
    return found[0]


def _newest(place: Place) -> str:
    names = place.names()
    if not names:
        raise Refused("backup.none_there", f"no backup is in {place.root}", path=str(place.root))
    return names[-1]


def _need_home(args: argparse.Namespace) -> None:
    if not args.station_home.settings.exists() and not args.station_home.database.exists():
        raise Refused("backup.no_home", f"there is no station in {args.station_home.root}",
                      path=str(args.station_home.root))


def _told(done: int, total: int, text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{done >> 20:>6} / {total >> 20} MB  {text[:60]:<60}", end="\n" if done == total else "",
              file=sys.stderr)


def _facts(line: Line) -> dict[str, Any]:
    if line.backup is None:
        return {"name": line.name, "problem": line.problem.text if line.problem else ""}
    body = {key: value for key, value in asdict(line.backup).items() if key not in {"wrap", "key", "list_sha256"}}
    drill = {"good": line.drill.good, **asdict(line.drill)} if line.drill else None
    return {**body, "encrypted": line.backup.encrypted, "accepted": line.accepted, "drill": drill}


def _words(line: Line) -> str:
    if line.backup is None:
        return f"CANNOT BE READ: {line.problem.text if line.problem else ''}"
    backup: Backup = line.backup
    marks = ["encrypted"] * backup.encrypted + ["SMALL"] * (backup.small and not line.accepted)
    return f"{backup.files:>6} files {backup.bytes >> 20:>6} MB  {backup.new_bytes >> 20:>5} MB new  " \
           f"{_tried(line.drill)}  {' '.join(marks)}".rstrip()


def _tried(drill: Drill | None) -> str:
    if drill is None:
        return "not tried"
    return ("good" if drill.good else "BAD") + (", all of it" if drill.full else "")


def _print(args: argparse.Namespace, facts: dict[str, Any]) -> None:
    if args.json:
        print_json(facts)
        return
    for name, value in facts.items():
        print(f"{name:<14} {value}")
