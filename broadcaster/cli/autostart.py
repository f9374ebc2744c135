"""`broadcaster autostart on|off|show`: whether the station starts by itself with the computer."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import time

from broadcaster.care.autostart import service
from broadcaster.care.autostart.model import State
from broadcaster.cli.main import print_json

_NOTES = {
    "no_linger": "starts when the user signs in; to start at boot already: loginctl enable-linger",
    "bare_session": "this session may not read ~/.config/autostart (a bare window manager does not)",
    "needs_sign_in": "starts when the user signs in: let Windows sign in by itself (netplwiz)",
}


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("on", "off", "show"))
    parser.add_argument("--window", action="store_true", help="on: bring the window up in the tray, too")
    parser.add_argument("--wake-at", type=time.fromisoformat, metavar="HH:MM", help="on, Windows: wake the PC then")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    home = args.station_home
    if args.what == "on":
        state = service.on(home, window=args.window, wake_at=args.wake_at)
    else:
        state = service.off(home) if args.what == "off" else service.state(home)
    if args.json:
        print_json(asdict(state))
    else:
        _tell(state)
    return 0


def _tell(state: State) -> None:
    if not state.on:
        print("the station does not start by itself")
        return
    print(f"starts by itself ({state.way}): {state.path}")
    if not state.fits:
        print("but it starts another program or another home: switch it on again")
    print(f"window in the tray: {'yes' if state.window else 'no'}")
    for note in state.notes:
        print(f"note: {_NOTES[note]}")
