from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from package_station import DAY, PackageStation, contents

from broadcaster.accounts.model import Role
from broadcaster.aggregation.history import read_history
from broadcaster.aggregation.opened import open_package
from broadcaster.asrun.model import AiringQuery, Outcome
from broadcaster.base.clock import format_time
from broadcaster.base.errors import Refused
from broadcaster.base.ids import new_id
from broadcaster.base.lock import ProcessLock
from broadcaster.db import trail
from broadcaster.db.schema import airing, audit, correction, delivery
from broadcaster.library.model import Cart, CartKind
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.verifier import GENESIS

NEXT = DAY + timedelta(days=1)


def journal_bytes(station: PackageStation) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(station.home.asrun.glob("*.jsonl")))


def rows(station: PackageStation) -> list[dict[str, object]]:
    with station.app.database.read() as c:
        return [dict(row._mapping) for row in c.execute(delivery.select().order_by(delivery.c.number))]


def corrected(station: PackageStation, day: date) -> None:
    wrong = station.app.asrun.airings(AiringQuery(day.isoformat(), day.isoformat()))[0]
    with station.app.database.write("correction") as c:
        c.execute(correction.insert().values(
            id=new_id(), airing_id=wrong.id, day=wrong.day, outcome=str(Outcome.MISSED), reason="device_lost",
            note="Cụm loa hỏng", by="Cán bộ truyền thanh", at=format_time(station.clock.now())))


def test_a_package_holds_the_whole_journal_and_every_row(aired: PackageStation) -> None:
    path = aired.app.packages.make(by="Cán bộ truyền thanh")
    with aired.app.packages.open(path) as opened:
        assert b"".join(raw for _, raw in opened.journal()) == journal_bytes(aired)
        assert opened.manifest.days == (DAY.isoformat(), NEXT.isoformat())
        assert (opened.manifest.number, opened.manifest.previous, opened.manifest.prev_head) == (1, GENESIS, GENESIS)
        assert list(opened.airings()) == aired.app.asrun.airings(AiringQuery(DAY.isoformat(), NEXT.isoformat()))
        assert opened.resting == ()
        assert opened.manifest.sender.id == "xa-mau"
        [row] = rows(aired)
        assert row["sha256"] == opened.sha256
        assert row["state"] == "queued"
        assert row["package"] == path.name
        assert (row["first_day"], row["last_day"]) == (DAY.isoformat(), NEXT.isoformat())


def test_the_next_goes_on_where_it_ended(aired: PackageStation) -> None:
    first = aired.app.packages.make()
    aired.air(DAY + timedelta(days=2))
    second = aired.app.packages.make()
    one, two = (contents(path, aired.clock.now())[0] for path in (first, second))
    assert (two.number, two.prev_head, two.first_seq) == (2, one.head, one.last_seq + 1)
    assert two.days == ((DAY + timedelta(days=2)).isoformat(),)
    with open_package(first, aired.clock.now()) as opened:
        assert two.previous == opened.sha256


def test_nothing_new_makes_no_package(aired: PackageStation) -> None:
    aired.app.packages.make()
    with pytest.raises(Refused, match="nothing happened") as refused:
        aired.app.packages.make()
    assert refused.value.code == "package.nothing"
    assert len(rows(aired)) == 1


def test_today_waits_until_it_is_over(aired: PackageStation) -> None:
    path = aired.app.packages.make(last=DAY)
    manifest, inside = contents(path, aired.clock.now())
    assert manifest.days == (DAY.isoformat(),)
    assert [name for name in inside if name.startswith("journal/")] == [f"journal/{DAY}.jsonl"]


def test_a_corrected_day_is_stated_again_with_its_correction(aired: PackageStation) -> None:
    aired.app.packages.make()
    corrected(aired, DAY)
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert opened.manifest.days == (DAY.isoformat(),)
        assert opened.manifest.last_seq == 0
        [told] = opened.corrections()
        assert told.outcome is Outcome.MISSED
        assert told.note == "Cụm loa hỏng"
        [first, *_] = opened.airings()
        assert first.id == told.airing_id
        assert first.outcome is Outcome.AIRED
        assert {item.airing_id for item in opened.resting} >= {first.id}


def test_the_same_contents_are_the_same_bytes(aired: PackageStation) -> None:
    one = aired.app.packages.make().read_bytes()
    for path in (*aired.home.outbox.iterdir(), aired.home.database):
        path.unlink()
    aired.again()
    assert aired.app.packages.make().read_bytes() == one


def test_a_lost_database_gives_no_number_twice(aired: PackageStation) -> None:
    first = aired.app.packages.make()
    aired.app.close()
    for path in aired.home.root.glob("station.db*"):
        path.unlink()
    aired.again()
    aired.air(DAY + timedelta(days=2))
    second = aired.app.packages.make()
    assert contents(second, aired.clock.now())[0].number == 2
    assert [(row["number"], row["package"]) for row in rows(aired)] == [(1, first.name), (2, second.name)]


def test_a_lost_history_goes_on_from_the_last_package(aired: PackageStation) -> None:
    aired.app.packages.make()
    (aired.home.outbox / "packages.jsonl").unlink()
    aired.air(DAY + timedelta(days=2))
    manifest, _ = contents(aired.app.packages.make(), aired.clock.now())
    assert manifest.number == 2
    assert manifest.prev_head != GENESIS


def test_without_any_memory_it_refuses_and_can_state_all(aired: PackageStation) -> None:
    first = aired.app.packages.make()
    with open_package(first, aired.clock.now()) as opened:
        name = opened.sha256
    for path in (first, aired.home.outbox / "packages.jsonl"):
        path.unlink()
    with pytest.raises(Refused) as refused:
        aired.app.packages.make()
    assert refused.value.code == "package.history_lost"
    assert refused.value.facts == {"number": 1}
    manifest, _ = contents(aired.app.packages.make(full=True), aired.clock.now())
    assert (manifest.number, manifest.previous, manifest.first_seq) == (2, name, 1)


def test_the_office_says_where_a_forgetful_station_was(aired: PackageStation) -> None:
    manifest, _ = contents(aired.app.packages.make(full=True, after=(57, "ab" * 32)), aired.clock.now())
    assert (manifest.number, manifest.previous, manifest.prev_head) == (58, "ab" * 32, GENESIS)
    with pytest.raises(Refused) as refused:
        aired.app.packages.make(full=True, after=(12, "cd" * 32))
    assert refused.value.code == "package.number_given"


def test_a_journal_from_an_old_backup_is_not_continued(aired: PackageStation) -> None:
    aired.app.packages.make()
    aired.pen.close()
    newest = max(aired.home.asrun.glob("*.jsonl"))
    newest.write_bytes(b"".join(newest.read_bytes().splitlines(keepends=True)[:5]))
    with pytest.raises(Refused) as refused:
        aired.app.packages.make()
    assert refused.value.code == "package.journal_gap"


def test_lines_in_a_file_of_the_future_go_up_on_their_day(aired: PackageStation) -> None:
    aired.clock.step_wall(60 * 86_400)
    aired.pen.write(Kind.CLOCK, valid=False, problem="far_ahead")
    aired.clock.step_wall(-60 * 86_400)
    aired.air(DAY + timedelta(days=2))
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert opened.manifest.days[-1] == str(DAY + timedelta(days=2))
        assert opened.names("journal/")[-1] == f"journal/{DAY + timedelta(days=62)}.jsonl"
        assert b"".join(raw for _, raw in opened.journal()) == journal_bytes(aired)


def test_a_package_that_is_being_made_is_waited_for(aired: PackageStation) -> None:
    lock = ProcessLock(aired.home, "package")
    with pytest.raises(Refused) as refused:
        aired.app.packages.make()
    assert refused.value.code == "package.busy"
    lock.release()
    assert aired.app.packages.make()


def test_a_spoilt_line_is_said_and_does_not_silence_the_station(aired: PackageStation) -> None:
    aired.app.asrun.file()
    path = aired.home.asrun / f"{DAY}.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace("Bản tin".encode(), "Bản tím".encode())
    path.write_bytes(b"".join(lines))
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert opened.manifest.faults == (f"{DAY}.jsonl:2 altered",)
        assert [item.first_seq for item in opened.resting] == [2]


def test_rows_somebody_wrote_into_the_database_are_made_anew(aired: PackageStation) -> None:
    aired.app.asrun.file()
    with aired.app.database.write("airing") as c:
        c.execute(airing.update().where(airing.c.outcome == "missed").values(outcome="aired", reason=""))
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert [str(row.outcome) for row in opened.airings()] == ["aired", "aired", "aired", "missed"] * 2


def test_a_day_that_cannot_be_made_right_stays_behind(aired: PackageStation) -> None:
    aired.app.asrun.file()
    with aired.app.database.write("airing") as c:
        c.execute(airing.update().where(airing.c.day == str(DAY)).values(cut_sha256="ab" * 32))
    aired.app.asrun.reconcile = lambda day: []  # type: ignore[method-assign]  # as if that were no help
    with aired.app.packages.open(aired.app.packages.make()) as opened:
        assert opened.manifest.days == (str(NEXT),)
    with aired.app.database.read() as c:
        assert next(trail.line_of(row) for row in c.execute(audit.select().where(
            audit.c.action == "package.make")))["detail"]["days_left_out"] == [str(DAY)]


def test_nothing_secret_goes_up(aired: PackageStation) -> None:
    aired.home.secrets.write_text('{"password": "rất bí mật"}', encoding="utf-8")
    _, inside = contents(aired.app.packages.make(), aired.clock.now())
    everything = b"".join(inside.values())
    for secret in (aired.app.key.hex().encode(), aired.home.signing_key.read_bytes().strip(), "bí mật".encode()):
        assert secret not in everything
    assert "person" not in json.loads(inside["station.json"])


def approved(station: PackageStation, folder: Path, letter: str) -> Cart:
    app = station.app
    app.accounts.add("Cán bộ truyền thanh", "Cán bộ phụ trách", Role.OPERATOR, "1111")
    app.accounts.add("Phó Chủ tịch", "Phó Chủ tịch UBND xã", Role.APPROVER, "2222")
    soundfile.write(folder / "a.wav", 0.2 * np.random.default_rng(1).standard_normal(32_000).clip(-2, 2), 16_000)
    cart = app.library.add(folder / "a.wav", title="Rửa tay", kind=CartKind.MESSAGE, directive_id=letter,
                           by="Cán bộ truyền thanh").cart
    app.approvals.submit(f"cart:{cart.id}", "Cán bộ truyền thanh")
    app.approvals.approve(f"cart:{cart.id}", app.accounts.by_name("Phó Chủ tịch"))
    return app.library.get(cart.id)


def test_what_was_asked_goes_up_with_what_aired(aired: PackageStation, tmp_path: Path) -> None:
    letter = aired.app.directives.add_text("SỞ Y TẾ TỈNH MẪU\nSố: 12/SYT-NVY\nV/v rửa tay\n\n1. Tuyên truyền.", "a.txt")
    cart = approved(aired, tmp_path, letter.directive.id)
    today = aired.clock.now().date()
    campaign = aired.app.schedule.add_campaign(cart.id, 2, today, today + timedelta(days=4), by="Cán bộ truyền thanh")
    aired.air(today)
    aired.air(today + timedelta(days=1))
    with aired.app.packages.open(aired.app.packages.make(audio=True)) as opened:
        [said] = opened.letters()
        assert (said.number, said.id) == ("12/SYT-NVY", letter.directive.id)
        [asked] = said.campaigns
        assert (asked.id, asked.times, asked.per, asked.required) == (campaign.id, 2, "day", 10)
        assert asked.asked == {today.isoformat(): 2, (today + timedelta(days=1)).isoformat(): 2}
        assert opened.station().campaigns == ()
        assert "1111" not in str(list(opened.airings()))


def test_sound_goes_up_once_if_wanted_and_whole(aired: PackageStation) -> None:
    first, second, *_ = aired.app.asrun.airings(AiringQuery(str(DAY), str(DAY)))
    for row, sound in ((first, first.id.encode()), (second, b"another sound")):
        path = aired.home.audio(row.cut_sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sound)
    with aired.app.packages.open(aired.app.packages.make(last=DAY, audio=True)) as opened:
        assert opened.names("audio/") == [f"audio/{first.cut_sha256}.flac"]
        assert opened.read(opened.names("audio/")[0]) == first.id.encode()
    with aired.app.packages.open(aired.app.packages.make(first=DAY, audio=True)) as opened:
        assert opened.names("audio/") == []


def test_a_report_goes_with_it(aired: PackageStation, tmp_path: Path) -> None:
    report = tmp_path / "Báo cáo tháng 11.docx"
    report.write_bytes(b"PK report")
    with aired.app.packages.open(aired.app.packages.make(reports=[report])) as opened:
        assert opened.names("reports/") == ["reports/bao-cao-thang-11.docx"]
        assert opened.read("reports/bao-cao-thang-11.docx") == b"PK report"
    (tmp_path / "chay.exe").write_bytes(b"MZ")
    with pytest.raises(Refused) as refused:
        aired.app.packages.make(reports=[tmp_path / "chay.exe"])
    assert refused.value.code == "package.report"
    assert len(read_history(aired.home.outbox).made) == 1


def test_a_power_cut_before_the_row_loses_no_package(aired: PackageStation) -> None:
    first = aired.app.packages.make()
    (aired.home.outbox / "packages.jsonl").unlink()
    with aired.app.database.write("delivery") as c:
        c.execute(delivery.delete())
    aired.air(DAY + timedelta(days=2))
    second = aired.app.packages.make()
    assert [(row["number"], row["package"]) for row in rows(aired)] == [(1, first.name), (2, second.name)]


def test_a_history_that_cannot_be_read_is_told(aired: PackageStation) -> None:
    aired.home.outbox.joinpath("packages.jsonl").mkdir()
    with pytest.raises(Refused) as refused:
        aired.app.packages.make()
    assert refused.value.code.startswith("disk.")
    assert rows(aired) == []
