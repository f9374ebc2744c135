"""`broadcaster power try WHAT`: close an amplifier's switch for a moment, to see that the right one clicks."""

from __future__ import annotations

import argparse
import signal
from typing import Any

from broadcaster.air.power import Switch, switch_for
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import load_settings
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.messages import Status

_LONGEST = 30.0


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    one = acts.add_parser("try", help="switch on, wait, switch off")
    one.add_argument("what", help="name of a zone, or as in station.toml: 'serial:COM3 lcus1', 'command:ON || OFF'")
    one.add_argument("--seconds", type=float, default=2.0, help=f"how long it stays on (0 to {_LONGEST:g})")


def run(args: argparse.Namespace) -> int:
    if not 0 <= args.seconds <= _LONGEST:
        raise Refused("settings.value", f"--seconds: not from 0 to {_LONGEST:g}", name="seconds",
                      value=str(args.seconds))
    zones = {zone.name: zone.power for zone in load_settings(args.station_home).zones}
    switch = switch_for(zones.get(args.what, args.what))
    if _in_use(args.station_home):
        raise Refused("power.in_use", "an amplifier is on for a session: try again when nothing is on air")
    # A relay stays as it is when this process is ended: off first.
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        _tried(switch, args.seconds)
    except OSError as error:
        raise Refused("power.failed", f"cannot switch: {error}", detail=str(error)) from error
    finally:
        switch.close()
        signal.signal(signal.SIGTERM, before)
    print(f"on for {args.seconds:g} s, and off again")
    return 0


def _tried(switch: Switch, seconds: float) -> None:
    try:
        switch.on()
        SystemClock().sleep(seconds)
    finally:
        switch.off()


def _in_use(home: StationHome) -> bool:
    """Whether the player holds a switch on now; with no player there is nothing to disturb."""
    try:
        link = LinkClient(home, "air")
    except Refused:
        return False
    try:
        status = Status.from_json(link.ask("ping")["status"])
    finally:
        link.close()
    return any(zone.power == "on" for zone in status.zones)


def _leave(*_: Any) -> None:
    raise SystemExit(1)
