"""`broadcaster gui`: the window."""

from __future__ import annotations

import argparse

from broadcaster.gui.app import run_gui


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", choices=("vi", "en"), default="vi", help="the window's language")
    parser.add_argument("--tray", action="store_true", help="start with the window hidden, the lamp in the tray")
    parser.add_argument("--no-keeper", action="store_true", help="do not start the resident helper")


def run(args: argparse.Namespace) -> int:
    return run_gui(args.station_home, language=args.language, with_keeper=not args.no_keeper,
                   hidden=args.tray)
