"""Letters and messages of the office above: believed after a person compared a fingerprint, never aired by itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadcaster.aggregation import receipts
from broadcaster.aggregation.order_format import plain_file_name
from broadcaster.aggregation.orders import NewMessage
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import changed, load_settings, save_settings
from broadcaster.library.model import State
from broadcaster.wiring import App, build_app

LETTER = Path(__file__).parents[2] / "data" / "letters" / "01.txt"


@dataclass
class Both:
    """A station and the office above it, each with a home of its own."""

    station: App
    office: App
    tmp: Path

    def sound(self, name: str = "Nhắc tiêm phòng dại.wav") -> Path:
        path = self.tmp / name
        rng = np.random.default_rng(len(name))
        soundfile.write(path, 0.1 * rng.standard_normal(48_000), 48_000)
        return path

    def letter(self, name: str = "Công văn số 12.txt", more: str = "") -> Path:
        path = self.tmp / name
        path.write_text(LETTER.read_text("utf-8") + more, "utf-8")
        return path

    def trust(self) -> None:
        self.station.upward.trust.confirm_office(self.office.identity.public, "Phó Chủ tịch", "Phòng VH-XH")


@pytest.fixture
def both(home: StationHome, migrated_file: Path, clock: VirtualClock, tmp_path: Path) -> Iterator[Both]:
    above = StationHome(tmp_path / "huyện")
    above.create()
    shutil.copyfile(migrated_file, above.database)
    (tmp_path / "chung").mkdir()
    for place, station, name in ((home, "xa-mau", "Đài xã Mẫu"), (above, "phong", "Phòng Văn hóa - Xã hội")):
        settings = changed(load_settings(place), "station", id=station, name=name)
        settings = changed(settings, "office", inbox=str(tmp_path / "chung"))
        save_settings(place, changed(settings, "upward", to=str(tmp_path / "chung")))
    made = Both(build_app(home, clock), build_app(above, clock), tmp_path)
    yield made
    made.station.close()
    made.office.close()


def test_a_letter_and_a_message_arrive_as_a_register_entry_and_a_draft(both: Both) -> None:
    both.trust()
    path = both.office.orders.make([both.letter()], [NewMessage(both.sound(), "Tiêm phòng dại")], ["xa-mau"])
    row = both.station.downward.take(path, "Cán bộ truyền thanh")
    assert (row.state, [item["kind"] for item in row.made]) == ("taken", ["letter", "message"])
    letter = both.station.directives.get(row.made[0]["id"])
    assert (letter.file_name, letter.received_by) == ("Công văn số 12.txt", "Phòng Văn hóa - Xã hội")
    assert both.station.directives.original(letter.id).read_bytes() == (both.tmp / "Công văn số 12.txt").read_bytes()
    cart = both.station.library.get(row.made[1]["id"])
    assert (cart.title, cart.state, cart.origin, cart.approval_id) == ("Tiêm phòng dại", State.DRAFT, "superior", "")
    assert both.station.downward.original(row.sha256).read_bytes() == path.read_bytes()
    again = both.station.downward.take(path)
    assert again == row
    assert len(both.station.directives.list()) == 1
    answers = list(both.station.home.outbox.glob("*.answer.json"))
    assert [receipts.from_bytes(each.read_bytes()).state for each in answers] == ["received"]


def test_what_is_here_already_is_recognised(both: Both) -> None:
    both.trust()
    first = both.station.downward.take(both.office.orders.make([both.letter()], [NewMessage(both.sound())]))
    second = both.station.downward.take(both.office.orders.make([both.letter()], [NewMessage(both.sound())]))
    assert [item["known"] for item in first.made] == [False, False]
    assert [item["known"] for item in second.made] == [True, True]
    assert [item["id"] for item in first.made] == [item["id"] for item in second.made]


def test_an_unknown_office_waits_for_a_person(both: Both) -> None:
    path = both.office.orders.make([both.letter()])
    row = both.station.downward.take(path)
    assert (row.state, row.code) == ("waiting", "office.unknown")
    assert row.facts["fingerprint"] == both.office.identity.fingerprint
    assert both.station.directives.list() == []
    assert both.station.downward.take_waiting()[0].state == "waiting"
    both.trust()
    assert both.station.downward.take_waiting()[0].state == "taken"
    assert len(both.station.directives.list()) == 1
    assert [each.file_name for each in both.station.downward.received()] == [path.name]


def test_another_key_than_the_confirmed_one_waits_and_is_named(both: Both, tmp_path: Path) -> None:
    (tmp_path / "lạ").mkdir()
    both.station.upward.trust.confirm_office(Identity(StationHome(tmp_path / "lạ")).public, "Phó Chủ tịch")
    row = both.station.downward.take(both.office.orders.make([both.letter()]))
    assert (row.state, row.code) == ("waiting", "office.key_changed")
    assert both.station.directives.list() == []
    assert both.station.downward.refuse(row.sha256, "Phó Chủ tịch").state == "refused"
    assert both.station.downward.take_waiting() == []
    assert [act.action for act in both.station.trail.entries() if act.action == "down.refuse"] == ["down.refuse"]


def test_for_another_station_it_is_set_aside(both: Both) -> None:
    both.trust()
    row = both.station.downward.take(both.office.orders.make([both.letter()], to=["xa-khac"]))
    assert (row.state, row.code) == ("aside", "down.not_for_us")
    assert both.station.directives.list() == []


def test_a_number_used_twice_is_refused(both: Both) -> None:
    both.trust()
    both.station.downward.take(both.office.orders.make([both.letter()]))
    (both.office.home.outbox / "down" / "numbers.json").unlink()
    for path in (both.office.home.outbox / "down").iterdir():
        path.unlink()
    path = both.office.orders.make([both.letter("khác.txt", "Thêm một dòng.")])
    with pytest.raises(Refused) as refused:
        both.station.downward.take(path)
    assert refused.value.code == "down.number_used"
    assert len(both.station.directives.list()) == 1
    assert sorted(row.state for row in both.station.downward.received()) == ["refused", "taken"]


def test_damage_and_forgery_are_refused_and_listed(both: Both, tmp_path: Path) -> None:
    both.trust()
    path = both.office.orders.make([both.letter()], [NewMessage(both.sound())])
    raw = path.read_bytes()
    for place in range(3, len(raw), len(raw) // 15):
        bad = tmp_path / f"hỏng-{place}.dxgoi"
        bad.write_bytes(raw[:place] + bytes([raw[place] ^ 0x20]) + raw[place + 1:])
        with pytest.raises(Refused) as refused:
            both.station.downward.take(bad)
        assert refused.value.code.startswith("package.")
    assert both.station.directives.list() == []
    assert {row.state for row in both.station.downward.received()} == {"refused"}
    assert both.station.downward.take(path).state == "taken"


def test_one_bad_letter_holds_up_no_other(both: Both) -> None:
    both.trust()
    empty = both.tmp / "trống.txt"
    empty.write_text("1234 5678", "utf-8")
    row = both.station.downward.take(both.office.orders.make([empty, both.letter()]))
    assert row.state == "taken"
    assert (row.made[0]["code"], "id" in row.made[1]) == ("letter.empty", True)


def test_the_place_brings_it_down_and_the_answer_up(both: Both) -> None:
    both.trust()
    for to in ([], ["xa-mau"], ["xa-khac"]):
        both.office.orders.post(both.office.orders.make([both.letter(f"{len(to)}.txt", "".join(to))], to=to), to)
    (both.tmp / "chung" / "down" / "rác.dxgoi").write_bytes(b"rubbish")
    place = both.station.upward.place()
    assert [row.state for row in both.station.downward.fetch(place)] == ["taken", "taken"]
    assert both.station.downward.fetch(place) == []
    place.close()
    both.station.upward.send_due()
    answers = sorted((both.tmp / "chung" / "receipts").iterdir())
    assert [each.name for each in answers] == ["phong-1-xa-mau.answer.json", "phong-2-xa-mau.answer.json"]
    assert list(both.station.home.outbox.glob("*.answer.json")) == []
    (both.tmp / "chung" / "receipts" / "phong-9-xa-gia.answer.json").write_bytes(answers[0].read_bytes()[:-30])
    told = [(each.number, each.station, each.state, each.key) for each in both.office.orders.answers()]
    assert told == [(number, "xa-mau", "received", both.station.identity.public) for number in (1, 2)]


def test_what_an_office_cannot_send(both: Both, tmp_path: Path) -> None:
    orders = both.office.orders
    program = tmp_path / "chạy.exe"
    program.write_bytes(b"MZ")
    for wrong, code in ((lambda: orders.make(), "down.nothing"), (lambda: orders.make([program]), "down.letter_kind"),
                        (lambda: orders.make([tmp_path / "không có.docx"]), "down.file"),
                        (lambda: orders.make([], [NewMessage(both.sound(), kind="nhac")]), "down.message_kind")):
        with pytest.raises(Refused) as refused:
            wrong()
        assert refused.value.code == code
    path = orders.make([both.letter()])
    (both.office.home.outbox / "down" / "numbers.json").write_text("{", "utf-8")
    with pytest.raises(Refused) as refused:
        orders.make([both.letter()])
    assert refused.value.code == "down.history_lost"
    assert path.exists()


@pytest.mark.parametrize(("text", "plain"), [
    ("../../etc/passwd.txt", "passwd.docx"), ("Công văn số 12/UBND.docx", "UBND.docx"), ("C:\\a\\b.docx", "b.docx"),
    ("a:b?.docx", "a_b_.docx"), ("", "thư.docx"), (". .docx", "thư.docx"), ("x" * 500 + ".docx", "x" * 100 + ".docx"),
])
def test_names_of_letters_are_made_safe(text: str, plain: str) -> None:
    assert plain_file_name(text, "letters/x.docx") == plain


def test_lists_inside_that_mean_nothing_are_refused() -> None:
    from broadcaster.aggregation.order_format import LetterOrder, read

    for raw in (b"[]", b"{}", b'{"entry": 1, "file": "", "note": ""}', b"\xff", b"[" * 50_000):
        with pytest.raises(Refused) as refused:
            list(read(LetterOrder, [raw], "x"))
        assert refused.value.code == "package.record"
    good = json.dumps({"entry": "letters/a.txt", "file": "a.txt", "note": ""}).encode()
    with pytest.raises(Refused):
        list(read(LetterOrder, [good] * 201, "x"))
