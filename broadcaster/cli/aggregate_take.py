"""`broadcaster aggregate init|take|inbox`: this installation becomes an office; packages come in."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from broadcaster.aggregation.office.model import PackageState, Result
from broadcaster.aggregation.secrets import Login, Secrets
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.cli.main import print_json
from broadcaster.wiring import App, build_app

_FEW = 30
"""Up to so many files are verified here; for more, helpers are worth their start."""
Act = Callable[[App, argparse.Namespace], int]


def configure(acts: Any) -> None:
    init = acts.add_parser("init", help="make this installation an office")
    init.add_argument("--both", action="store_true", help="it stays a station too")
    init.add_argument("--database", default=None, metavar="URL",
                      help='"postgresql://USER@HOST/NAME"; "" for the file office.db; its password, if it needs one, '
                           "in OFFICE_PASSWORD: kept in station.secrets")
    init.add_argument("--inbox", default=None, metavar="PLACE", help="where stations put their packages")
    init.add_argument("--json", action="store_true")
    init.set_defaults(perform=_init)
    move = act(acts, "move", _move, "everything into another database, when one machine's file becomes too small")
    move.add_argument("database", help='"postgresql://USER@HOST/NAME", empty so far; password as with init')
    take = act(acts, "take", _take, "packages from a stick or an e-mail; a folder stands for all in it")
    take.add_argument("files", nargs="+", type=Path)
    take.add_argument("--answers", type=Path, metavar="DIR", help="put the receipts below this folder too")
    inbox = act(acts, "inbox", _inbox, "everything in the inbox, for a nightly job: exit 0 all merged or known, "
                                       "3 some wait for a decision or a missing package, 1 some were refused")
    for each in (take, inbox):
        each.add_argument("--workers", type=int, default=0, metavar="N", help="processes that verify; default: by need")
        each.add_argument("--quiet", action="store_true", help="only what is not plainly merged")


def act(acts: Any, name: str, perform: Act, meaning: str) -> argparse.ArgumentParser:
    """An act that needs the program and can answer in JSON."""
    parser: argparse.ArgumentParser = acts.add_parser(name, help=meaning, description=meaning)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(perform=partial(_with_app, perform))
    return parser


def _with_app(perform: Act, args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return perform(app, args)
    finally:
        app.close()


def _init(args: argparse.Namespace) -> int:
    home = args.station_home
    home.create()
    settings = load_settings(home)
    wanted: dict[str, Any] = {"role": "both" if args.both else "office"}
    wanted |= {name: getattr(args, name) for name in ("database", "inbox") if getattr(args, name) is not None}
    made = changed(settings, "office", **wanted)
    before = home.settings.read_bytes() if home.settings.exists() else None
    save_settings(home, made)
    if os.environ.get("OFFICE_PASSWORD") and made.office.database:
        Secrets(home).keep(made.office.database, Login(password=os.environ["OFFICE_PASSWORD"]))
    try:
        app = build_app(home)
        try:
            name = app.office.database.name
        finally:
            app.close()
    except BroadcasterError:  # the settings stay as they were: a station must not wake up as half an office
        if before is None:
            home.settings.unlink()
        else:
            home.settings.write_bytes(before)
        raise
    if args.json:
        print_json({"role": made.office.role, "database": name, "inbox": made.office.inbox or str(home.inbox)})
    else:
        print(f"{made.office.role}: {name}; inbox {made.office.inbox or home.inbox}")
    return 0


def _move(app: App, args: argparse.Namespace) -> int:
    home = args.station_home
    if os.environ.get("OFFICE_PASSWORD") and args.database:
        Secrets(home).keep(args.database, Login(password=os.environ["OFFICE_PASSWORD"]))
    copied = app.office.move(args.database)
    save_settings(home, changed(load_settings(home), "office", database=args.database))
    if args.json:
        print_json(copied)
    else:
        print(f"{sum(copied.values())} rows of {len(copied)} tables; station.toml names the new database now")
    return 0


def _take(app: App, args: argparse.Namespace) -> int:
    for path in args.files:
        if not path.exists():
            raise Refused("package.unreadable", f"cannot read {path}: there is no such file", name=str(path))
    count = sum(len(list(path.glob("*.dxgoi"))) if path.is_dir() else 1 for path in args.files)
    return _tell(app.office.take(args.files, _shower(args), workers=_workers(args, count), answers=args.answers), args)


def _inbox(app: App, args: argparse.Namespace) -> int:
    return _tell(app.office.take_inbox(_shower(args), workers=_workers(args, _FEW + 1)), args)


def _workers(args: argparse.Namespace, files: int) -> int:
    return args.workers or (min(8, os.cpu_count() or 1) if files > _FEW else 1)


def _shower(args: argparse.Namespace) -> Callable[[Result], None]:
    def show(result: Result) -> None:
        if not args.json and not (args.quiet and result.state is PackageState.RECEIVED):
            print(line_of(result), flush=True)
    return show


def line_of(result: Result) -> str:
    """One result as one line."""
    state = "known" if result.is_known and result.state is PackageState.RECEIVED else str(result.state)
    who = f" {result.station} {result.number}" if result.station else ""
    days = f" {result.days[0]}…{result.days[-1]}, {result.airings} airings" if result.days else ""
    said = f": {result.text or result.code}" if result.code else days
    return f"{state:<9} {result.name}{who}{said}"


def _tell(results: list[Result], args: argparse.Namespace) -> int:
    if args.json:
        print_json([asdict(result) for result in results])
    else:
        count = Counter(str(result.state) for result in results)
        said = ", ".join(f"{number} {state}" for state, number in sorted(count.items())) or "nothing"
        print(f"{len(results)} packages: {said}", file=sys.stderr if args.quiet else sys.stdout)
    return verdict(results)


def verdict(results: list[Result]) -> int:
    """Exit code of a job: 1 something was refused, 3 something waits for a person or a missing package, else 0."""
    states = {result.state for result in results if not result.is_known}
    if PackageState.REFUSED in states:
        return 1
    return 3 if states & {PackageState.WAITING, PackageState.EARLY, PackageState.FORK} else 0
