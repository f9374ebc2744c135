"""`broadcaster aggregate ACT …`: the office above; each group of acts has its module."""

from __future__ import annotations

import argparse

from broadcaster.cli import aggregate_decide, aggregate_look, aggregate_report, aggregate_take


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    for module in (aggregate_take, aggregate_decide, aggregate_look, aggregate_report):
        module.configure(acts)


def run(args: argparse.Namespace) -> int:
    """Each act names its own function: `set_defaults(perform=…)`."""
    return int(args.perform(args))
