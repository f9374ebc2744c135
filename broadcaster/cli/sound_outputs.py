"""`broadcaster sound-outputs`: what the player starts to see which outputs there are now (air/outputs/probe.py)."""

from __future__ import annotations

import argparse
import json

from broadcaster.air.outputs.probe import outputs_of


def configure(parser: argparse.ArgumentParser) -> None:
    """It takes no words."""


def run(_: argparse.Namespace) -> int:
    import sounddevice

    print(json.dumps(outputs_of(sounddevice)))
    return 0
