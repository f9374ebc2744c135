"""`broadcaster examine FOLDER`: what the program calls itself with to read sounds (library/importing/child.py)."""

from __future__ import annotations

import argparse
from pathlib import Path

from broadcaster.library.importing.child import serve


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path)


def run(args: argparse.Namespace) -> int:
    return serve(args.folder)
