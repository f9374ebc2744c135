"""`broadcaster package make|verify|show`: a package made, checked, looked into."""

from __future__ import annotations

import argparse
from typing import Any


def configure(acts: Any) -> None:
    """Hook the acts in; each sets `perform`."""
    make = acts.add_parser("make", help="a package of everything since the one before, into outbox/")
    make.set_defaults(perform=_make)


def _make(args: argparse.Namespace) -> int:
    return 0
