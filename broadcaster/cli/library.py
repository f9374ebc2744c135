"""`broadcaster library add|find`: sounds in, sounds found."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import clock_text
from broadcaster.cli.main import print_json
from broadcaster.library.model import Cart, CartKind, Imported
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    kinds = [kind.value for kind in CartKind]
    add = acts.add_parser("add", help="import sound files")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add.add_argument("--kind", choices=kinds, default=CartKind.MESSAGE.value)
    add.add_argument("--title", default="", help="else the title in the file, else its name")
    add.add_argument("--directive", default="", metavar="REF", help="the letter it came with: its id or number")
    add.add_argument("--json", action="store_true")
    find = acts.add_parser("find", help="search, accents or none")
    find.add_argument("words", nargs="*")
    find.add_argument("--kind", choices=kinds, action="append", default=[])
    find.add_argument("--limit", type=int, default=200)
    find.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        return _add(app, args) if args.act == "add" else _find(app, args)
    finally:
        app.close()


def _add(app: App, args: argparse.Namespace) -> int:
    directive_id = app.directives.find(args.directive).id if args.directive else ""
    verdicts: list[dict[str, Any]] = []
    for file in args.files:
        try:
            imported = app.library.add(file, title=args.title, kind=CartKind(args.kind), directive_id=directive_id)
        except BroadcasterError as error:
            verdicts.append({"file": _shown(file), "ok": False, "code": error.code, "error": error.text, **error.facts})
            print(f"broadcaster: {error.text}", file=sys.stderr)
        else:
            verdicts.append({"file": _shown(file), "ok": True, **_imported(imported)})
            if not args.json:
                print(_line(imported))
    if args.json:
        print_json(verdicts)
    return 0 if all(verdict["ok"] for verdict in verdicts) else 1


def _find(app: App, args: argparse.Namespace) -> int:
    carts = app.library.find(" ".join(args.words), [CartKind(kind) for kind in args.kind], limit=args.limit)
    if args.json:
        print_json([_cart(cart) for cart in carts])
        return 0
    for cart in carts:
        print(f"{cart.id}  {clock_text(cart.cut.seconds):>7}  {cart.kind.value:<10} {cart.state.value:<9} {cart.title}")
    return 0


def _line(imported: Imported) -> str:
    cart = imported.cart
    word = "known" if imported.known else "added"
    warnings = f" [{', '.join(imported.warnings)}]" if imported.warnings else ""
    return f"{word} {cart.id}  {clock_text(cart.cut.seconds)}  {cart.title}{warnings}"


def _imported(imported: Imported) -> dict[str, Any]:
    return {"known": imported.known, "warnings": list(imported.warnings), **_cart(imported.cart)}


def _cart(cart: Cart) -> dict[str, Any]:
    return {
        "id": cart.id, "title": cart.title, "kind": cart.kind.value, "state": cart.state.value, "origin": cart.origin,
        "seconds": round(cart.cut.seconds, 3), "lufs": cart.cut.lufs, "true_peak_db": cart.cut.true_peak_db,
        "sha256": cart.cut.sha256, "original_name": cart.cut.original_name, "directive_id": cart.directive_id,
        "approval_id": cart.approval_id, "updated_at": cart.updated_at,
    }


def _shown(file: Path) -> str:
    return str(file).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
