"""`broadcaster doctor`: what ails this station and this computer, worst first; exit 1 when something is wrong."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from broadcaster.base.errors import Refused


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="read every sound and the whole journal, not samples")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--report", type=Path, metavar="FILE.zip",
                        help="write a file for whoever helps: no names, titles, telephone numbers or passwords in it")
    parser.add_argument("--sound", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    if args.sound:
        # The program asks itself, in a process that may hang without harm.
        from broadcaster.care.doctor.sound_probe import look, to_json

        print(json.dumps(to_json(look())))
        return 0
    from broadcaster.care.doctor.service import examine

    home = args.station_home
    if not home.root.is_dir():
        raise Refused("home.missing", f"there is no station in {home.root}", path=str(home.root))
    found = examine(home, deep=args.all)
    if args.report is not None:
        from broadcaster.care.doctor.report import write_report

        write_report(home, args.report, found)
    if args.json:
        print(json.dumps({"at": found.at.isoformat(), "lamp": found.lamp, "looked": found.looked,
                          "seconds": round(found.seconds, 1),
                          "findings": [asdict(finding) for finding in found.findings]}, ensure_ascii=False, indent=2))
    else:
        for finding in found.findings:
            print(f"{finding.severity:<5} {finding.code.removeprefix('doctor.')}: {finding.text}")
        if not found.findings:
            print(f"all {len(found.looked)} looks found everything in order")
        if args.report is not None:
            print(f"report: {args.report}")
    return 1 if found.wrong else 0
