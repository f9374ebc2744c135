"""`broadcaster log verify|seal|verifier`: whether the journal holds together, its seals, the check by itself."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from broadcaster.aggregation.sent_check import sent_faults
from broadcaster.asrun.identity import fingerprint
from broadcaster.asrun.seals import NOTES
from broadcaster.base.errors import Refused
from broadcaster.base.paths import write_atomic
from broadcaster.cli.main import print_json
from broadcaster.protocol import verifier
from broadcaster.protocol.verifier import Fault
from broadcaster.protocol.verifier_file import verifier_file
from broadcaster.wiring import build_app


def configure(acts: Any) -> None:
    verify = acts.add_parser("verify", help="check journal and seals; exit 1 and a line per fault if they do not hold")
    verify.add_argument("paths", nargs="*", type=Path,
                        help="folders, journal files, seals, packages, from wherever (default: all of this station, "
                             "against what was filed of it)")
    verify.add_argument("--key", default="", help="of what lies elsewhere: key or fingerprint its station is known by")
    verify.add_argument("--vi", action="store_true", help="in Vietnamese")
    verify.set_defaults(perform=_verify)
    seal = acts.add_parser("seal", help="seal the days that are over, as the keeper does every few minutes")
    seal.set_defaults(perform=_seal)
    for parser in (verify, seal):
        parser.add_argument("--json", action="store_true")
    out = acts.add_parser("verifier", help="the check alone, as one file for anybody with Python: the office above")
    out.add_argument("--out", type=Path, required=True)
    out.set_defaults(perform=_write_verifier)


def _verify(args: argparse.Namespace) -> int:
    for path in args.paths:
        if not path.exists():
            raise Refused("asrun.unreadable", f"cannot read {path}: there is no such file", path=str(path))
    if args.paths:
        words = [*map(str, args.paths), "--key", args.key]
        return verifier.main(words + ["--vi"] * args.vi + ["--json"] * args.json)
    app = build_app(args.station_home)
    try:
        faults = [*app.seals.verify(), *sent_faults(app.database, app.home.outbox), *app.asrun.altered()]
        sealed = app.seals.list()
    finally:
        app.close()
    bad = [fault for fault in faults if fault.problem not in NOTES]
    if args.json:
        print_json({"faults": [{**vars(fault), "note": fault.problem in NOTES, "words": fault.words(args.vi)}
                               for fault in faults],
                    "seals": len(sealed), "sealed_until": sealed[-1].day if sealed else ""})
        return int(bool(bad))
    for fault in faults:
        print(_line(fault, args.vi))
    if not bad:
        until = f", {len(sealed)} seals until {sealed[-1].day}, key {fingerprint(sealed[-1].key)}" if sealed else ""
        print("nhật ký và niêm phong đều khớp" if args.vi else f"the journal holds together{until}")
    return int(bool(bad))


def _line(fault: Fault, vi: bool) -> str:
    """2026-11-21.jsonl:17 altered: the line was changed after it was written."""
    return f"{fault.file}:{fault.line} {fault.problem}: {fault.words(vi)}"


def _seal(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        app.asrun.file()
        days = app.seals.make()
        seals = [seal for day in days if (seal := app.seals.of(day))]
        texts = [app.seals.text(day) for day in days]
    finally:
        app.close()
    if args.json:
        print_json([{"day": seal.day, "first_seq": seal.first_seq, "last_seq": seal.last_seq, "sha256": seal.sha256,
                     "faults": list(seal.faults), "fault_count": seal.fault_count, "text": text}
                    for seal, text in zip(seals, texts, strict=True)])
        return 0
    for seal in seals:
        damage = f"  {seal.fault_count} damaged places" if seal.fault_count else ""
        print(f"{seal.day}  lines {seal.first_seq}–{seal.last_seq}  {seal.sha256}{damage}")
    if not days:
        print("no day to seal")
    return 0


def _write_verifier(args: argparse.Namespace) -> int:
    write_atomic(args.out, verifier_file().read_bytes())
    print(args.out)
    return 0
