"""`broadcaster self-test [--json]`: the program tries everything it is made of, in a folder that goes away again.

No station is touched and nothing is heard or shown. Exit 0: all of it works; 1: something does not.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from broadcaster.care.self_test import Result, Trial, run_trials
from broadcaster.care.self_test_parts import PARTS
from broadcaster.cli.main import print_json
from broadcaster.cli.self_test_parts import draw, helper, journal, player, verifier, window


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only this trial; more than once")
    parser.add_argument("--draw", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    if args.draw:
        return draw(args.station_home)
    logging.getLogger("broadcaster").addHandler(logging.NullHandler())
    trials = (*PARTS, Trial("player", player), Trial("journal", journal), Trial("verifier", verifier),
              Trial("helper", helper), Trial("window", window))
    wanted = [trial for trial in trials if not args.only or trial.name in args.only]
    if unknown := set(args.only) - {trial.name for trial in trials}:
        print(f"broadcaster: no such trial: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="dai-xa-self-test-", ignore_cleanup_errors=True) as folder:
        os.environ.pop("BROADCASTER_HOME", None)
        for result in run_trials(wanted, Path(folder)):
            results.append(result)
            if not args.json:
                print(f"{'ok  ' if result.ok else 'FAIL'} {result.name:<12} {result.seconds:6.2f} s  {result.detail}",
                      flush=True)
    good = bool(results) and all(result.ok for result in results)
    if args.json:
        print_json({"ok": good, "seconds": round(sum(result.seconds for result in results), 2),
                    "checks": [asdict(result) for result in results]})
    elif not good:
        failed = [result.name for result in results if not result.ok]
        print(f"broadcaster: self-test: {', '.join(failed)} failed", file=sys.stderr)
    return 0 if good else 1
