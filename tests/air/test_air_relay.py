"""Relays: heard, lost, silent, hostile; a real Icecast with a real source, files, and the rule that nothing flaps."""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from air_hostile import OK, ScriptedServer, chunked, hostile_scripts
from air_icecast import IcecastServer, encode_mp3, tone
from air_pulse import wait_for
from numpy.typing import NDArray

from broadcaster.air import relay_feed, relay_hls, relay_http
from broadcaster.air.meter import Block
from broadcaster.air.relay import FADE, RelaySource
from broadcaster.air.relay_feed import StreamFeed
from broadcaster.air.relay_hls import parsed
from broadcaster.air.relay_http import Unheard
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.relay_address import check_address, told
from broadcaster.protocol.rundown import Relay

BLOCK = 960
LOW, HIGH = 400.0, 1000.0
"""What the fallback plays, what the relay plays."""


class Low:
    """A fallback that can be told from the relay; `length` frames long."""

    def __init__(self, length: float = float("inf")) -> None:
        self.at, self.length, self.closed = 0, length, False

    @property
    def ended(self) -> bool:
        return self.at >= self.length

    def read(self, count: int) -> Block:
        count = int(min(count, self.length - self.at))
        times = (self.at + np.arange(count)) / RATE
        self.at += count
        return (0.25 * np.sin(2 * np.pi * LOW * times)).astype(np.float32)[:, None]

    def close(self) -> None:
        self.closed = True


Make = Callable[..., RelaySource]


@pytest.fixture
def relay() -> Iterator[Make]:
    """Make relays; every thread of theirs has gone at the end."""
    made: list[RelaySource] = []

    def make(kind: str, address: str, fallback: Callable[[], Low] | None = Low,
             told: list[str] | None = None) -> RelaySource:
        made.append(RelaySource(Relay(kind, address), clock=SystemClock(), fallback=fallback,
                                on_change=told.append if told is not None else None))
        return made[-1]

    yield make
    for source in made:
        source.close()
        assert source.ended
        assert len(source.read(BLOCK)) == 0
    assert wait_for(lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("relay")], 3)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second instead of five, so that the tests need not wait."""
    for module in (relay_http, relay_feed, relay_hls):
        monkeypatch.setattr(module, "READ_SECONDS", 0.5)
    monkeypatch.setattr(relay_http, "OPEN_SECONDS", 0.5)
    monkeypatch.setattr(relay_feed, "RETRY_SECONDS", 0.1)


def who(block: Block) -> str:
    """Which of the two sounds."""
    if np.abs(block).max(initial=0) < 1e-3:
        return "-"
    strengths = {name: abs(np.exp(-2j * np.pi * hertz / RATE * np.arange(len(block))) @ block[:, 0])
                 for name, hertz in (("fallback", LOW), ("relay", HIGH))}
    return max(strengths, key=strengths.__getitem__)


def wav(path: Path, *parts: tuple[float, float]) -> Path:
    """(seconds, amplitude) one after the other, at HIGH."""
    soundfile.write(path, np.concatenate([tone(HIGH, seconds, amplitude) for seconds, amplitude in parts]), RATE)
    return path


def played(source: RelaySource, seconds: float = 1e9) -> NDArray[np.float32]:
    """A relayed file as the air would have heard it, as fast as it can be decoded."""
    heard: list[Block] = []
    taken = 0
    while not source.ended and taken < seconds * RATE:
        wait_for(lambda taken=taken: source._feed._buffer._done or source._feed.received >= taken + RATE, 20)
        heard.append(source.read(BLOCK))
        taken += BLOCK
    return np.concatenate(heard)


def story(heard: NDArray[np.float32], step: int = BLOCK) -> list[tuple[float, str]]:
    """(seconds, who sounds from then on)."""
    told: list[tuple[float, str]] = []
    for at in range(0, len(heard), step):
        name = who(heard[at:at + step])
        if not told or told[-1][1] != name:
            told.append((at / RATE, name))
    return told


def test_t23_silence_of_ten_seconds_then_fallback_then_back(relay: Make, tmp_path: Path) -> None:
    told: list[str] = []
    source = relay("file", str(wav(tmp_path / "đài.wav", (3, 0.25), (13, 0.0), (8, 0.25))), told=told)
    heard = played(source)
    assert len(heard) == 24 * RATE, "it ends when the file ends"
    moments = story(heard)
    assert [name for _, name in moments] == ["relay", "-", "fallback", "relay"]
    assert [at for at, _ in moments] == pytest.approx([0, 3, 13, 21], abs=0.15)
    assert np.abs(np.diff(heard[:, 0])).max() < 0.25 * 2 * np.pi * HIGH / RATE * 1.1, "faded, not switched"
    ramp = heard[round(21 * RATE) - FADE:round(21.1 * RATE)]
    assert np.abs(ramp).max() < 0.36, "and never both at full strength"
    assert wait_for(lambda: told == ["sound", "silent", "fallback", "sound"], 2), told
    assert source.lost_seconds == 0


@pytest.mark.parametrize(("parts", "expected"), [
    ([(2, 0.25), *[(8.0, 0.0), (0.4, 0.25)] * 4], "never away: it was never silent for ten seconds"),
    ([(0.5, 0.25), (11, 0.0), *[(3.0, 0.25), (2.0, 0.0)] * 5], "never back: five seconds were never unbroken"),
    ([(0.5, 0.25), (11, 0.0), *[(1.5, 0.25), (0.6, 0.0)] * 5], "back once: speech has pauses"),
    ([(0.5, 0.25), (11, 0.0), (20, 0.002)], "never back: a hiss is no sound"),
])
def test_t23_nothing_flaps(relay: Make, tmp_path: Path, parts: list[tuple[float, float]], expected: str) -> None:
    heard = played(relay("file", str(wav(tmp_path / "đài.wav", *parts))))
    names = [name for _, name in story(heard) if name != "-"]
    switches = [name for name, before in zip(names, ["", *names], strict=False) if name != before]
    assert switches == {"never away": ["relay"], "never back": ["relay", "fallback"],
                        "back once": ["relay", "fallback", "relay"]}[expected.split(":")[0]]


def test_file_as_it_is_without_fallback(relay: Make, tmp_path: Path) -> None:
    path = wav(tmp_path / "đài.wav", (1, 0.25), (11, 0.0), (1, 0.25))
    source = relay("file", str(path), None)
    heard = played(source)
    assert np.abs(heard[:, 0] - soundfile.read(path, dtype="float32")[0]).max() < 1e-4
    assert source.ended


@pytest.mark.parametrize("content", [None, b"", b"xin chao " * 999, b"#EXTM3U\nhttp://127.0.0.1:9/\n", b"RIFF\0\0"])
def test_useless_file_is_replaced_at_once_or_ends(relay: Make, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "đài.mp3"
    if content is not None:
        path.write_bytes(content)
    source, bare = relay("file", str(path)), relay("file", str(path), None)
    assert wait_for(lambda: source._feed.over and bare._feed.over)
    assert source.problem == ("missing" if content is None else "not_sound")
    played = np.concatenate([source.read(BLOCK) for _ in range(20)])
    assert who(played[-BLOCK:]) == "fallback"
    assert not source.ended
    assert len(bare.read(BLOCK)) == 0
    assert bare.ended


def test_no_list_leads_to_another_file(relay: Make, tmp_path: Path) -> None:
    wav(tmp_path / "secret.wav", (1, 0.25))
    (tmp_path / "a.ffconcat").write_text("ffconcat version 1.0\nfile 'secret.wav'\n")
    os.mkfifo(tmp_path / "pipe")
    for name, problem in (("a.ffconcat", "not_sound"), ("pipe", "missing"), ("", "missing")):
        source = relay("file", str(tmp_path / name))
        assert wait_for(lambda source=source: source._feed.over)
        assert source.problem == problem
        assert source.received_seconds == 0


def test_absent_line_is_replaced(relay: Make) -> None:
    source = relay("line", "Đường vào thôn 9")
    for _ in range(8 * 50):
        assert who(source.read(BLOCK)) == "-"
    for _ in range(5 * 50):
        last = source.read(BLOCK)
    assert who(last) == "fallback"
    assert source.state == "fallback"
    assert wait_for(lambda: source.problem in {"absent", "unusable"})


def test_fallback_is_played_again_and_may_fail(relay: Make, tmp_path: Path) -> None:
    made: list[Low] = []

    def short() -> Low:
        if len(made) == 1:
            made.append(Low(0))
            raise Refused("air.unreadable_cut", "gone")
        made.append(Low(RATE // 2))
        return made[-1]

    source = relay("file", str(tmp_path / "không có"), short)
    assert wait_for(lambda: source._feed.over)

    def sounds() -> bool:
        return who(source.read(BLOCK)) == "fallback"

    assert wait_for(sounds)
    assert wait_for(lambda: not sounds())
    assert wait_for(sounds), "the third one"
    assert len(made) == 3
    assert made[0].closed


def hear(source: RelaySource, until: Callable[[], bool], speed: float = 1.0, seconds: float = 20.0) -> list[str]:
    """Read as the air does, `speed` times as fast; what was heard, in order."""
    names: list[str] = []
    began, blocks = time.monotonic(), 0
    while not until():
        assert time.monotonic() - began < seconds, (names, source.state, source.problem)
        block = source.read(BLOCK)
        assert len(block) == BLOCK
        name = who(block)
        if not names or names[-1] != name:
            names.append(name)
        blocks += 1
        time.sleep(max(0.0, began + blocks * BLOCK / RATE / speed - time.monotonic()))
    return names


def test_t23_icecast_source_killed_and_back(relay: Make, icecast: IcecastServer, tmp_path: Path) -> None:
    sound = encode_mp3(tmp_path / "sound.mp3", tone(HIGH))
    station = icecast.source(sound, speed=4)
    source = relay("stream", icecast.url())
    hear(source, lambda: source.state == "sound", 4)
    assert source.problem == ""
    assert -14 < source.level_db < -11
    station.kill()
    names = hear(source, lambda: source.state == "fallback", 20)
    assert names[:1] + names[-1:] in (["relay", "-"], ["relay", "fallback"]), names
    assert wait_for(lambda: source.problem in {"lost", "refused"}, 3)
    icecast.source(sound, speed=4)
    before = source.received_seconds
    assert hear(source, lambda: source.state == "sound", 4)[0] == "fallback"
    assert source.received_seconds - before >= 5
    assert hear(source, lambda: source.received_seconds > before + 9, 4)[-1] == "relay"
    assert source.problem == ""
    assert source.reconnects >= 1
    assert 7 < source.lost_seconds < 60


@pytest.mark.usefixtures("impatient")
def test_dumb_source_is_not_heard_over_and_over(relay: Make, icecast: IcecastServer, tmp_path: Path) -> None:
    station = icecast.source(encode_mp3(tmp_path / "sound.mp3", tone(HIGH)), speed=4)
    source = relay("stream", icecast.url())
    hear(source, lambda: source.state == "sound", 4)
    station.freeze()
    assert wait_for(lambda: source.problem == "lost", 10)
    before = source.received_seconds
    assert wait_for(lambda: source.reconnects >= 2, 10), "the server is there, and gives new listeners old sound"
    assert source.received_seconds == before
    hear(source, lambda: source.state == "fallback", 50)
    station.thaw()
    assert wait_for(lambda: source.problem == "", 10), "it speaks again"


@pytest.mark.usefixtures("impatient")
def test_hostile_servers_neither_hang_nor_fill_the_memory(tmp_path: Path) -> None:
    scripts = hostile_scripts(encode_mp3(tmp_path / "sound.mp3", tone(HIGH, 1.0)))
    servers = {name: ScriptedServer(script) for name, script in scripts.items()}
    servers["says nothing"] = ScriptedServer(lambda _: [], dumb=True)
    servers["a header, then nothing"] = ScriptedServer(lambda _: [OK], dumb=True)
    before = memory()
    feeds = {name: StreamFeed(server.url(), SystemClock()) for name, server in servers.items()}
    try:
        for name, feed in feeds.items():
            assert wait_for(lambda feed=feed: feed.problem and feed.reconnects >= 1, 15), name
            assert feed.problem in {"unreachable", "refused", "not_sound", "lost"}, name
        assert [name for name, feed in feeds.items() if feed.received] == []
        assert memory() - before < 100 << 20
        closing = time.monotonic()
        for feed in feeds.values():
            feed.close()
        for name, feed in feeds.items():
            feed._thread.join(5)
            assert not feed._thread.is_alive(), name
        assert time.monotonic() - closing < 5
    finally:
        for server in servers.values():
            server.close()


def memory() -> int:
    """Bytes this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_ways_to_a_sound(relay: Make, tmp_path: Path) -> None:
    sound = encode_mp3(tmp_path / "sound.mp3", tone(HIGH, 4.0)).read_bytes()
    answers = {
        "/live": [OK, sound], "/moved": [b"HTTP/1.0 301 Moved\r\nLocation: /live\r\n\r\n"],
        "/list.pls": [b"HTTP/1.0 200 OK\r\n\r\n[playlist]\nFile1=http://127.0.0.1:%d/moved\n"],
        "/list.m3u": [b"HTTP/1.0 200 OK\r\n\r\n#EXTM3U\nhttp://127.0.0.1:%d/live\n"],
        "/icy": [b"ICY 200 OK\r\nicy-name:x\r\n\r\n", sound],
        "/chunked?a=%20b": [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunked(sound)],
        "/v%E1%BB%9Bi": [OK, sound]}
    server: list[ScriptedServer] = []
    server.append(ScriptedServer(lambda path: [
        piece % server[0].port if b"%d" in piece and len(piece) < 200 else piece for piece in answers[path]]))
    try:
        words = ["/live", "/moved", "/list.pls", "/list.m3u", "/icy", "/chunked?a=%20b", "/với"]
        sources = [relay("stream", server[0].url(path)) for path in words]
        sources.append(relay("stream", server[0].url("/live").replace("http://", "icy://may:kh%C3%B3a@")))
        for source in sources:
            assert wait_for(lambda source=source: source.received_seconds >= 2, 5), source.problem
            assert who(source.read(BLOCK * 2)[BLOCK:]) == "relay"
        assert any(b"Authorization: Basic bWF5Omtow7Nh" in request for request in server[0].requests)
    finally:
        server[0].close()


def test_secure_stream_needs_a_certificate_that_is_known(
        relay: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("not installed: openssl")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-days", "30", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                    "-keyout", "key.pem", "-out", "cert.pem"], cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    sound = encode_mp3(tmp_path / "sound.mp3", tone(HIGH, 4.0)).read_bytes()
    server = ScriptedServer(lambda _: [OK, sound], secure=context)
    try:
        unknown = relay("stream", server.url())
        assert wait_for(lambda: unknown.problem == "unreachable", 5)
        assert unknown.received_seconds == 0
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        known = relay("stream", server.url())
        assert wait_for(lambda: known.received_seconds >= 2, 5), known.problem
        assert who(known.read(BLOCK * 2)[BLOCK:]) == "relay"
    finally:
        server.close()


@pytest.mark.parametrize("container", ["mpegts", "fmp4"])
def test_stream_in_pieces(relay: Make, tmp_path: Path, container: str) -> None:
    begun: list[float] = []
    files = hls_pieces(tmp_path, tone(HIGH, 12.0), container)
    names = sorted((name for name in files if name.startswith("piece")), key=lambda name: int(name[5:].split(".")[0]))

    def script(path: str) -> list[bytes]:
        if path == "/live.m3u8":
            return [b"HTTP/1.0 200 OK\r\nContent-Type: application/vnd.apple.mpegurl\r\n\r\n#EXTM3U\n"
                    b"#EXT-X-STREAM-INF:BANDWIDTH=900000\n/none\n#EXT-X-STREAM-INF:CODECS=\"x\",BANDWIDTH=96000\nlist.m3u8\n"]
        if path != "/list.m3u8":
            return [b"HTTP/1.0 200 OK\r\nContent-Type: video/mp2t\r\n\r\n", files[path[1:]]]
        begun.append(time.monotonic())
        newest = min(len(names), 4 + int((begun[-1] - begun[0]) / 0.2))
        shown = range(max(0, newest - 4), newest)
        head = b'#EXT-X-MAP:URI="init.mp4"\n' if "init.mp4" in files else b""
        return [b"HTTP/1.0 200 OK\r\n\r\n#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:%d\n" % shown[0], head,
                *[b"#EXTINF:1.0,\n%s\n" % names[number].encode() for number in shown]]

    server = ScriptedServer(script)
    source = relay("stream", server.url("/live.m3u8"))
    try:
        assert wait_for(lambda: source.received_seconds >= 2, 5), source.problem
        hear(source, lambda: source.state == "sound", 4)
        hear(source, lambda: source.received_seconds >= 8, 4)
        asked = [path[1:] for path in server.asked if path.startswith("/piece")]
        assert asked == names[names.index(asked[0]):][:len(asked)], "each piece once, in order"
        assert asked[0] == names[1], "three behind the newest"
        assert source.reconnects == 0
    finally:
        server.close()


def hls_pieces(folder: Path, samples: NDArray[np.float32], container: str) -> dict[str, bytes]:
    """The files of a stream in pieces of a second."""
    options = {"hls_time": "1", "hls_list_size": "0", "hls_segment_type": container,
               "hls_segment_filename": str(folder / "piece%d.ts"), "hls_fmp4_init_filename": "init.mp4"}
    with av.open(str(folder / "all.m3u8"), "w", format="hls", options=options) as file:
        stream = file.add_stream("aac", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None, :], format="fltp", layout="mono")
        frame.sample_rate = RATE
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            file.mux(packet)
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".ts", ".mp4"}}


def test_lists_of_pieces() -> None:
    pieces = parsed("https://x/a/list.m3u8", "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXT-X-TARGETDURATION:4\n"
                    "#EXT-X-KEY:METHOD=NONE\n#EXTINF:4,\n1.ts?a=b\n#EXTINF:4,\n/2.ts\n#EXT-X-ENDLIST\n")
    assert pieces.addresses == ("https://x/a/1.ts?a=b", "https://x/2.ts")
    assert (pieces.first, pieces.ended, pieces.seconds, pieces.head) == (7, True, 4.0, "")
    for text in ("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n1.ts\n", "#EXTM3U\n#EXT-X-VERSION:3\n"):
        with pytest.raises(Unheard):
            parsed("https://x/", text)


def test_stream_called_ahead_of_its_time_is_bounded(tmp_path: Path) -> None:
    sound = encode_mp3(tmp_path / "sound.mp3", tone(HIGH, 2.0)).read_bytes()
    server = ScriptedServer(lambda _: [OK, *[sound] * 200])
    feed = StreamFeed(server.url(), SystemClock())
    try:
        assert wait_for(lambda: feed.received > 3 * RATE)
        time.sleep(0.3)
        assert feed._buffer._held <= 3.1 * RATE
        assert feed.received < 6 * RATE, "a server that sends faster than it sounds is made to wait"
    finally:
        feed.close()
        server.close()
        feed._thread.join(5)


@pytest.mark.parametrize(("kind", "address", "code"), [
    ("radio", "x", "relay.kind"), ("stream", "file:///etc/passwd", "relay.address"),
    ("stream", "concat:a|b", "relay.address"), ("stream", "http://", "relay.address"),
    ("stream", "http://x:99999/", "relay.address"), ("stream", "", "relay.address"),
    ("file", "/không/có", "relay.missing_file"), ("file", "/", "relay.missing_file")])
def test_address_is_refused_when_ordered(kind: str, address: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_address(Relay(kind, address))
    assert refusal.value.code == code


def test_good_addresses(tmp_path: Path) -> None:
    for kind, address in (("stream", "https://đài.example/x"), ("stream", "icy://[::1]:8000/"), ("line", ""),
                          ("file", str(wav(tmp_path / "a.wav", (0.1, 0.1))))):
        check_address(Relay(kind, address))


@pytest.mark.parametrize(("address", "said"), [
    ("http://loa:mat@khau@127.0.0.1:8000/xa", "http://127.0.0.1:8000/xa"), ("http://may/x@y", "http://may/x@y"),
    ("may_thu_1", "may_thu_1"), ("/srv/tiep-song.mp3", "/srv/tiep-song.mp3"), ("", "")])
def test_t40_a_password_is_told_to_nobody(address: str, said: str) -> None:
    assert told(address) == said
