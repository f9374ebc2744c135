"""`broadcaster air`: the playing process. Runs until SIGTERM or the socket's `shutdown`."""

from __future__ import annotations

import argparse

from broadcaster.base.logs import start_logging


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sink", default="device", metavar="device|wav:FILE",
                        help="where sound goes (default: the device named in station.toml)")
    parser.add_argument("--safe", action="store_true",
                        help="with nothing but plan, emergency messages and sound devices: after repeated deaths")


def run(args: argparse.Namespace) -> int:
    from broadcaster.air.process import run_air

    start_logging(args.station_home, "air")
    return run_air(args.station_home, args.sink, safe=args.safe)
