"""`broadcaster log verify`: whether the journal holds together."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from broadcaster.asrun.filing import fault_text
from broadcaster.asrun.service import verify_files
from broadcaster.cli.main import print_json
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    verify = acts.add_parser("verify", help="check the journal's chain; exit 1 and a line per fault if it is broken")
    verify.add_argument("files", nargs="*", type=Path, help="journal files (default: the whole journal)")
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(perform=_verify)


def _verify(args: argparse.Namespace) -> int:
    if args.files:
        return _report_faults([fault_text(fault) for fault in verify_files(args.files)], args)
    app = build_app(args.station_home)
    try:
        return _report_faults([fault_text(fault) for fault in app.asrun.verify()], args)
    finally:
        app.close()


def _report_faults(faults: list[str], args: argparse.Namespace) -> int:
    if args.json:
        print_json({"faults": faults})
    else:
        print("\n".join(faults) if faults else "the journal holds together")
    return 1 if faults else 0
