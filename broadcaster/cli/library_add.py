"""`broadcaster library add`: files, folders and sticks into the library."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import clock_text
from broadcaster.cli.main import print_json
from broadcaster.library.model import CartKind

if TYPE_CHECKING:
    from broadcaster.library.importing.model import ImportFile, Progress
    from broadcaster.wiring import App


def configure(acts: Any) -> None:
    add = acts.add_parser("add", help="import sound files and folders of them; --go-on: what an import left undone")
    add.add_argument("files", nargs="*", type=Path, metavar="FILE")
    add.add_argument("--kind", choices=[kind.value for kind in CartKind], default=CartKind.MESSAGE.value)
    add.add_argument("--origin", choices=["superior", "own"], default="superior", help="who made them")
    add.add_argument("--category", default="", help="class of information they belong to")
    add.add_argument("--title", default="", help="else the title in the file, else its name")
    add.add_argument("--directive", default="", metavar="REF", help="the letter it came with: its id or number")
    add.add_argument("--by", default="", metavar="NAME", help="who brings them in")
    add.add_argument("--go-on", action="store_true", help="go on with imports that were interrupted")
    add.add_argument("--json", action="store_true")


def add(app: App, args: argparse.Namespace) -> int:
    """A verdict per file; one that concerns all of them ends the run, which can be gone on with."""
    if not args.files and not args.go_on:
        print("broadcaster: library add: name a file or a folder, or --go-on", file=sys.stderr)
        return 2
    runs = [run.id for run in app.imports.unfinished()] if args.go_on else []
    if args.files:
        runs.append(_begun(app, args))
    fault: BroadcasterError | None = None
    try:
        for run_id in runs:
            app.imports.go_on(run_id, _progress)
    except BroadcasterError as error:
        fault = error
    files = [file for run_id in runs for file in app.imports.files(run_id)]
    given = {path.absolute(): str(path) for path in args.files}
    rows = [_row(app, file, given.get(file.path, str(file.path))) for file in files]
    if args.json:
        print_json(rows)
    waiting = [file for file in files if file.state == "waiting"]
    if fault is not None:
        left = f"; {len(waiting)} files wait: library add --go-on" if waiting else ""
        print(f"broadcaster: {fault.text}{left}", file=sys.stderr)
    elif not args.json:
        _print_lines(rows)
    for row in rows:
        if "error" in row:
            print(f"broadcaster: {row['error']}", file=sys.stderr)
    return 0 if fault is None and all(row["ok"] for row in rows) else 1


def _begun(app: App, args: argparse.Namespace) -> str:
    from broadcaster.library.importing.model import Wish

    directive_id = app.directives.find(args.directive).id if args.directive else ""
    wish = Wish(CartKind(args.kind), args.origin, args.category, directive_id, args.title)
    return app.imports.start(args.files, wish, args.by)


def _row(app: App, file: ImportFile, name: str) -> dict[str, Any]:
    from broadcaster.cli.library import cart_row

    shown = {"file": name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), "verdict": file.state.value}
    if file.state == "refused":
        facts = dict(file.verdict.get("facts") or {})  # type: ignore[call-overload]
        return {**facts, **shown, "ok": False, "code": file.verdict["code"], "error": file.verdict["text"]}
    if file.state == "waiting":
        return {**shown, "ok": False}
    return {**shown, "ok": True, "known": file.state == "known", "warnings": file.verdict.get("warnings", []),
            **cart_row(app.library.get(file.cart_id))}


def _print_lines(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if row["ok"]:
            word = "known" if row["known"] else "added"
            warnings = f" [{', '.join(row['warnings'])}]" if row["warnings"] else ""
            print(f"{word} {row['id']}  {clock_text(row['seconds'])}  {row['title']}{warnings}")


def _progress(now: Progress) -> None:
    if now.files > 1 and sys.stderr.isatty():
        left = "" if now.seconds_left is None else f", about {max(1, round(now.seconds_left / 60))} min left"
        print(f"\r{now.files_done} of {now.files} files{left}   ", end="", file=sys.stderr, flush=True)
