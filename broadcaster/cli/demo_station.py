"""The sample station "Xã Mẫu": five real letters, approved bulletins, and some days that really aired.

Built with the program's own services and its own player in virtual time, so its log is a true log.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from broadcaster.accounts.model import Person, Role
from broadcaster.air.outputs.device import output_names
from broadcaster.air.simulate import simulate
from broadcaster.base.clock import Clock, SystemClock, VirtualClock, at
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome, shipped, write_atomic
from broadcaster.base.settings import NOBODY, Settings, changed, load_settings, save_settings
from broadcaster.bulletins.model import Bulletin
from broadcaster.directives.model import Directive
from broadcaster.library.furniture import furnish
from broadcaster.library.model import Cart, CartKind
from broadcaster.protocol.rundown import QuietHours
from broadcaster.schedule.rules.findings import MANY
from broadcaster.wiring import App, build_app

OPERATOR, OPERATOR_PIN = "Cán bộ truyền thanh", "1111"
APPROVER, APPROVER_PIN = "Phó Chủ tịch UBND xã Mẫu", "2222"
DAYS_OF_HISTORY = 3
SOON = timedelta(minutes=10)

OPENING_WORDS = "Đây là Đài truyền thanh xã Mẫu, tỉnh Mẫu. Xin kính chào bà con và các đồng chí."
CLOSING_WORDS = "Chương trình của Đài truyền thanh xã Mẫu đến đây là hết. Xin cảm ơn bà con đã lắng nghe."

EMERGENCY_TITLE = "Thông báo khẩn mẫu"
EMERGENCY_WORDS = (
    "Thông báo khẩn của Ủy ban nhân dân xã Mẫu. Đây là thông báo mẫu, dùng để thử hệ thống truyền thanh. "
    "Khi có bão, lũ, cháy lớn, đề nghị bà con bình tĩnh, nghe loa và làm theo hướng dẫn của cán bộ thôn.")

Report = Callable[[str, dict[str, Any]], None]


@dataclass(frozen=True)
class DemoContent:
    """What was made, for those who go on with it."""

    directives: tuple[Directive, ...]
    carts: tuple[Cart, ...]


def build_demo_station(home: StationHome, clock: Clock | None = None, report: Report = lambda stage, facts: None, *,
                       silent: bool = False) -> None:
    """A station that has been on the air for some days and has a session coming up; `silent`: it plays to nobody."""
    now = (clock or SystemClock()).now()
    first_day = now.date() - timedelta(days=DAYS_OF_HISTORY)
    past = VirtualClock(at(first_day, 4 * 3600))
    write_demo_settings(home, now, silent=silent)
    report("station", {})
    note = f"{OPERATOR}: {OPERATOR_PIN}\n{APPROVER}: {APPROVER_PIN}\n"
    write_atomic(home.demo_note, note.encode("utf-8"))
    app = build_app(home, past)
    try:
        content = fill(app, report)
        add_campaigns(app, content, days=DAYS_OF_HISTORY + 30)
        add_emergency_message(app)
        air_until(app, past, now, report=report)
        app.asrun.file()
    finally:
        app.close()


def write_demo_settings(home: StationHome, now: datetime, *, silent: bool = False) -> None:
    """Station "Xã Mẫu". Its quiet hours step aside when it is night at the station, so that a visitor hears it.

    On a machine without a sound device it plays to nobody, in real time.
    """
    settings = changed(Settings(), "station", id=new_id(), superior="Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu",
                       clusters=12)
    if silent or not output_names():
        settings = changed(settings, "audio", device=NOBODY)
    save_settings(home, _awake(settings, now))


def _awake(settings: Settings, now: datetime) -> Settings:
    """Quiet hours moved to half a day away if `now` lies in them or just before."""
    quiet = QuietHours(settings.hours.quiet_from, settings.hours.quiet_to)
    if not (quiet.covers(now) or quiet.covers(now + timedelta(minutes=30))):
        return settings
    start = now + timedelta(hours=11)
    return changed(settings, "hours", quiet_from=f"{start:%H}:00", quiet_to=f"{start + timedelta(hours=2):%H}:00")


def fill(app: App, report: Report) -> DemoContent:
    """People, furniture, the five letters, a bulletin of each, and an imported message; all approved."""
    operator, approver = add_people(app)
    add_furniture(app, operator, approver)
    directives, carts = [], []
    for letter in sorted(shipped("resources", "letters").glob("*.txt")):
        directive = app.directives.add(letter, by=operator.name).directive
        report("letter", {"file": letter.name, "number": directive.value("number") or directive.value("symbol"),
                          "issuer": directive.value("issuer"), "subject": directive.value("subject"),
                          "points": len(directive.points)})
        directives.append(directive)
        carts.append(make_bulletin(app, directive, operator, approver, report))
    message = app.library.add(shipped("resources", "audio", "thong-diep-mau.mp3"), title="Thông điệp 5K",
                              kind=CartKind.MESSAGE, directive_id=directives[0].id, by=operator.name).cart
    report("library", {"title": message.title, "seconds": round(message.cut.seconds, 1), "lufs": message.cut.lufs})
    carts.append(approve_cart(app, message, operator, approver))
    return DemoContent(tuple(directives), tuple(carts))


def add_people(app: App) -> tuple[Person, Person]:
    operator = app.accounts.add(OPERATOR, "Cán bộ phụ trách truyền thanh", Role.OPERATOR, OPERATOR_PIN)
    approver = app.accounts.add(APPROVER, "Phó Chủ tịch Ủy ban nhân dân xã", Role.APPROVER, APPROVER_PIN)
    return operator, approver


def add_furniture(app: App, operator: Person, approver: Person) -> None:
    """Tune and bridge as shipped; opening and closing words in the station's own voice."""
    for cart in furnish(app.library):
        approve_cart(app, cart, operator, approver)
    for kind, title, words in ((CartKind.OPENING, "Lời xướng", OPENING_WORDS),
                               (CartKind.CLOSING, "Lời chào kết thúc", CLOSING_WORDS)):
        bulletin = app.bulletins.new(title, words, kind, operator.name)
        _voice_and_approve(app, bulletin, operator, approver)


def add_emergency_message(app: App) -> None:
    """One message ready to break in, on key 1."""
    people = {person.name: person for person in app.accounts.people()}
    bulletin = app.bulletins.new(EMERGENCY_TITLE, EMERGENCY_WORDS, CartKind.MESSAGE, OPERATOR)
    cart = _voice_and_approve(app, bulletin, people[OPERATOR], people[APPROVER])
    app.emergency.put(cart.id, key=1, by=OPERATOR)


def make_bulletin(app: App, directive: Directive, operator: Person, approver: Person, report: Report) -> Cart:
    """Draft, voice, submit and approve one letter's bulletin."""
    bulletin = app.bulletins.draft(directive.id, None, operator.name)
    report("bulletin", {"title": bulletin.title, "words": len(bulletin.text.split()),
                        "estimated_seconds": round(app.bulletins.estimate(bulletin.id), 1)})
    return _voice_and_approve(app, bulletin, operator, approver, report)


def _voice_and_approve(app: App, bulletin: Bulletin, operator: Person, approver: Person,
                       report: Report = lambda stage, facts: None) -> Cart:
    voiced = app.bulletins.voice(bulletin.id)
    assert voiced.cut is not None
    report("voice", {"title": bulletin.title, "voice": voiced.voice, "seconds": round(voiced.cut.seconds, 1),
                     "lufs": voiced.cut.lufs, "cut": voiced.cut.sha256[:12]})
    subject = f"bulletin:{bulletin.id}"
    app.approvals.submit(subject, operator.name)
    approval = app.approvals.approve(subject, approver)
    report("approval", {"title": bulletin.title, "approver": approval.approver,
                        "text_sha256": approval.text_sha256[:12], "audio_sha256": approval.audio_sha256[:12]})
    return app.approvals.cart_of(bulletin.id)


def approve_cart(app: App, cart: Cart, operator: Person, approver: Person) -> Cart:
    app.approvals.submit(f"cart:{cart.id}", operator.name)
    app.approvals.approve(f"cart:{cart.id}", approver)
    return app.library.get(cart.id)


def add_campaigns(app: App, content: DemoContent, days: int) -> None:
    """Twice a day for everything, from today on."""
    today = app.clock.now().date()
    for cart in content.carts:
        app.schedule.add_campaign(cart.id, 2, today, today + timedelta(days=days), by=OPERATOR)


def air_until(app: App, clock: VirtualClock, until: datetime, wav: Path | None = None,
              report: Report = lambda stage, facts: None) -> None:
    """Publish and play day after day in virtual time, exactly as keeper and air would have."""
    while clock.now() < until:
        day = clock.now().date()
        report("day", {"day": day.isoformat()})
        app.schedule.publish(day)
        simulate(app.home, clock, min(until, at(day + timedelta(days=1), 4 * 3600)), wav)
        app.asrun.file()


def come_alive(home: StationHome, clock: Clock) -> None:
    """Let a session start in two minutes, unless one runs or is about to, so that a visitor hears the station."""
    now = clock.now()
    save_settings(home, _awake(load_settings(home), now))
    app = build_app(home, clock)
    try:
        plan = app.schedule.plan(now.date()).rundown
        if any(session.starts_at - SOON < now < session.hard_end for session in plan.sessions):
            return
        _write_trial_template(home, now)
        _allow_one_more(app)
        _ask_again(app, times=1 + sum(session.starts_at > now for session in plan.sessions))
    finally:
        app.close()


def _write_trial_template(home: StationHome, now: datetime) -> None:
    """Beside the shipped sessions: the trial session, named by its time so that an earlier one stays in the log."""
    folder = home.root / "schedules"
    for template in shipped("schedules").glob("*.toml"):
        if not (folder / template.name).exists():
            write_atomic(folder / template.name, template.read_bytes())
    for old in folder.glob("trial-*.toml"):
        old.unlink()
    starts = (now + timedelta(minutes=2)).replace(second=0)
    text = (f'id = "trial-{starts:%H%M}"\nname = "Buổi phát thử"\nstarts = "{starts:%H:%M}"\nminutes = 20\n'
            f'weekdays = "{starts.isoweekday()}"\n')
    write_atomic(folder / f"trial-{starts:%H%M}.toml", text.encode("utf-8"))


def _allow_one_more(app: App) -> None:
    """The sessions of the day may be as many as the rules allow before the visitor comes."""
    if not any(item.rule == MANY and not item.session for item in app.rules.overrides()):
        app.rules.override(MANY, "", 24, "Thêm buổi phát thử cho khách đến xem", OPERATOR)


def _ask_again(app: App, times: int) -> None:
    """What was asked for today may have aired already: ask anew for the two shortest."""
    today = app.clock.now().date()
    running = sorted(app.schedule.campaigns(active_on=today), key=lambda item: item.cart.cut.frames)
    for campaign in running[:2]:
        app.schedule.stop_campaign(campaign.id, by=OPERATOR, reason="lập lại cho buổi phát thử")
        app.schedule.add_campaign(campaign.cart.id, times, today, campaign.last_day, by=OPERATOR)


def write_short_session(home: StationHome, starts: datetime) -> None:
    """One session only, starting at `starts`: for a demonstration in real time."""
    text = (f'id = "demo"\nname = "Buổi phát thử"\nstarts = "{starts:%H:%M:%S}"\nminutes = 1\n'
            f'weekdays = "{starts.isoweekday()}"\n')
    write_atomic(home.root / "schedules" / "demo.toml", text.encode("utf-8"))
