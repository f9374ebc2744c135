"""A rundown comes back as it was written, or not at all; seals hold against any change."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from broadcaster.base.clock import STATION_ZONE, at
from broadcaster.base.errors import BroadcasterError, NewerFormat, Refused, Tampered
from broadcaster.base.paths import StationHome
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.rundown import (
    CutRef,
    DirectiveRef,
    Overrun,
    PlannedSession,
    QuietHours,
    Rundown,
    RundownEvent,
    Urgency,
    newest_rundown,
    read_rundown,
    revisions_of,
    write_rundown,
)
from broadcaster.protocol.seal import make_key, read_key, seal, seal_holds
from broadcaster.protocol.verifier import canonical

KEY = bytes(range(32))
DAY = date(2026, 11, 21)


def approval(**more: str) -> Approval:
    return replace(Approval("a1", "cart:c1", "", "a" * 64, "Phó Chủ tịch", "2026-11-20T16:00:00.000+07:00"),
                   **more).sealed(KEY)


def rundown(revision: int = 1) -> Rundown:
    start = at(DAY, 5 * 3600)
    event = RundownEvent(
        "e1", "tin", "Tin “lạ”\n📢", CutRef("a" * 64, 96_000), start, True, start + timedelta(minutes=5), approval(),
        gain_db=-1.5, overrun=Overrun.CUT, urgency=Urgency.PRIORITY,
        directive=DirectiveRef("d1", "1349/STTTT-TTBCXB", "Đuối nước", "Sở TT&TT"), campaign="c1", voice="vi",
        repeat=True)
    plain = replace(event, id="e2", hard=False, directive=None)
    session = PlannedSession("s1", "Buổi sáng", start, start + timedelta(minutes=30), ("thôn 1", "thôn 2"),
                             (event, plain), 3.0)
    return Rundown("xa-mau", "Đài truyền thanh xã Mẫu", DAY, revision, start - timedelta(hours=1),
                   QuietHours("21:00", "04:30"), (session,), ("session_thin",))


def test_round_trip(home: StationHome) -> None:
    path = write_rundown(home, rundown(), KEY)
    assert path.name == "2026-11-21.r1.json"
    assert read_rundown(path, KEY) == rundown()


def test_a_published_revision_is_never_overwritten(home: StationHome) -> None:
    write_rundown(home, rundown(), KEY)
    with pytest.raises(Refused) as refusal:
        write_rundown(home, rundown(), KEY)
    assert refusal.value.code == "rundown.exists"


def test_revisions_are_ordered_by_number(home: StationHome) -> None:
    for revision in (2, 10, 1, 9):
        write_rundown(home, rundown(revision), KEY)
    (home.rundowns / "2026-11-21.rx.json").write_text("{}", encoding="utf-8")
    newest = newest_rundown(home.rundowns, DAY)
    assert newest is not None
    assert newest.name == "2026-11-21.r10.json"
    assert [path.name.split(".")[1] for path in revisions_of(home.rundowns, DAY)] == ["r10", "r9", "r2", "r1"]
    assert newest_rundown(home.rundowns, date(2026, 11, 22)) is None


def test_another_key_or_a_newer_program(home: StationHome) -> None:
    path = write_rundown(home, rundown(), KEY)
    with pytest.raises(Tampered):
        read_rundown(path, bytes(32))
    body = json.loads(path.read_bytes())
    path.write_text(json.dumps({**body, "version": 2}), encoding="utf-8")
    with pytest.raises(NewerFormat):
        read_rundown(path, KEY)


def test_no_change_of_a_byte_is_ever_read_as_a_different_plan(home: StationHome) -> None:
    path = write_rundown(home, rundown(), KEY)
    data, dice = path.read_bytes(), random.Random(7)
    for _ in range(600):
        place = dice.randrange(len(data))
        path.write_bytes(data[:place] + bytes([dice.randrange(256)]) + data[place + 1:])
        try:
            assert read_rundown(path, KEY) == rundown()
        except BroadcasterError:
            continue


@pytest.mark.parametrize("content", [
    b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000, b'{"format": "dai-xa.rundown"}'])
def test_what_is_no_rundown_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2026-11-21.r1.json"
    path.write_bytes(content)
    with pytest.raises(BroadcasterError):
        read_rundown(path, KEY)


def test_a_sealed_plan_of_wrong_shape_is_refused(tmp_path: Path) -> None:
    body = {"format": "dai-xa.rundown", "version": 1, "day": "2026-11-21", "sessions": [{"id": 1}]}
    path = tmp_path / "2026-11-21.r1.json"
    path.write_text(json.dumps({**body, "seal": seal(body, KEY)}), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        read_rundown(path, KEY)
    assert refusal.value.code == "rundown.unreadable"


def test_quiet_hours_cross_midnight() -> None:
    quiet = QuietHours("21:00", "04:30")
    covered = {text: quiet.covers(datetime.fromisoformat(f"2026-11-21T{text}:00").replace(tzinfo=STATION_ZONE))
               for text in ("20:59", "21:00", "23:59", "00:00", "03:15", "04:29", "04:30", "12:00")}
    assert [text for text, inside in covered.items() if inside] == ["21:00", "23:59", "00:00", "03:15", "04:29"]
    assert not QuietHours("12:00", "12:00").covers(datetime(2026, 11, 21, 12, tzinfo=STATION_ZONE))


def test_an_approval_holds_for_its_sound_its_time_and_its_station_alone() -> None:
    good = approval(valid_until="2026-11-30")
    assert good.holds("a" * 64, "2026-11-30", KEY)
    assert not good.holds("b" * 64, "2026-11-30", KEY)
    assert not good.holds("a" * 64, "2026-12-01", KEY)
    assert not good.holds("a" * 64, "2026-11-30", bytes(32))
    for name in ("id", "subject", "text_sha256", "approver", "approved_at", "valid_until"):
        assert not replace(good, **{name: "2027-01-01"}).holds("a" * 64, "2026-11-21", KEY)
    assert not replace(good, self_approved=True).holds("a" * 64, "2026-11-21", KEY)


def test_seals() -> None:
    assert seal({"b": 1, "a": "đ"}, KEY) == seal({"a": "đ", "b": 1}, KEY)
    assert canonical({"a": "đ"}) == '{"a":"đ"}'.encode()
    for claimed in (None, 5, "", "hmac-sha256:", seal({}, bytes(32)), "hmac-sha256:đ"):
        assert not seal_holds({}, claimed, KEY)


def test_the_key_is_made_once_for_the_owner_only(home: StationHome) -> None:
    key = make_key(home)
    assert make_key(home) == read_key(home) == key
    assert home.key.stat().st_mode & 0o077 == 0
    for broken in ("zz", "00" * 31, ""):
        home.key.write_text(broken, encoding="ascii")
        with pytest.raises(Refused) as refusal:
            read_key(home)
        assert refusal.value.code == "key.unreadable"


@pytest.mark.parametrize("text", ['{"format": "dai-xa.rundown", "version": 1, "x": NaN}',
                                  '{"format": "dai-xa.rundown", "version": 1, "x": "\\ud800"}',
                                  '{"format": "dai-xa.rundown", "version": 1, "revision": 1e999}'])
def test_a_file_without_canonical_form_is_refused(home: StationHome, text: str) -> None:
    """One such file among the plans must not stop the planner."""
    path = home.rundowns / "2026-11-21.r1.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BroadcasterError):
        read_rundown(path, KEY)
