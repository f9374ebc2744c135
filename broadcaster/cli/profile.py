"""`broadcaster profile list|show|use|export|import|remove|check|override|revoke`: the rules for sessions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from broadcaster.cli.main import print_json
from broadcaster.schedule.model import RuleOverride, RuleProfile
from broadcaster.schedule.rules.findings import RULES, Finding
from broadcaster.schedule.rules.profiles import profile_toml
from broadcaster.schedule.sessions.toml_text import clock_text
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    words = parser.add_subparsers(dest="word", required=True)
    listing = words.add_parser("list", help="those that can be chosen; * is in force")
    show = words.add_parser("show", help="one as its file says it; without a name the one in force")
    show.add_argument("profile", nargs="?", default="")
    use = words.add_parser("use", help="let one hold; says what goes beyond it")
    use.add_argument("--take-sessions", action="store_true", help="hold the sessions it proposes, no others")
    export = words.add_parser("export", help="a file for another station")
    bring = words.add_parser("import", help="take over another station's file, after checking it")
    bring.add_argument("file", type=Path)
    bring.add_argument("--instead", action="store_true", help="of an own one of the same id")
    remove = words.add_parser("remove", help="take the own file away; the shipped one holds again")
    check = words.add_parser("check", help="what of the sessions goes beyond the profile, and the reasons in force")
    override = words.add_parser("override", help="say why a rule does not hold; quiet hours always hold")
    override.add_argument("rule", choices=RULES)
    override.add_argument("--session", default="", metavar="ID", help="without it: every session")
    override.add_argument("--most", type=int, default=0, metavar="N", help="minutes or sessions allowed instead")
    override.add_argument("--directive", default="", metavar="NUMBER")
    revoke = words.add_parser("revoke", help="the rule holds again")
    revoke.add_argument("override", metavar="ID", help="its id, or the end of it")
    for word in (use, export, remove):
        word.add_argument("profile")
    export.add_argument("file", type=Path)
    for word in (use, override):
        word.add_argument("--reason", default="", required=word is override)
    for word in (use, bring, remove, override, revoke):
        word.add_argument("--by", default="", help="who does it, for the record")
    for word in (listing, show, use, bring, remove, check, override, revoke):
        word.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    app = build_app(args.station_home)
    try:
        act = {"list": _list, "show": _show, "use": _use, "export": _export, "import": _import, "remove": _remove,
               "check": _check, "override": _override, "revoke": _revoke}[args.word]
        act(app, args)
        return 0
    finally:
        app.close()


def _list(app: App, args: argparse.Namespace) -> None:
    chosen = app.rules.chosen()
    rows = [{"id": item.id, "name": item.profile.name, "own": item.own, "shipped": item.shipped,
             "in_force": item.id == chosen, "fault": item.fault.text if item.fault else ""}
            for item in app.rules.profiles()]
    if args.json:
        print_json(rows)
        return
    for row in rows:
        print("*" if row["in_force"] else " ", row["id"], "own" if row["own"] else "shipped",
              row["fault"] or row["name"], sep="  ")


def _show(app: App, args: argparse.Namespace) -> None:
    profile = app.rules.profile(args.profile)
    if args.json:
        print_json(_row(profile))
    else:
        print(profile_toml(profile), end="")


def _use(app: App, args: argparse.Namespace) -> None:
    profile = app.rules.profile(args.profile)
    if args.take_sessions and profile.sessions:
        app.rules.put_sessions(app.rules.proposal(profile), args.by, args.reason)
    app.rules.choose(args.profile, args.by)
    _say_findings(app.rules.findings(profile), args.json)


def _export(app: App, args: argparse.Namespace) -> None:
    print(app.rules.export_profile(args.profile, args.file.resolve()))


def _import(app: App, args: argparse.Namespace) -> None:
    profile = app.rules.import_profile(args.file, args.by, instead=args.instead)
    _say(args.json, _row(profile), f"{profile.id}: {profile.name}")


def _remove(app: App, args: argparse.Namespace) -> None:
    back = app.rules.remove_profile(args.profile, args.by)
    _say(args.json, {"shipped": back is not None}, "the shipped one holds again" if back else "removed")


def _check(app: App, args: argparse.Namespace) -> None:
    _say_findings(app.rules.findings(), args.json)


def _override(app: App, args: argparse.Namespace) -> None:
    new = app.rules.override(args.rule, args.session, args.most, args.reason, args.by, args.directive)
    _say(args.json, vars(new), _override_line(new))


def _revoke(app: App, args: argparse.Namespace) -> None:
    old = app.rules.revoke(args.override, args.by)
    _say(args.json, vars(old), f"{old.rule} holds again {old.session}".rstrip())


def _say_findings(found: tuple[Finding, ...], as_json: bool) -> None:
    if as_json:
        print_json([{**vars(item), "override": vars(item.override) if item.override else None} for item in found])
        return
    for item in found:
        print(_finding_line(item))
    if not found:
        print("every session keeps to the profile")


def _finding_line(item: Finding) -> str:
    what = {"session_long": f"{item.asked} minutes, at most {item.limit}",
            "sessions_many": f"{item.asked} sessions on days {item.weekdays}, at most {item.limit}",
            "weekday": f"held on days {item.weekdays}"}[item.rule]
    return f"{item.rule}  {item.session}  {what}" + (f"  allowed: {item.override.reason}" if item.override else "")


def _override_line(item: RuleOverride) -> str:
    return f"{item.id}  {item.rule}  {item.session or 'all'}  {item.most or ''}  {item.reason}"


def _row(profile: RuleProfile) -> dict[str, Any]:
    return {**vars(profile), "volume": [vars(part) for part in profile.volume],
            "sessions": [{**vars(item), "starts": clock_text(item.starts)} for item in profile.sessions]}


def _say(as_json: bool, row: dict[str, Any], line: str) -> None:
    if as_json:
        print_json(row)
    else:
        print(line)
