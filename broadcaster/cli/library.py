"""`broadcaster library add|find`: sounds in, sounds found."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from broadcaster.base.frames import clock_text
from broadcaster.cli import library_add
from broadcaster.cli.main import print_json
from broadcaster.library.model import Cart, CartKind

if TYPE_CHECKING:
    from broadcaster.wiring import App


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    kinds = [kind.value for kind in CartKind]
    library_add.configure(acts)
    find = acts.add_parser("find", help="search, accents or none")
    find.add_argument("words", nargs="*")
    find.add_argument("--kind", choices=kinds, action="append", default=[])
    find.add_argument("--limit", type=int, default=200)
    find.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    if args.act == "examine":
        return library_add.examine(args)
    from broadcaster.wiring import build_app

    app = build_app(args.station_home)
    try:
        return library_add.add(app, args) if args.act == "add" else _find(app, args)
    finally:
        app.close()


def _find(app: App, args: argparse.Namespace) -> int:
    carts = app.library.find(" ".join(args.words), [CartKind(kind) for kind in args.kind], limit=args.limit)
    if args.json:
        print_json([cart_row(cart) for cart in carts])
        return 0
    for cart in carts:
        print(f"{cart.id}  {clock_text(cart.cut.seconds):>7}  {cart.kind.value:<10} {cart.state.value:<9} {cart.title}")
    return 0


def cart_row(cart: Cart) -> dict[str, Any]:
    return {
        "id": cart.id, "title": cart.title, "kind": cart.kind.value, "state": cart.state.value, "origin": cart.origin,
        "seconds": round(cart.cut.seconds, 3), "lufs": cart.cut.lufs, "true_peak_db": cart.cut.true_peak_db,
        "sha256": cart.cut.sha256, "original_name": cart.cut.original_name, "directive_id": cart.directive_id,
        "approval_id": cart.approval_id, "updated_at": cart.updated_at,
    }
