"""`broadcaster log export`: the airing log as a file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from broadcaster.cli.log_show import add_question, question
from broadcaster.reports.service import LOG_FORMATS
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    export = acts.add_parser("export", help="the log as a file")
    add_question(export)
    export.add_argument("--format", dest="fmt", choices=LOG_FORMATS, required=True)
    export.add_argument("--out", type=Path, required=True)
    export.set_defaults(perform=_export)


def _export(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        count = app.reports.write_log(question(app, args), args.fmt, args.out)
    finally:
        app.close()
    print(f"{count} rows: {args.out}")
    return 0
