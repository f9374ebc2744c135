"""`broadcaster init [--demo]`: a new station home."""

from __future__ import annotations

import argparse
import json
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.cli.demo_station import build_demo_station
from broadcaster.library.furniture import furnish
from broadcaster.wiring import build_app


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="fill it with the sample station")
    parser.add_argument("--silent", action="store_true", help="with --demo: it plays to nobody")
    parser.add_argument("--progress", action="store_true", help="with --demo: one JSON line per stage")
    parser.add_argument("--name", default="", help='name of the station, "Đài truyền thanh xã …"')
    parser.add_argument("--commune", default="", help='"xã …"')
    parser.add_argument("--province", default="", help='"tỉnh …"')


def run(args: argparse.Namespace) -> int:
    home = args.station_home
    # Any other command makes an empty home on the way; naming the station must still be possible then.
    if home.settings.exists() or (args.demo and home.database.exists()):
        raise Refused("home.exists", f"{home.root} already holds a station", path=str(home.root))
    home.create()
    if args.demo:
        build_demo_station(home, None, _say if args.progress else _keep_quiet, silent=args.silent)
    else:
        given = {name: getattr(args, name) for name in ("name", "commune", "province") if getattr(args, name)}
        if args.commune:
            given["issuer"] = f"ỦY BAN NHÂN DÂN {args.commune.upper()}"
        save_settings(home, changed(Settings(), "station", **given))
        app = build_app(home)
        furnish(app.library)
        app.close()
    print(f"station home: {home.root}")
    return 0


def _say(stage: str, facts: dict[str, Any]) -> None:
    print(json.dumps({"stage": stage, **facts}, ensure_ascii=False, default=str), flush=True)


def _keep_quiet(stage: str, facts: dict[str, Any]) -> None:
    """Nobody follows."""
