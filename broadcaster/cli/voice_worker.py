"""`broadcaster voice-worker ENGINE [FOLDER]`: one engine's own process (speech/worker.py)."""

from __future__ import annotations

import argparse

from broadcaster.speech.worker import work


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("engine")
    parser.add_argument("folder", nargs="?", default="")


def run(args: argparse.Namespace) -> int:
    work(args.engine, args.folder)
    return 0
