"""The loopback socket with real sockets: commands, watchers, bad tokens, rubbish, hang-ups."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.protocol.link import LinkClient, LinkServer, address_file
from broadcaster.protocol.messages import Alarm, OnAir, Status, Upcoming


def handle(message: dict[str, Any]) -> dict[str, Any]:
    if message["command"] == "refuse":
        raise Refused("air.busy", "not now", since="05:00")
    if message["command"] == "crash":
        raise ValueError("inside")
    return {"echo": message.get("words", "")}


@pytest.fixture
def server(home: StationHome) -> Iterator[LinkServer]:
    made = LinkServer(home, "air", handle)
    yield made
    made.close()


def test_a_command_and_its_answer(home: StationHome, server: LinkServer) -> None:
    client = LinkClient(home)
    assert client.ask("ping", words="Đường\n“lạ” 📢")["echo"] == "Đường\n“lạ” 📢"
    with pytest.raises(Refused) as refusal:
        client.ask("refuse")
    assert (refusal.value.code, refusal.value.facts) == ("air.busy", {"since": "05:00"})
    with pytest.raises(Refused) as refusal:
        client.ask("crash")
    assert refusal.value.code == "program_error"
    assert client.ask("ping")["ok"], "the connection outlives a failed command"
    client.close()


def test_the_address_is_for_the_owner_only(home: StationHome, server: LinkServer) -> None:
    assert address_file(home, "air").stat().st_mode & 0o077 == 0


def raw(home: StationHome) -> socket.socket:
    port = json.loads(address_file(home, "air").read_bytes())["port"]
    return socket.create_connection(("127.0.0.1", port), timeout=5)


@pytest.mark.parametrize("token", ["", "wrong", "đ", None, 5, ["x"]])
def test_a_bad_token_is_refused_and_hung_up_on(home: StationHome, server: LinkServer, token: object) -> None:
    with raw(home) as connection, connection.makefile("rb") as lines:
        connection.sendall(json.dumps({"token": token, "command": "stop_all"}).encode() + b"\n")
        assert json.loads(lines.readline()) == {"ok": False, "error": "bad token"}
        assert lines.readline() == b""


@pytest.mark.parametrize("rubbish", [b"GET / HTTP/1.1\r\n\r\n", b"\xff\xfe\n", b"[" * 5000 + b"\n"])
def test_rubbish_ends_the_connection_not_the_server(home: StationHome, server: LinkServer, rubbish: bytes) -> None:
    with raw(home) as connection:
        connection.sendall(rubbish)
        assert connection.recv(100) == b""
    client = LinkClient(home)
    assert client.ask("ping")["ok"]
    client.close()


def test_watchers_get_what_is_pushed_and_the_dead_are_dropped(home: StationHome, server: LinkServer) -> None:
    gone, stays = LinkClient(home), LinkClient(home)
    gone.ask("watch")
    gone.close()
    got: list[dict[str, Any]] = []
    watching = stays.watch()
    stop = threading.Event()

    def push() -> None:
        number = 0
        while not stop.wait(0.01):
            number += 1
            server.push({"status": {"number": number}})

    pusher = threading.Thread(target=push)
    pusher.start()
    try:
        got += [next(watching) for _ in range(5)]
    finally:
        stop.set()
        pusher.join()
    numbers = [message["status"]["number"] for message in got]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    stays.close()


def test_a_server_that_goes_away(home: StationHome) -> None:
    server = LinkServer(home, "air", handle)
    client = LinkClient(home)
    assert client.ask("ping")["ok"]
    server.close()
    with pytest.raises(Refused) as refusal:
        client.ask("ping")
    assert refusal.value.code == "link.down"
    client.close()
    with pytest.raises(Refused) as refusal:
        LinkClient(home)
    assert refusal.value.code == "link.down"


@pytest.mark.parametrize("content", [
    b"", b"{}", b"[]", b'{"port": 99999999, "token": "x"}', b'{"port": "x", "token": 1}'])
def test_a_broken_address_file(home: StationHome, content: bytes) -> None:
    address_file(home, "air").write_bytes(content)
    with pytest.raises(Refused) as refusal:
        LinkClient(home)
    assert refusal.value.code == "link.down"


def test_another_protocol_is_refused(home: StationHome, server: LinkServer) -> None:
    path = address_file(home, "air")
    body = json.loads(path.read_bytes())
    path.write_text(json.dumps({**body, "protocol": 2}), encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        LinkClient(home)
    assert refusal.value.code == "link.protocol"


def test_a_status_crosses_the_socket_unchanged() -> None:
    status = Status("2026-11-21T05:00:00.000+07:00", 7, "on_air",
                    OnAir("e", "Tin", "tin", "Buổi sáng", 1.5, 60.0, ("thôn 1",)),
                    (Upcoming("f", "Bài", "bai", "Buổi sáng", "2026-11-21T05:01:00.000+07:00", 90.0),),
                    alarms=(Alarm("no_device", "x", {"name": "loa"}),))
    crossed = json.loads(json.dumps({**status.to_json(), "from_a_newer_program": 1}))
    assert Status.from_json(crossed) == status


def test_words_that_are_no_text_end_nothing(home: StationHome, server: LinkServer) -> None:
    token = json.loads(address_file(home, "air").read_bytes())["token"]
    for words in ({"token": "\ud800"}, {"token": token, "command": "ping", "words": "\ud800"}):
        with raw(home) as connection, connection.makefile("rb") as lines:
            connection.sendall(json.dumps(words).encode() + b"\n")
            assert isinstance(json.loads(lines.readline())["ok"], bool)


def test_a_crowd_of_idle_connections_is_bounded(home: StationHome, server: LinkServer) -> None:
    before = threading.active_count()
    crowd = [raw(home) for _ in range(150)]
    crowd[-1].settimeout(5)
    assert crowd[-1].recv(1) == b"", "the last ones are hung up on"
    assert threading.active_count() - before <= 80
    for connection in crowd:
        connection.close()
    for _ in range(50):
        try:
            client = LinkClient(home)
            assert client.ask("ping")["ok"]
            break
        except Refused:
            threading.Event().wait(0.1)
    else:
        raise AssertionError("the server never recovered")
    client.close()


def test_who_told_it_to_end_hears_that_it_will(home: StationHome) -> None:
    taken, go = threading.Event(), threading.Event()

    def slow(message: dict[str, Any]) -> dict[str, Any]:
        taken.set()
        go.wait(5)
        return {"echo": "ending"}
    server = LinkServer(home, "air", slow)
    client, answers = LinkClient(home), []
    asking = threading.Thread(target=lambda: answers.append(client.ask("shutdown")))
    asking.start()
    assert taken.wait(5)
    closing = threading.Thread(target=server.close)
    closing.start()
    go.set()
    for thread in (asking, closing):
        thread.join(5)
    assert [answer["echo"] for answer in answers] == ["ending"]
    client.close()
