"""`broadcaster log ACT …`: the airing log; each group of acts has its module."""

from __future__ import annotations

import argparse

from broadcaster.cli import log_book, log_export, log_show, log_sign, log_verify


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    for module in (log_verify, log_show, log_export, log_book, log_sign):
        module.configure(acts)


def run(args: argparse.Namespace) -> int:
    """Each act names its own function: `set_defaults(perform=…)`."""
    return int(args.perform(args))
