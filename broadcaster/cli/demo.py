"""`broadcaster demo`: the whole thread, from a sample letter to the report, one JSON line per stage.

--sink wav: one virtual day, played into a WAV file in well under a minute. --sink device: a short session in real
time through the real processes and the sound card. --window: the demo station in the window.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import platformdirs

from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.clock import Clock, SystemClock, VirtualClock, at
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.program import own_command
from broadcaster.cli import demo_station
from broadcaster.wiring import App, build_app


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--headless", action="store_true", help="no window: run every stage and print it")
    parser.add_argument("--window", action="store_true", help="open the demo station in the window")
    parser.add_argument("--end-with-window", action="store_true", help="with --window: nothing plays on once it closes")
    parser.add_argument("--sink", choices=["wav", "device"], default="wav")
    parser.add_argument("--out", type=Path, default=None, help="folder for WAV and reports (default: in the home)")


def run(args: argparse.Namespace) -> int:
    home = args.station_home if args.home_given else _own_home("demo" if args.window else "demo-headless")
    if args.window:
        return _window(home, end_with_it=args.end_with_window)
    if home.database.exists():
        if args.home_given:
            raise Refused("home.exists", f"{home.root} already holds a station", path=str(home.root))
        _put_aside(home)
    return _thread_in_real_time(home, args.out) if args.sink == "device" else _thread_in_virtual_time(home, args.out)


def report_stage(stage: str, facts: dict[str, Any]) -> None:
    print(json.dumps({"stage": stage, **facts}, ensure_ascii=False, default=str), flush=True)


def _own_home(name: str) -> StationHome:
    """Never the operator's own station."""
    return StationHome(Path(platformdirs.user_data_dir("dai-xa", appauthor=False)).with_name(f"dai-xa-{name}"))


def _put_aside(home: StationHome) -> None:
    """An earlier run's station is kept under another name, not deleted; only the latest of them."""
    previous = home.root.with_name(home.root.name + "-previous")
    if previous.exists():
        import shutil

        shutil.rmtree(previous)
    home.root.rename(previous)


def _window(home: StationHome, *, end_with_it: bool = False) -> int:
    if not home.database.exists():
        home.create()
        print("making the demo station, about half a minute …", file=sys.stderr)
        demo_station.build_demo_station(home)
    demo_station.come_alive(home, SystemClock())
    from broadcaster.gui.app import run_gui

    try:
        return run_gui(home)
    finally:
        if end_with_it:
            from broadcaster.gui.first_run.demo import stop_processes

            stop_processes(home)


def _thread_in_virtual_time(home: StationHome, out: Path | None) -> int:
    """Yesterday, lived in fast motion: nothing is dated in the future."""
    out = out or home.outbox
    yesterday = SystemClock().now().date() - timedelta(days=1)
    clock = VirtualClock(at(yesterday, 4 * 3600))
    app = _prepare(home, clock)
    try:
        content = demo_station.fill(app, report_stage)
        demo_station.add_campaigns(app, content, days=0)
        _report_plan(app)
        wav = out / "air.wav"
        out.mkdir(parents=True, exist_ok=True)
        demo_station.air_until(app, clock, at(yesterday, 20 * 3600), wav)
        report_stage("air", {"wav": str(wav), "journal": [str(path) for path in sorted(home.asrun.glob("*.jsonl"))]})
        return _finish(app, content, out)
    finally:
        app.close()


def _thread_in_real_time(home: StationHome, out: Path | None) -> int:
    """The real processes and the real sound card; one short session that starts within a minute."""
    out = out or home.outbox
    clock = SystemClock()
    app = _prepare(home, clock)
    keeper = None
    try:
        content = demo_station.fill(app, report_stage)
        demo_station.add_campaigns(app, content, days=0)
        demo_station.write_short_session(home, clock.now() + timedelta(seconds=40))
        app.close()
        app = build_app(home, clock)
        _report_plan(app)
        keeper = subprocess.Popen(own_command("keeper", "--home", str(home.root)))
        _wait_for_the_end(app, clock, timeout=900)
        report_stage("air", {"journal": [str(path) for path in sorted(home.asrun.glob("*.jsonl"))]})
        return _finish(app, content, out)
    finally:
        app.close()
        if keeper is not None:
            _shut_down(home, keeper)


def _prepare(home: StationHome, clock: Clock) -> App:
    home.create()
    demo_station.write_demo_settings(home, clock.now())
    report_stage("station", {"home": str(home.root)})
    return build_app(home, clock)


def _report_plan(app: App) -> None:
    plan = app.schedule.plan(app.clock.now().date())
    report_stage("plan", {
        "day": plan.rundown.day, "sessions": [
            {"name": session.name, "starts_at": session.starts_at, "items": len(session.events),
             "hard_end": session.hard_end} for session in plan.rundown.sessions],
        "warnings": [warning.code for warning in plan.warnings],
    })
    app.schedule.publish(plan.rundown.day)


def _wait_for_the_end(app: App, clock: Clock, timeout: float) -> None:
    """Until every planned item of today has its outcome."""
    end = clock.monotonic() + timeout
    day = clock.now().date().isoformat()
    while clock.monotonic() < end:
        time.sleep(1)
        rows = list(app.asrun.airings(AiringQuery(first_day=day, last_day=day)))
        if rows and all(row.outcome is not Outcome.PENDING for row in rows):
            return
    raise Refused("demo.timeout", "the session did not end in time")


def _finish(app: App, content: demo_station.DemoContent, out: Path) -> int:
    app.asrun.file()
    faults = app.asrun.verify()
    rows = list(app.asrun.airings(AiringQuery()))
    outcomes = {str(outcome): sum(row.outcome is outcome for row in rows) for outcome in Outcome}
    report_stage("log", {"rows": len(rows), "outcomes": {k: v for k, v in outcomes.items() if v},
                         "faults": [f"{fault.file}:{fault.line} {fault.problem}" for fault in faults]})
    for number, directive in enumerate(content.directives, start=1):
        compiled = app.reports.for_directive(directive.id)
        for fmt in ("docx", "xlsx"):
            path = out / f"report-{number}.{fmt}"
            app.reports.write(compiled, fmt, path)
            report_stage("report", {"directive": directive.value("number") or directive.value("symbol"),
                                    "file": str(path)})
    aired_nothing = not outcomes[Outcome.AIRED]
    return 1 if faults or aired_nothing else 0


def _shut_down(home: StationHome, keeper: subprocess.Popen[bytes]) -> None:
    from broadcaster.protocol.link import LinkClient

    for process in ("keeper", "air"):
        try:
            client = LinkClient(home, process)
            client.ask("shutdown")
            client.close()
        except Refused as refusal:
            print(f"{process}: {refusal.text}", file=sys.stderr)
    try:
        keeper.wait(10)
    except subprocess.TimeoutExpired:
        keeper.kill()
    os.sync()
