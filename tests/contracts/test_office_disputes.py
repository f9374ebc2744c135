"""What does not fit: forged, replayed, foreign keys, one id twice, a station restored from an old backup, a crash."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from office_above import BY, Office, said
from office_sender import Station

from broadcaster.aggregation import receipts
from broadcaster.base.errors import Refused
from broadcaster.base.settings import changed

D1, D2, D3, D4, D5 = "2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path / "đài")


@pytest.fixture
def known(office: Office, station: Station) -> Station:
    """A trusted station with two packages merged."""
    office.take(station.package(D1), station.package(D2))
    office.trust("xa-mau")
    return station


def states(office: Office, station_id: str = "xa-mau") -> list[str]:
    """State and number, the oldest first."""
    return [f"{line.state} {line.number}" for line in office.service.packages(station_id)[::-1]]


@pytest.mark.parametrize("spoil", [
    pytest.param(lambda raw: raw[:-30], id="cut off"),
    pytest.param(lambda raw: raw[:500] + bytes([raw[500] ^ 1]) + raw[501:], id="a bit"),
    pytest.param(lambda raw: raw + b"more", id="longer"),
    pytest.param(lambda raw: b"", id="empty"),
    pytest.param(lambda raw: b"PK\x03\x04" + raw[100:], id="no zip")])
def test_a_spoilt_package_is_refused_and_kept_for_a_look(
        office: Office, known: Station, spoil: Callable[[bytes], bytes]) -> None:
    before, good = office.content(), known.package(D3)
    bad = good.with_name("hỏng.dxgoi")
    bad.write_bytes(spoil(good.read_bytes()))
    (result,) = office.service.take([bad])
    assert (str(result.state), result.name, result.code.split(".")[0]) == ("refused", "hỏng.dxgoi", "package")
    assert "hỏng.dxgoi" in result.text
    assert office.content() == before
    assert office.take(bad, good)[1] == "received"
    (line,) = office.service.packages(states=[result.state])
    assert (line.code, (office.home.root / "office" / line.file).exists()) == (result.code, True)


def test_what_is_no_file_and_what_is_from_tomorrow(office: Office, known: Station, tmp_path: Path) -> None:
    future = known.package("2026-11-24")
    assert office.take(tmp_path / "nowhere.dxgoi", future) == ["refused package.unreadable", "refused package.date"]
    assert office.service.station("xa-mau").number == 2


def test_another_key_under_a_known_id_waits_and_says_so(office: Office, known: Station, tmp_path: Path) -> None:
    second = Station(tmp_path / "đài khác", "xa-mau")
    before = office.content()
    assert office.take(second.package(D1)) == ["waiting merge.key_changed"]
    (key,) = office.service.waiting()
    assert (str(key.state), key.known_as) == ("changed", "xa-mau Đài xa-mau")
    assert office.content() == before
    assert office.trust("xa-mau", as_id="xa-mau-2") == ["received"]
    assert [(each.id, each.number) for each in office.service.stations()] == [("xa-mau", 2), ("xa-mau-2", 1)]
    assert office.take(known.package(D3), second.package(D2)) == ["received", "received"]


def test_two_strangers_of_one_id(office: Office, tmp_path: Path) -> None:
    one, two = Station(tmp_path / "một"), Station(tmp_path / "hai")
    office.take(one.package(D1), two.package(D1))
    with pytest.raises(Refused) as refusal:
        office.service.trust("xa-mau", one.identity.fingerprint, BY)
    assert refusal.value.code == "office.key_ambiguous"
    assert one.identity.fingerprint in refusal.value.facts["fingerprints"]
    office.service.trust(one.identity.fingerprint, one.identity.fingerprint, BY)
    (left,) = office.service.waiting()
    assert (str(left.state), left.fingerprint) == ("changed", two.identity.fingerprint)
    with pytest.raises(Refused) as refusal:
        office.service.trust(two.identity.fingerprint, two.identity.fingerprint, BY, "xa-mau")
    assert refusal.value.code == "office.id_taken"


def test_a_station_installed_anew_goes_on_under_its_new_key(office: Office, known: Station, tmp_path: Path) -> None:
    anew = Station(tmp_path / "đài mới", "xa-mau")
    assert office.take(anew.package(D3)) == ["waiting merge.key_changed"]
    with pytest.raises(Refused) as refusal:
        office.trust("xa-mau")
    assert refusal.value.code == "office.key_choice"
    assert office.trust("xa-mau", replaces=True) == ["received"]
    (station,) = office.service.stations()
    assert (station.number, station.branch, station.key) == (1, 1, anew.identity.public)
    assert office.take(known.package(D4)) == ["refused merge.key_replaced"]
    assert {row[1] for row in office.content()["airing"]} == {D1, D2, D3}


def test_a_refused_key_stays_refused_and_fills_no_disk(office: Office, station: Station) -> None:
    first = station.package(D1)
    office.take(first)
    assert office.service.refuse("xa-mau", BY) == 1
    assert office.take(station.package(D2), first) == ["refused merge.key_refused", "refused merge.key_refused known"]
    assert list((office.home.root / "office" / "packages").rglob("*.dxgoi")) == []
    assert (office.service.waiting(), office.service.stations()) == ([], [])


def test_the_number_of_strangers_waiting_is_bounded(
        office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadcaster.aggregation.office.merge.MOST_WAITING_EACH", 2)
    monkeypatch.setattr("broadcaster.aggregation.office.merge.MOST_WAITING_KEYS", 3)
    one = Station(tmp_path / "một")
    assert office.take(*(one.package(day) for day in (D1, D2, D3))) == [
        "waiting merge.key_waiting"] * 2 + ["refused merge.too_many_waiting"]
    others = [Station(tmp_path / f"lạ {number}", f"la-{number}").package(D1) for number in range(4)]
    assert office.take(*others).count("refused merge.too_many_waiting") >= 1


def restored(station: Station, office: Office) -> tuple[Path, Path]:
    """Packages 3 and 4 as they were, merged; then the station goes on from what it was before 3: its own 3 and 4."""
    stand, journal = station.backup()
    office.take(station.package(D3), station.package(D4))
    station.restore(stand, journal)
    return station.package(D3, D4, title="Sau khôi phục", note="restored"), station.package(D5, title="Sau khôi phục")


def test_a_station_restored_from_an_old_backup_is_a_fork(office: Office, known: Station) -> None:
    third, fourth = restored(known, office)
    before = office.content()
    (result,) = office.service.take([third])
    assert said(result) == "fork merge.fork_number"
    assert "restored from an older backup" in result.text
    assert result.facts["restored"] == "2026-11-16T23:00:00.000+07:00", "the station's own log says so"
    assert office.take(fourth) == ["fork merge.fork_open"]
    assert office.content() == before, "nothing was merged"
    ((station, lines),) = office.service.forks()
    assert (station.id, [line.number for line in lines]) == ("xa-mau", [3, 4])


def test_the_new_course_can_be_chosen(office: Office, known: Station) -> None:
    office.take(*restored(known, office))
    results = office.service.take_theirs("xa-mau", BY, 3)
    assert [said(each) for each in results] == ["received", "received"]
    assert states(office) == ["received 1", "received 2", "set_aside 3", "set_aside 4", "received 3", "received 4"]
    assert {row[1]: row[5] for row in office.content()["airing"]} == {
        D1: "Bản tin", D2: "Bản tin", D3: "Sau khôi phục", D4: "Sau khôi phục", D5: "Sau khôi phục"}
    assert office.take(known.package(D5, title="Và nữa")) == ["received"]
    proof = office.service.proof("xa-mau", D4, f"{D4}/0")
    assert ([line["kind"] for _, line in proof.lines], proof.is_set_aside) == (["START", "END", "VERDICT"], False)
    (decision,) = [each for each in office.service.decisions() if each["act"] == "resolve"]
    assert decision["detail"]["set_aside"] == [3, 4]  # type: ignore[index]


def test_the_old_course_can_be_kept(office: Office, known: Station) -> None:
    stand, journal = known.backup()
    ours = known.package(D3)
    later = known.package(D4)
    known.restore(stand, journal)
    other = known.package(D5, note="restored")
    assert office.take(ours, other, later) == ["received", "fork merge.fork_number", "fork merge.fork_open"]
    results = office.service.keep_ours("xa-mau", BY)
    assert sorted(said(each) for each in results) == ["received", "refused merge.fork_refused"]
    assert office.service.station("xa-mau").state == "active"
    assert office.service.station("xa-mau").head == office.service.station("xa-mau").head
    assert {row[1] for row in office.content()["airing"]} == {D1, D2, D3, D4}
    assert office.take(other) == ["refused merge.fork_refused known"]
    with pytest.raises(Refused) as refusal:
        office.service.keep_ours("xa-mau", BY)
    assert refusal.value.code == "office.no_fork"


def test_a_package_that_names_another_one_before_it_or_another_journal(office: Office, known: Station) -> None:
    stand, journal = known.backup()
    assert office.take(known.package(D3, previous="1" * 64)) == ["fork merge.fork_previous"]
    office.service.keep_ours("xa-mau", BY)
    known.restore(stand, journal)
    elsewhere = Station(known.home.root.parent / "chỗ khác", "chỗ-khác")
    elsewhere.package(D1, note="another journal")
    known.restore(type(stand)(stand.number, stand.previous, stand.seq, elsewhere.stand.head), journal)
    assert office.take(known.package(D3)) == ["fork merge.fork_journal"]


def test_a_package_nobody_finds_any_more_can_be_given_up(office: Office, known: Station) -> None:
    known.package(D3)
    assert office.take(known.package(D4), known.package(D5)) == ["early merge.missing"] * 2
    assert [said(each) for each in office.service.take_theirs("xa-mau", BY, 4)] == ["received", "received"]
    assert {row[1] for row in office.content()["airing"]} == {D1, D2, D4, D5}
    with pytest.raises(Refused) as refusal:
        office.service.take_theirs("xa-mau", BY)
    assert refusal.value.code == "office.no_such_package"


def test_the_whole_journal_again_fills_every_gap(office: Office, known: Station) -> None:
    lost = known.package(D3)
    early = known.package(D4)
    assert office.take(early) == ["early merge.missing"]
    assert office.take(known.package(D5, whole=True)) == ["received"]
    assert office.service.station("xa-mau").number == 5
    assert office.take(lost) == ["set_aside merge.covered"]
    assert [line.state for line in office.service.packages("xa-mau")].count("early") == 0
    assert office.take(known.package(D5, title="Và nữa")) == ["received"]


def test_the_whole_journal_of_another_course_is_a_fork(office: Office, known: Station) -> None:
    known.restore(type(known.stand)(), {})
    known.package(D1, note="restored")
    known.package(D2, note="restored")
    assert office.take(known.package(D3, whole=True)) == ["fork merge.fork_journal"]


def test_receipts_say_what_became_of_a_package(office: Office, station: Station, tmp_path: Path) -> None:
    stranger = Station(tmp_path / "lạ", "xa-mau")
    first, second, third = station.package(D1), station.package(D2), station.package(D3)

    def told(number: int) -> tuple[str, str]:
        path = office.home.inbox / "receipts" / receipts.file_name("xa-mau", number)
        receipt = receipts.from_bytes(path.read_bytes())
        return receipt.state, receipt.code

    def put(*paths: Path) -> None:
        for path in paths:
            (office.home.inbox / path.name).write_bytes(path.read_bytes())
        office.service.take_inbox()

    put(first, third)
    assert list(office.home.inbox.glob("*.dxgoi")) == []
    assert told(1) == ("waiting", "merge.key_waiting")
    office.trust("xa-mau")
    put(stranger.package(D1))
    assert (told(1), told(3)) == (("received", ""), ("waiting", "merge.missing"))
    put(second)
    assert (told(2), told(3)) == (("received", ""), ("received", ""))


_NIGHT = """
import sys
from pathlib import Path
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app
from broadcaster.aggregation.office import intake
intake._BATCH = 2
app = build_app(StationHome(Path(sys.argv[1])), VirtualClock(parse_time("2026-11-21T04:50:00+07:00")))
print("go", flush=True)
app.office.take_inbox(lambda result: print(result.name, flush=True))
"""


def test_a_kill_in_the_middle_of_a_night_leaves_whole_packages(
        new_office: Callable[[], Office], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stations = [Station(tmp_path / f"đài {number}", f"xa-{number}") for number in range(4)]
    undisturbed, killed = new_office(), new_office()
    firsts = [each.package(D1) for each in stations]
    for office in (undisturbed, killed):
        office.take(*firsts)
        for each in stations:
            office.trust(each.sender.id)
    packages = [each.package(day) for day in (D2, D3, D4, D5) for each in stations]
    undisturbed.take(*packages)
    for path in packages:
        (killed.home.inbox / path.name).write_bytes(path.read_bytes())
    killed.service.close()
    for heard in (0, 3):
        command = [sys.executable, "-c", _NIGHT, str(killed.home.root)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "go\n"
            said_before = [child.stdout.readline().strip() for _ in range(heard)]
            child.kill()
            said_before += child.stdout.read().split()
        killed.again()
        for name in said_before:
            assert any(line.state == "received" for line in killed.service.packages() if f"{line.sender_id}-" in name)
        killed.service.close()
    killed.again()
    killed.service.take_inbox()
    assert killed.content() == undisturbed.content()
    assert list(killed.home.inbox.glob("*.dxgoi")) == []


def test_an_office_is_one_only_where_it_says_so(office: Office) -> None:
    office.settings = changed(office.settings, "office", role="station")
    office.again()
    with pytest.raises(Refused) as refusal:
        office.service.stations()
    assert refusal.value.code == "office.none"
