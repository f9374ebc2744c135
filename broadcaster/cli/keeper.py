"""`broadcaster keeper`: the resident helper; publishes, files, and keeps the player running."""

from __future__ import annotations

import argparse

from broadcaster.keeper.process import run_keeper


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-air", action="store_true", help="do not start or watch the player")
    parser.add_argument("--with-air", action="store_true", help="end the player too when this process is ended")


def run(args: argparse.Namespace) -> int:
    return run_keeper(args.station_home, start_air=not args.no_air, with_air=args.with_air)
