"""`broadcaster package ACT …`: what goes up to the office above and comes down; each group of acts has its module."""

from __future__ import annotations

import argparse

from broadcaster.cli import package_down, package_make, package_send, package_source


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    for module in (package_make, package_send, package_down, package_source):
        module.configure(acts)


def run(args: argparse.Namespace) -> int:
    """Each act names its own function: `set_defaults(perform=…)`."""
    return int(args.perform(args))
