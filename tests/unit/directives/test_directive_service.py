"""The register: in once, found without accents, corrected with a trace, proposing airings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.db.schema import audit
from broadcaster.directives.airing_rules import propose
from broadcaster.directives.parse import parse_letter
from broadcaster.directives.service import DirectiveService

LETTERS = Path(__file__).parents[2] / "data" / "letters"


@pytest.fixture
def database(home: StationHome) -> Iterator[Database]:
    migrate(home)
    opened = open_database(home.database)
    yield opened
    opened.close()


@pytest.fixture
def service(database: Database, home: StationHome, clock: VirtualClock) -> DirectiveService:
    return DirectiveService(database, home, clock)


def sample(name: str) -> str:
    text = (LETTERS / name).read_text(encoding="utf-8")
    return text.split("\n", 1)[1] if text.startswith("# source:") else text


def test_a_letter_is_kept_as_it_came(service: DirectiveService, clock: VirtualClock) -> None:
    done = service.add(LETTERS / "seed-001.txt", by="Cán bộ truyền thanh")
    assert not done.known
    letter = service.get(done.directive.id)
    assert letter == done.directive
    assert letter.received_at == clock.now()
    assert letter.value("number") == "1349/STTTT-BCXBTT"
    assert service.original(letter.id).read_bytes() == (LETTERS / "seed-001.txt").read_bytes()


def test_the_same_letter_is_known_again(service: DirectiveService, tmp_path: Path) -> None:
    first = service.add(LETTERS / "seed-001.txt").directive
    assert service.add(LETTERS / "seed-001.txt").warnings == ("same_file",)
    copy = tmp_path / "bản khác.txt"
    copy.write_text(sample("seed-001.txt").replace("\n", "\r\n") + "\n\n", encoding="utf-8")
    again = service.add(copy)
    assert (again.known, again.directive.id, again.warnings) == (True, first.id, ("same_text",))
    scanned = service.add_text(sample("seed-001.txt").replace("Nhu trên", "Như trên"), "dán vào")
    assert (scanned.known, scanned.directive.id, scanned.warnings) == (True, first.id, ("same_number",))
    assert len(service.list()) == 1


def test_search_needs_no_accents(service: DirectiveService, clock: VirtualClock) -> None:
    for name in ("seed-001.txt", "seed-003.txt", "seed-004.txt"):
        service.add(LETTERS / name)
        clock.advance(1)
    assert service.list()[0].number == "855/BCĐ-TBTTTT"
    assert [row.number for row in service.list("so suc khoe binh thuan")] == ["855/BCĐ-TBTTTT"]
    assert [row.number for row in service.list("nam dinh to gap")] == ["…/KH-TBUĐCNTT&TT"]
    assert service.list("không hề có") == []
    assert service.list("1349")[0].issuer == "Sở Thông tin và Truyền thông thành phố Hà Nội"


def test_find_by_id_part_or_number(service: DirectiveService) -> None:
    letter = service.add(LETTERS / "seed-004.txt").directive
    for ref in (letter.id, letter.id[:20], letter.id[-6:], "855/BCĐ-TBTTTT"):
        assert service.find(ref).id == letter.id
    for ref in ("", "không có", "%", "___", "' OR 1=1"):
        with pytest.raises(Refused) as caught:
            service.find(ref)
        assert caught.value.code == "directive.unknown"


def test_corrections_are_typed_and_leave_a_trace(service: DirectiveService, database: Database) -> None:
    letter = service.add(LETTERS / "seed-000.txt").directive
    changed = service.correct(letter.id, "number", " 1015/STTTT-TTBCXB ", by="Cán bộ truyền thanh")
    assert (changed.value("number"), changed.fields["number"].source) == ("1015/STTTT-TTBCXB", "operator")
    assert service.correct(letter.id, "issued_date", "19/7/2021", by="x").value("issued_date") == "2021-07-19"
    assert service.correct(letter.id, "campaign_start", "2021-08-01", by="x").value("campaign_start") == "2021-08-01"
    assert service.correct(letter.id, "channels", "loa\n\n báo ", by="x").value("channels") == ["loa", "báo"]
    assert service.correct(letter.id, "report_due", "", by="x").value("report_due") is None
    assert service.get(letter.id).value("number") == "1015/STTTT-TTBCXB"
    assert service.find("1015/STTTT-TTBCXB").id == letter.id
    assert service.list("1015")[0].number == "1015/STTTT-TTBCXB"
    with database.read() as connection:
        rows = connection.execute(select(audit.c.detail).where(audit.c.action == "directive.correct")).scalars().all()
    assert rows[0] == {"field": "number", "before": None, "after": "1015/STTTT-TTBCXB"}
    assert len(rows) == 5


@pytest.mark.parametrize(("field", "value", "code"), [
    ("color", "x", "directive.field"), ("issued_date", "31/02/2021", "directive.value"),
    ("campaign_end", "mai", "directive.value"), ("urgency", "gấp", "directive.value"),
    ("content_items", "-1", "directive.value"), ("content_items", "²", "directive.value"),
    ("report_on_request", "có lẽ", "directive.value"), ("subject", "x" * 6000, "directive.value")])
def test_wrong_corrections_change_nothing(service: DirectiveService, field: str, value: str, code: str) -> None:
    letter = service.add(LETTERS / "seed-000.txt").directive
    with pytest.raises(Refused) as caught:
        service.correct(letter.id, field, value, by="x")
    assert caught.value.code == code
    assert service.get(letter.id) == letter


def test_a_lost_original_is_said(service: DirectiveService, home: StationHome) -> None:
    letter = service.add(LETTERS / "seed-000.txt").directive
    home.original(letter.sha256, letter.suffix).unlink()
    with pytest.raises(Refused) as caught:
        service.original(letter.id)
    assert caught.value.code == "directive.original_missing"


def test_odd_names_do_no_harm(service: DirectiveService) -> None:
    name = "thư \"lạ\"\n'; DROP TABLE directive; 📻" + "x" * 5000
    letter = service.add_text("Kính gửi: UBND xã.\n\nĐề nghị phát thanh 02 lần/ngày.", name).directive
    assert "\n" not in letter.file_name
    assert len(letter.file_name) <= 300
    assert len(service.list()) == 1


def test_lone_surrogates_are_stored_as_marks(service: DirectiveService) -> None:
    assert service.add_text("Kính gửi \ud800 UBND xã", "x").directive.text == "Kính gửi ? UBND xã"


def test_word_letter_is_registered(service: DirectiveService) -> None:
    letter = service.add(LETTERS / "seed-004.docx").directive
    assert (letter.suffix, letter.value("urgency")) == (".docx", "hoa_toc")
    proposal = service.airing_proposal(letter.id)
    assert proposal is not None
    assert (proposal.times_per_day, proposal.urgency) == (2, "priority")
    assert proposal.first_day == date(2026, 11, 21)


@pytest.mark.parametrize(("name", "received", "times", "first", "last", "weekdays"), [
    ("01.txt", date(2020, 5, 19), 1, date(2020, 5, 20), date(2020, 5, 30), "1234567"),
    ("01.txt", date(2020, 5, 25), 1, date(2020, 5, 25), date(2020, 5, 30), "1234567"),
    ("01.txt", date(2020, 5, 31), 1, date(2020, 5, 31), date(2020, 6, 9), "1234567"),
    ("03.txt", date(2016, 4, 26), 2, date(2016, 4, 26), date(2016, 5, 5), "1234567"),
    ("10.txt", date(2019, 9, 18), 1, date(2019, 9, 18), date(2019, 9, 27), "7"),
    ("12.txt", date(2019, 12, 31), 1, date(2019, 12, 31), date(2020, 1, 9), "36"),
    ("22.txt", date(2020, 9, 10), 2, date(2020, 9, 20), date(2020, 9, 30), "1234567"),
    ("seed-003.txt", date(2021, 7, 20), 2, date(2021, 7, 20), date(2022, 4, 30), "1234567"),
])
def test_proposals(name: str, received: date, times: int, first: date, last: date, weekdays: str) -> None:
    proposal = propose(parse_letter(sample(name)), received)
    assert proposal is not None
    assert (proposal.times_per_day, proposal.weekdays) == (times, weekdays)
    assert (proposal.first_day, proposal.last_day) == (first, last)
    assert proposal.reasons


@pytest.mark.parametrize("name", ["26.txt", "28.txt"])
def test_letters_without_airing_duty_propose_nothing(name: str) -> None:
    assert propose(parse_letter(sample(name)), date(2026, 1, 1)) is None
