"""`broadcaster library …`: sounds in, sounds found, what is said about them, where they are used, which may go."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from broadcaster.base.errors import Refused
from broadcaster.base.frames import clock_text
from broadcaster.cli import library_add, library_retention, library_strays
from broadcaster.cli.main import print_json
from broadcaster.library.model import SORTS, Cart, CartKind, Filter, State

if TYPE_CHECKING:
    from broadcaster.wiring import App

_LISTS = ("dayparts", "zones")
_NUMBERS = ("cue_frames",)
_STATES = {"withdraw": "take out of use", "restore": "withdrawn or superseded: a draft again",
           "archive": "out of every list, for the record", "unarchive": "archived: a draft again"}


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    library_add.configure(acts)
    _configure_find(acts.add_parser("find", help="search, accents or none"))
    for name, meaning in (("show", "one item"), ("versions", "the sounds an item has had"),
                          ("used", "where an item is used"), ("aired", "when an item went out")):
        one = acts.add_parser(name, help=meaning)
        one.add_argument("id", metavar="ID")
        one.add_argument("--json", action="store_true")
    words = acts.add_parser("words", help="categories, rights, times of day and languages there are")
    words.add_argument("--json", action="store_true")
    edit = acts.add_parser("edit", help="change what is said about items")
    edit.add_argument("ids", nargs="+", metavar="ID")
    edit.add_argument("--set", dest="values", action="append", required=True, metavar="NAME=VALUE",
                      help="title, kind, category, zones=A,B …; NAME= empties it")
    _name(edit)
    for name, meaning in _STATES.items():
        one = acts.add_parser(name, help=meaning)
        one.add_argument("id", metavar="ID")
        one.add_argument("--reason", required=True)
        _name(one)
    supersede = acts.add_parser("supersede", help="another item takes its place")
    supersede.add_argument("id", metavar="OLD")
    supersede.add_argument("new", metavar="NEW")
    _name(supersede)
    use = acts.add_parser("use", help="an earlier sound of an item again")
    use.add_argument("id", metavar="ID")
    use.add_argument("number", type=int, metavar="VERSION")
    use.add_argument("--reason", default="", metavar="WHY", help="why, for the record")
    _name(use)
    library_retention.configure(acts)
    library_strays.configure(acts)


def run(args: argparse.Namespace) -> int:
    from broadcaster.wiring import build_app

    acts: dict[str, Callable[[App, argparse.Namespace], int]] = {
        "add": library_add.add, "find": _find, "show": _show, "versions": _versions, "used": _used, "aired": _aired,
        "words": _words, "edit": _edit, "supersede": _supersede, "use": _use, "retention": library_retention.run,
        "strays": library_strays.run}
    app = build_app(args.station_home)
    try:
        return acts.get(args.act, _state)(app, args)
    finally:
        app.close()


def _configure_find(find: argparse.ArgumentParser) -> None:
    find.add_argument("words", nargs="*")
    find.add_argument("--kind", choices=[kind.value for kind in CartKind], action="append", default=[])
    find.add_argument("--state", choices=[state.value for state in State], action="append", default=[])
    for name in ("category", "language", "origin", "zone", "daypart", "rights"):
        find.add_argument(f"--{name}", action="append", default=[])
    find.add_argument("--directive", default="", metavar="REF", help="the letter: its id or number")
    find.add_argument("--expired", action=argparse.BooleanOptionalAction)
    find.add_argument("--expiring", type=int, metavar="DAYS", help="valid today, but not after so many days more")
    find.add_argument("--never-aired", action=argparse.BooleanOptionalAction)
    find.add_argument("--warnings", action=argparse.BooleanOptionalAction, help="what the import warned about")
    find.add_argument("--sort", choices=SORTS, default="updated")
    find.add_argument("--ascending", action="store_true")
    find.add_argument("--limit", type=int, default=200)
    find.add_argument("--json", action="store_true")


def _name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", "--by", dest="by", default="", metavar="NAME", help="who does it")
    parser.add_argument("--json", action="store_true")


def _find(app: App, args: argparse.Namespace) -> int:
    wanted = Filter(
        " ".join(args.words), tuple(map(CartKind, args.kind)), tuple(map(State, args.state)), tuple(args.category),
        tuple(args.language), tuple(args.origin), tuple(args.zone), tuple(args.daypart), tuple(args.rights),
        app.directives.find(args.directive).id if args.directive else "", args.expired, args.expiring,
        args.never_aired, args.warnings, args.sort, not args.ascending)
    return _print([cart_row(cart) for cart in app.library.find(wanted, limit=args.limit)], args, _line)


def _show(app: App, args: argparse.Namespace) -> int:
    row = whole_row(app.library.get(args.id))
    if args.json:
        print_json(row)
    else:
        for name, value in row.items():
            print(f"{name:<16} {value}")
    return 0


def _versions(app: App, args: argparse.Namespace) -> int:
    return _print([asdict(item) for item in app.library.versions(args.id)], args,
                  lambda row: f"{row['number']:>3}  {row['at']}  {row['why']:<9} {row['by']}  {row['title']}")


def _used(app: App, args: argparse.Namespace) -> int:
    return _print([asdict(item) for item in app.library.used(args.id)], args, lambda row: (
        f"{row['where']:<10} {'active' if row['active'] else 'past':<7} {row['first_day']} {row['last_day']} "
        f"{row['detail']} {row['title']}"))


def _aired(app: App, args: argparse.Namespace) -> int:
    return _print([asdict(item) for item in app.library.aired(args.id)], args,
                  lambda row: f"{row['day']} {row['time']}  {row['outcome']:<11} {row['session']}  {row['title']}")


def _words(app: App, args: argparse.Namespace) -> int:
    library = app.library
    lists: dict[str, list[dict[str, Any]]] = {
        "categories": [asdict(item) for item in library.categories()],
        "rights": [asdict(item) for item in library.rights()],
        "dayparts": [asdict(item) for item in library.dayparts()],
        "languages": [{"key": key, "words": name} for key, name in library.languages().items()]}
    if args.json:
        print_json(lists)
        return 0
    for name, rows in lists.items():
        print(name)
        for row in rows:
            print(f"  {row['key']:<18} {row['words']}")
    return 0


def _edit(app: App, args: argparse.Namespace) -> int:
    done = app.library.edit(args.ids, dict(map(_value, args.values)), args.by)
    if args.json:
        print_json(asdict(done))
        return 0
    for change in done.changes:
        print(f"{change.cart_id}  {change.name}: {_plain(change.before)} -> {_plain(change.after)}")
    for cart_id in done.beyond_approval:
        print(f"{cart_id}  its approval ends earlier: until then only may it air")
    return 0


def _value(text: str) -> tuple[str, object]:
    name, equals, value = text.partition("=")
    if not equals:
        raise Refused("cart.value", f"{text!r} is not NAME=VALUE", name=text, value="")
    if name in _LISTS:
        return name, [word.strip() for word in value.split(",") if word.strip()]
    return name, int(value) if name in _NUMBERS and value.isdecimal() else value


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _state(app: App, args: argparse.Namespace) -> int:
    return _done(getattr(app.library, args.act)(args.id, args.by, args.reason), args)


def _supersede(app: App, args: argparse.Namespace) -> int:
    return _done(app.library.supersede(args.id, args.new, args.by), args)


def _use(app: App, args: argparse.Namespace) -> int:
    return _done(app.library.use_version(args.id, args.number, args.by, args.reason), args)


def _done(cart: Cart, args: argparse.Namespace) -> int:
    return _print([cart_row(cart)], args, _line)


def _print(rows: list[dict[str, Any]], args: argparse.Namespace, line: Callable[[dict[str, Any]], str]) -> int:
    if args.json:
        print_json(rows)
    else:
        for row in rows:
            print(line(row))
    return 0


def _line(row: dict[str, Any]) -> str:
    return f"{row['id']}  {clock_text(row['seconds']):>7}  {row['kind']:<10} {row['state']:<9} {row['title']}"


def cart_row(cart: Cart) -> dict[str, Any]:
    """An item as other programs read it in a list."""
    return {
        "id": cart.id, "title": cart.title, "kind": cart.kind.value, "state": cart.state.value, "origin": cart.origin,
        "seconds": round(cart.cut.seconds, 3), "lufs": cart.cut.lufs, "true_peak_db": cart.cut.true_peak_db,
        "sha256": cart.cut.sha256, "original_name": cart.cut.original_name, "directive_id": cart.directive_id,
        "approval_id": cart.approval_id, "updated_at": cart.updated_at,
    }


def whole_row(cart: Cart) -> dict[str, Any]:
    """All that is known of an item but its picture."""
    names = ("language", "category", "bulletin_id", "author", "returned_reason", "valid_from", "valid_until",
             "dayparts", "zones", "rights", "source_note", "artist", "note", "cue_frames", "superseded_by",
             "archived_at", "created_at")
    return {**cart_row(cart), **{name: getattr(cart, name) for name in names}, "source": cart.cut.source,
            "checks": cart.cut.checks}
