"""`broadcaster bulletin draft|edit|voice|record|produce|submit|return|list|show`: bulletins from the command line."""

from __future__ import annotations

import argparse
import codecs
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.bulletins.coverage import left_out
from broadcaster.bulletins.model import Bulletin
from broadcaster.bulletins.service import MOST_CHARACTERS
from broadcaster.cli import bulletin_sound
from broadcaster.cli.approve import add_signer, signer
from broadcaster.cli.main import print_json
from broadcaster.library.model import CartKind, State
from broadcaster.wiring import App, build_app

_KINDS = [kind.value for kind in (CartKind.NEWS, CartKind.FEATURE, CartKind.NOTICE, CartKind.COLUMN, CartKind.MESSAGE)]
_MOST_BYTES = 10 * MOST_CHARACTERS


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    draft = acts.add_parser("draft", help="a bulletin from a letter")
    draft.add_argument("directive", help="id or number of a registered letter")
    draft.add_argument("--points", help="numbers of the points to tell, as 1,3 (default: all that tell something)")
    draft.add_argument("--kind", choices=_KINDS, help="tin: short news; bai: all points with what explains them; "
                       "thong_bao: a notice (default: what the letter's form asks for)")
    draft.add_argument("--split", action="store_true", help="a bulletin for each point")
    draft.add_argument("--by", default="", help="who writes it")
    voice = acts.add_parser("voice", help="read it into sound")
    voice.add_argument("--voice")
    voice.add_argument("--rate", type=int)
    submit = acts.add_parser("submit", help="lay it before the approver")
    submit.add_argument("--by", default="", help="who submits it")
    show = acts.add_parser("show", help="one bulletin")
    edit = acts.add_parser("edit", help="change it; another text voids the approval")
    edit.add_argument("--title")
    edit.add_argument("--text", metavar="FILE", help="a file in UTF-8, or - for standard input")
    edit.add_argument("--kind", choices=_KINDS)
    edit.add_argument("--language", metavar="CODE", help="BCP 47 (vi, tyz, hmn, km …); only vi is read aloud")
    edit.add_argument("--voice")
    edit.add_argument("--rate", type=int)
    edit.add_argument("--by", default="", help="who changes it")
    back = acts.add_parser("return", help="give a submitted one back to its writer")
    add_signer(back, "who gives it back")
    back.add_argument("--reason", required=True, help="what is to be better")
    produced = bulletin_sound.configure_produce(acts)
    recorded = bulletin_sound.configure_record(acts)
    for one in (voice, submit, show, edit, back, produced):
        one.add_argument("id")
    compare = acts.add_parser("compare", help="what of its letter it does not tell")
    compare.add_argument("id")
    compare.add_argument("--json", action="store_true", help="every clause, told or not")
    listing = acts.add_parser("list", help="all bulletins")
    listing.add_argument("words", nargs="*")
    for one in (draft, voice, submit, show, edit, back, produced, recorded, listing):
        one.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        if args.act == "list":
            return _list(app, args)
        if args.act == "edit":
            return _edit(app, args)
        if args.act == "draft":
            return _draft(app, args)
        if args.act == "compare":
            return _compare(app, args)
        act = {"voice": _voice, "submit": _submit, "return": _return, "show": _found,
               "produce": bulletin_sound.produce, "record": bulletin_sound.record}[args.act]
        _show(act(app, args), args)
        return 0
    finally:
        app.close()


def _draft(app: App, args: argparse.Namespace) -> int:
    points = [part.strip() for part in args.points.split(",") if part.strip()] if args.points is not None else None
    letter = app.directives.find(args.directive).id
    kind = CartKind(args.kind) if args.kind else None
    if not args.split:
        _show(app.bulletins.draft(letter, points, args.by, kind), args)
        return 0
    made = app.bulletins.draft_each(letter, points, args.by, kind)
    if args.json:
        print_json([as_json(bulletin) for bulletin in made])
        return 0
    for place, bulletin in enumerate(made):
        print("\n" * bool(place), end="")
        _show(bulletin, args)
    return 0


def _compare(app: App, args: argparse.Namespace) -> int:
    bulletin = _found(app, args)
    compared = app.bulletins.comparison(bulletin.id)
    found = compared[1].of(bulletin.text) if compared else []
    if args.json:
        print_json([asdict(part) for part in found])
        return 0
    if compared is None:
        print("this bulletin was not made from a letter")
    for part in left_out(found):
        print(f"{'figures' if part.urgent else 'not told':<8}  {part.text}"
              + (f"  [{', '.join(part.missing)}]" if part.urgent else ""))
    return 0


def _voice(app: App, args: argparse.Namespace) -> Bulletin:
    return app.bulletins.voice(_found(app, args).id, args.voice, args.rate)


def _submit(app: App, args: argparse.Namespace) -> Bulletin:
    found = _found(app, args)
    app.approvals.submit(f"bulletin:{found.id}", args.by)
    return app.bulletins.get(found.id)


def _return(app: App, args: argparse.Namespace) -> Bulletin:
    person = signer(app, args)
    found = _found(app, args)
    app.approvals.give_back(f"bulletin:{found.id}", person, args.reason)
    return app.bulletins.get(found.id)


def _edit(app: App, args: argparse.Namespace) -> int:
    if all(getattr(args, name) is None for name in ("title", "text", "kind", "language", "voice", "rate")):
        print("broadcaster bulletin edit: give --title, --text, --kind, --language, --voice or --rate", file=sys.stderr)
        return 2
    before = _found(app, args)
    text = None if args.text is None else _read(args.text)
    after = app.bulletins.save(before.id, title=args.title, text=text, voice=args.voice, rate=args.rate, by=args.by,
                               kind=CartKind(args.kind) if args.kind else None, language=args.language)
    voided = before.state is State.APPROVED and after.state is not State.APPROVED
    if args.json:
        print_json({**as_json(after), "approval_voided": voided})
        return 0
    _show(after, args)
    if voided:
        print("the approval is void: the text was changed; voice, submit and approve it anew")
    elif before.state is not after.state:
        print(f"{after.state.value} again, no longer {before.state.value}: the text was changed")
    return 0


def _read(name: str) -> str:
    """The text of a file or of standard input. Raises Refused("file.unreadable")."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_MOST_BYTES)
        else:
            with Path(name).open("rb") as file:
                data = file.read(_MOST_BYTES)
        # What is longer is refused as too long: its last letter may be cut in two.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(data, final=len(data) < _MOST_BYTES)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise Refused("file.unreadable", f"cannot read {name}: {why}", name=name, detail=why) from error


def _found(app: App, args: argparse.Namespace) -> Bulletin:
    return app.bulletins.find(args.id)


def _list(app: App, args: argparse.Namespace) -> int:
    rows = app.bulletins.list(" ".join(args.words))
    if args.json:
        print_json([as_json(row) for row in rows])
    else:
        for row in rows:
            print(f"{row.id}  {row.state.value:<9}  {row.title}")
    return 0


def _show(bulletin: Bulletin, args: argparse.Namespace) -> None:
    if args.json:
        print_json(as_json(bulletin))
    else:
        print(f"{bulletin.id}  {bulletin.state.value}  {bulletin.title}")
        if args.act in {"draft", "show"}:
            print(f"\n{bulletin.text}")


def as_json(bulletin: Bulletin) -> dict[str, Any]:
    """All fields; of the cut its hash and length."""
    cut = bulletin.cut
    data = {key: value for key, value in asdict(bulletin).items() if key != "cut"}
    return {**data, "cut": cut.sha256 if cut else None, "seconds": round(cut.seconds, 3) if cut else None}
