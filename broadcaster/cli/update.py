"""`broadcaster update check|apply|carry-out|resume|rollback|show`: a newer version from a stick, and the way back."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from broadcaster import __version__
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.care.installed import Installed, installed
from broadcaster.care.updates.model import Record, Step
from broadcaster.care.updates.service import Updates
from broadcaster.care.updates.station import Station, start_version, window_process
from broadcaster.cli.main import print_json


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("check", "apply", "carry-out", "resume", "rollback", "show"))
    parser.add_argument("file", nargs="?", type=Path, help="check, apply: the update (.dxcapnhat)")
    parser.add_argument("--tonight", action="store_true", help="apply: unpack and try it now, switch at night")
    parser.add_argument("--no-wait", action="store_true", help="apply: refuse instead of waiting for a quiet moment")
    parser.add_argument("--even-if-newer", action="store_true",
                        help="rollback: also when something was done since; the newer database is set aside")
    parser.add_argument("--failed-start", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, help="the installation, where it is not the running program's own")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    place = Installed(args.root.resolve()) if args.root else installed()
    if args.what == "show":
        return _show(place, args)
    if place is None:
        raise Refused("update.not_installed", "this program runs from its sources and is updated with them")
    updates = updates_of(place, args.station_home)
    if args.what in {"check", "apply"} and args.file is None:
        print("broadcaster update: which file?", file=sys.stderr)
        return 2
    if args.what == "check":
        manifest = updates.check(args.file)
        body = {**asdict(manifest), "files": len(manifest.files), "bytes": manifest.size}
        print_json(body) if args.json else print(f"{manifest.version} of {manifest.made_at} can be put in",
                                                 *manifest.news, sep="\n")
        return 0
    if args.what == "rollback":
        done = updates.roll_back(even_if_newer=args.even_if_newer, failed_start=args.failed_start)
        return _tell(done, args, good=Step.ROLLED_BACK)
    if args.what == "resume":
        return _tell(updates.resume(), args)
    if args.what == "apply":
        ready = updates.stage(args.file, "tonight" if args.tonight else "now")
        if args.tonight:
            return _tell(ready, args, good=Step.READY)
    return _tell(_carry_out(updates, args), args)


def _carry_out(updates: Updates, args: argparse.Namespace) -> Record:
    """The window, where it was open, comes back with the new version."""
    window = window_process(updates.station.home) is not None
    done = updates.carry_out(wait=not args.no_wait)
    if window:
        start_version([str(updates.place.launcher("dai-xa")), "--home", str(updates.station.home.root), "gui"])
    return done


def updates_of(place: Installed, home: StationHome) -> Updates:
    """For the home the update under way was begun with: what resumes it may be started without one."""
    clock = SystemClock()
    updates = Updates(place, Station(home, clock), clock, told=_progress)
    record = updates.record()
    if record is not None and record.home and record.step not in {Step.DONE, Step.FAILED}:
        updates.station = Station(StationHome(Path(record.home)), clock)
    return updates


def _progress(record: Record) -> None:
    print(f"{record.step.value} {record.part:.0%}" if record.step is Step.UNPACKING else record.step.value,
          record.code, file=sys.stderr)


def _tell(record: Record | None, args: argparse.Namespace, good: Step = Step.DONE) -> int:
    if args.json:
        print_json(asdict(record) if record else None)
    elif record is None:
        print("nothing is under way")
    else:
        print(f"{record.before} -> {record.version}: {record.step.value}", record.code, sep=" ")
    return 0 if record is None or record.step in {good, Step.READY} else 1


def _show(place: Installed | None, args: argparse.Namespace) -> int:
    record = updates_of(place, args.station_home).record() if place else None
    if args.json:
        print_json({"version": __version__, "root": str(place.root) if place else None,
                    "current": place.current if place else None, "previous": place.previous if place else None,
                    "update": asdict(record) if record else None})
        return 0
    print(f"version {__version__}", f"installed in {place.root}" if place else "runs from its sources", sep=", ")
    if place and place.previous:
        print(f"the version before: {place.previous}")
    if record:
        print(f"last update: {record.before} -> {record.version}: {record.step.value} {record.code}".rstrip())
    return 0
