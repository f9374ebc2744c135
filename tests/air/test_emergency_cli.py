"""`break-in`, `live`, `relay` and `emergency` as typed: to a real socket, without one, and with a ruined database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from air_pulse import AirProcess, wait_for
from air_station import Station

from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.cli.main import main
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.emergency_orders import orders_folder, read_order
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.link import LinkServer, address_file
from broadcaster.protocol.rundown import Urgency

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(station: Station, capsys: pytest.CaptureFixture[str]) -> Run:
    def once(*words: str) -> tuple[int, str, str]:
        code = main(["--home", str(station.home.root), *words])
        out, err = capsys.readouterr()
        return code, out, err

    return once


class Player:
    """The socket of an `air` that answers as told."""

    def __init__(self, station: Station) -> None:
        self.heard: list[dict[str, Any]] = []
        self.refusal: Refused | None = None
        self.server = LinkServer(station.home, "air", self._handle)

    def _handle(self, message: dict[str, Any]) -> dict[str, Any]:
        self.heard.append({name: value for name, value in message.items() if name != "token"})
        if self.refusal is not None:
            raise self.refusal
        return {"insert": "i1", "ends_at": "2026-11-21T05:10:00.000+07:00"}


@pytest.fixture
def player(station: Station) -> Iterator[Player]:
    made = Player(station)
    yield made
    made.server.close()


@pytest.fixture
def message(station: Station) -> EmergencyMessage:
    """On the shelf, in a home that has no database at all; it is daytime."""
    loud(station, quiet=False)
    cut = station.cut(1.0)
    made = EmergencyMessage("bao-so-3", "Bão số 3", cut, station.approve(cut), key=1, repeats=2)
    write_message(station.home, made, station.key)
    return made


def loud(station: Station, *, quiet: bool) -> None:
    """Quiet hours around now, or half a day away."""
    now = SystemClock().now()
    start = now - timedelta(hours=1) if quiet else now + timedelta(hours=11)
    text = f'[hours]\nquiet_from = "{start:%H:%M}"\nquiet_to = "{start + timedelta(hours=2):%H:%M}"\n'
    station.home.settings.write_text(text, encoding="utf-8")


def orders(station: Station) -> list[Path]:
    return sorted(orders_folder(station.home).glob("*"))


def test_what_is_typed_reaches_the_player(player: Player, message: EmergencyMessage, run: Run) -> None:
    said = run("break-in", "bao-so-3", "--every", "30", "--for", "360", "--then", "drop", "--zone", "Thôn 1",
               "--zone", "Thôn 2", "--confirm", "--by", "Cán bộ")
    assert said == (0, "on the air: Bão số 3\n", "say why: broadcaster control why i1 --reason …\n")
    assert player.heard.pop() == {
        "command": "break_in", "message": "bao-so-3", "every_minutes": 30, "for_minutes": 360, "then": "drop",
        "zones": ["Thôn 1", "Thôn 2"], "confirmed": True, "by": "Cán bộ"}
    assert json.loads(run("break-in", "bao-so-3", "--json")[1])["insert"] == "i1"
    assert player.heard.pop() == {"command": "break_in", "message": "bao-so-3", "then": "resume", "zones": [],
                                  "confirmed": False, "by": ""}
    assert run("break-in", "bao-so-3", "--confirm", "--reason", "Nước dâng") == (0, "on the air: Bão số 3\n", "")
    assert player.heard.pop()["why"] == "Nước dâng"
    assert run("control", "why", "i1", "--reason", "Nước dâng", "--by", "Cán bộ")[0] == 0
    assert player.heard.pop() == {"command": "say_why", "about": "i1", "why": "Nước dâng", "by": "Cán bộ"}
    assert run("break-in", "--end", "--by", "Cán bộ") == (0, "ended\n", "")
    assert player.heard.pop() == {"command": "end_break_in", "by": "Cán bộ"}


def test_the_microphone_and_the_relay(player: Player, run: Run, tmp_path: Path) -> None:
    run("live", "on", "--minutes", "10", "--device", "Mic", "--talk-over", "--no-chime", "--by", "Cán bộ")
    assert player.heard.pop() == {"command": "live_on", "minutes": 10.0, "device": "Mic", "chime": False,
                                  "talk_over": True, "zones": [], "confirmed": False, "by": "Cán bộ"}
    assert run("live", "off")[1] == "the microphone is closed\n"
    (tmp_path / "a.mp3").write_bytes(b"x")
    for words, kind, address in ((("https://x.vn/a",), "stream", "https://x.vn/a"), (("--line", "Line In"), "line",
                                 "Line In"), (("--file", str(tmp_path / "a.mp3")), "file", str(tmp_path / "a.mp3"))):
        assert run("relay", "on", *words, "--minutes", "30")[0] == 0
        asked = player.heard.pop()
        assert (asked["command"], asked["kind"], asked["address"], asked["minutes"]) == ("relay_on", kind, address, 30)
    assert run("relay", "off")[0] == 0
    assert [one["command"] for one in player.heard] == ["live_off", "relay_off"]


@pytest.mark.parametrize("words", [
    ("live", "on"), ("live",), ("relay", "on"), ("relay", "on", "--minutes", "3"), ("break-in", "x", "--then", "stop"),
    ("break-in", "x", "--every", "half"), ("emergency",), ("emergency", "put")])
def test_half_an_order_is_a_usage_error(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words)[0] == 2


def test_what_the_player_refuses_is_said_and_not_put_into_a_file(player: Player, message: EmergencyMessage, run: Run,
                                                                 station: Station) -> None:
    player.refusal = Refused("air.needs_confirmation", "it is quiet hours: only a confirmed emergency may sound")
    assert run("break-in", "bao-so-3") == (1, "", f"broadcaster: {player.refusal.text}\n")
    assert orders(station) == []


def test_without_a_socket_and_a_database_the_order_lies_in_a_file(message: EmergencyMessage, run: Run,
                                                                  station: Station) -> None:
    station.home.database.write_bytes(b"ruined")
    address_file(station.home, "air").write_text('{"port": 9, "token": "x", "protocol": 1}')
    code, out, err = run("break-in", "bao-so-3", "--repeats", "3", "--zone", "Thôn 1", "--by", "Cán bộ")
    (path,) = orders(station)
    assert (code, err) == (0, "")
    assert str(path) in out
    order = read_order(path)
    assert order.words() == {"message": "bao-so-3", "by": "Cán bộ", "confirmed": False, "then": "resume",
                             "zones": ["Thôn 1"], "repeats": 3}
    assert order.ordered_at is not None
    (one,) = json.loads(run("emergency", "list", "--json")[1])["messages"]
    assert (one["slug"], one["key"], one["problems"]) == ("bao-so-3", 1, [])
    assert "key 1" in run("emergency", "list")[1]
    assert run("break-in", "--end") == (1, "", "broadcaster: air is not running\n")
    assert run("live", "on", "--minutes", "3")[0] == run("relay", "off")[0] == 1


def test_no_file_for_what_would_be_refused(message: EmergencyMessage, run: Run, station: Station) -> None:
    cut = station.cut(1.0, seed=2)
    old = station.approve(cut, valid_until="2020-01-01")
    for slug, changes in (("cu", {"approval": old, "cut": cut}), ("uu-tien", {"urgency": Urgency.PRIORITY})):
        write_message(station.home, replace(message, slug=slug, **changes), station.key)
    altered = station.home.emergency / "sua.json"
    altered.write_bytes((station.home.emergency / "cu.json").read_bytes().replace(b'"cu"', b'"sua"'))
    assert "there is: bao-so-3, cu, sua, uu-tien" in run("break-in", "bao")[2]
    for words, part in ((("cu",), "expired"), (("sua",), "altered"), (("../bao-so-3",), "no message"), ((), "which"),
                        (("bao-so-3", "--every", "30", "--for", "5"), "needs a time")):
        code, _, err = run("break-in", *words)
        assert (code, part in err, err.count("\n")) == (1, True, 1), err
    loud(station, quiet=True)
    assert "only an emergency" in run("break-in", "uu-tien", "--confirm")[2]
    assert "--confirm" in run("break-in", "bao-so-3")[2]
    assert orders(station) == []
    assert run("break-in", "bao-so-3", "--confirm")[0] == 0
    assert len(orders(station)) == 1


@pytest.mark.parametrize(("words", "part"), [
    (("abc",), "no stream"), (("--file", "/nowhere/x.mp3"), "no file x.mp3")])
def test_a_relay_of_nothing(run: Run, words: tuple[str, ...], part: str) -> None:
    code, _, err = run("relay", "on", *words, "--minutes", "3")
    assert (code, part in err) == (1, True)


def test_a_real_player_obeys_command_and_file(station: Station, message: EmergencyMessage, run: Run,
                                              play: Callable[..., AirProcess], tmp_path: Path) -> None:
    play(None, "--sink", f"wav:{tmp_path / 'out.wav'}")
    assert wait_for(address_file(station.home, "air").exists, 20), (station.home.logs / "stderr").read_text()
    assert run("break-in", "bao-so-3", "--by", "Cán bộ", "--repeats", "1")[:2] == (0, "on the air: Bão số 3\n")
    assert wait_for(lambda: len(station.journal(Kind.END)) == 1, 15)
    address_file(station.home, "air").unlink()
    assert run("break-in", "bao-so-3", "--by", "Phó Chủ tịch", "--repeats", "1")[0] == 0
    assert wait_for(lambda: len(station.journal(Kind.END)) == 2, 15)
    assert [(line.data["kind"], line.data["title"], line.data["cut"]) for line in station.journal(Kind.START)] \
        == [("khan_cap", "Bão số 3", message.cut.sha256)] * 2
    ordered = [line.data for line in station.journal(Kind.BREAK_IN) if line.data["state"] == "ordered"]
    assert [facts["by"] for facts in ordered] == ["Cán bộ", "Phó Chủ tịch"]
    assert wait_for(lambda: [path.name for path in orders(station)] == ["done"])
