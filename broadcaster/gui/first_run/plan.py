"""Rules and sessions at a new station: what can be chosen, said in words, stored and published. No widgets.

Sentences are Vietnamese, as everything that is read back before it is saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from broadcaster.gui.first_run.step import Run
from broadcaster.gui.hours.model import finding_words, fresh_id
from broadcaster.gui.publishing import publish
from broadcaster.schedule.model import RuleProfile, SessionTemplate, unusual_start
from broadcaster.schedule.sessions.templates import examples
from broadcaster.schedule.words import day_words, length_words, sentences_of_template, time_words
from broadcaster.wiring import App


@dataclass(frozen=True)
class Offer:
    """A session that can be held, and whether it is proposed."""

    template: SessionTemplate
    chosen: bool


def sentences_of_rules(profile: RuleProfile, quiet_from: time, quiet_to: time) -> list[str]:
    """What the chosen rules and quiet hours mean for a day."""
    lines = [f"Từ {time_words(quiet_from)} đến {time_words(quiet_to)} loa im lặng, dù lịch ghi gì đi nữa."]
    sessions = "không hạn chế số buổi" if profile.sessions_a_day >= 24 else f"nhiều nhất {profile.sessions_a_day} buổi"
    longest = "mỗi buổi dài bao lâu cũng được" if profile.session_minutes >= 1440 \
        else f"mỗi buổi dài nhất {length_words(profile.session_minutes)}, kể cả tiếp sóng"
    lines.append(f"Một ngày {sessions}, {longest}.")
    if profile.weekdays == "12345":
        lines.append("Thứ Bảy và Chủ nhật không phát.")
    lines.append(f"Văn bản không nêu số lần thì mỗi mục phát {profile.default_times} lần một ngày, mục ưu tiên "
                 f"{profile.priority_times} lần.")
    lines += [f"Từ {part.starts} đến {part.ends} loa nhỏ hơn {-part.gain_db:g} dB." for part in profile.volume]
    starts = " và ".join(f"{item.name.lower()} {time_words(item.starts)}" for item in profile.sessions)
    if starts:
        lines.append(f"Buổi phát đề nghị: {starts}. Bước sau có thể đổi.")
    return lines


def offers(app: App, profile: RuleProfile) -> list[Offer]:
    """What the station holds or the rules propose, then the shipped examples that begin at another hour."""
    own = app.schedule.session_files()
    held = own.held if any((app.home.root / "schedules").glob("*.toml")) else app.rules.proposal(profile) or own.held
    taken = {item.id for item in held}
    found = [Offer(item, True) for item in held]
    for item in examples():
        if item.relays or not item.weekdays or any(item.starts == one.template.starts for one in found):
            continue  # a relay needs a source first, a special period its dates
        name = item.id if item.id not in taken else fresh_id(item.name, taken)
        taken.add(name)
        found.append(Offer(replace(item, id=name), False))
    return sorted(found, key=lambda offer: (not offer.chosen, offer.template.starts))


def tomorrow_sentences(templates: Sequence[SessionTemplate], day: date) -> list[str]:
    """What `day` would look like."""
    held = [item for item in templates if str(day.isoweekday()) in item.weekdays]
    head = f"Ngày mai, {day_words(day)}:"
    if not held:
        return [head + " không có buổi nào."]
    return [head, *(sentences_of_template(item)[0] for item in sorted(held, key=lambda item: item.starts))]


def doubts(app: App, templates: Sequence[SessionTemplate]) -> list[str]:
    """What of these sessions goes beyond the rules."""
    return [finding_words(item) for item in app.rules.findings(templates=templates) if item.override is None]


def unusual(templates: Sequence[SessionTemplate]) -> list[SessionTemplate]:
    """Those that begin while many sleep: asked about, because 5:00 may mean 17:00."""
    return [item for item in templates if unusual_start(item.starts)]


def store_rules(run: Run, profile_id: str, quiet_from: str, quiet_to: str, by: str) -> None:
    """Quiet hours and the rules in force."""
    run.keep("hours", by, quiet_from=quiet_from, quiet_to=quiet_to)
    if run.app.rules.chosen() != profile_id:
        run.app.rules.choose(profile_id, by)
        run.touched = True
    run.fresh(publish)


def store_sessions(run: Run, templates: Sequence[SessionTemplate], by: str, reason: str) -> None:
    """Hold exactly these; the coming days are planned anew at once."""
    def work(app: App) -> None:
        app.rules.put_sessions(templates, by, reason)
        publish(app)

    run.fresh(work)
    run.touched = True


def next_day(app: App) -> date:
    return app.clock.now().date() + timedelta(days=1)
