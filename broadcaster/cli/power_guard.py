"""`broadcaster power-guard FOLDER SECONDS`: what the player starts to have switches opened when it dies."""

from __future__ import annotations

import argparse
from pathlib import Path

from broadcaster.air.power_guard import guard
from broadcaster.base.paths import StationHome


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path)
    parser.add_argument("seconds", type=float)


def run(args: argparse.Namespace) -> int:
    guard(StationHome(args.folder), args.seconds)
    return 0
