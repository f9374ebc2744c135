"""A zone that is an Icecast mount: MP3 over HTTP PUT, paced by the machine's clock.

MP3 frames are taken from the encoder one by one, because a container would hold back seconds of them. A line that is
gone is called again; sound of the time without one is not made up for by sending faster: the timeline moves on, as
with a sound card that stood still. A frozen server would take sound for minutes (its system buffers it), so it is
asked for its status every few seconds: one that used to answer and does not any more is lost within 10 s.
"""

from __future__ import annotations

import base64
import contextlib
import logging
import select
import socket
import threading
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import numpy as np

from broadcaster import __version__
from broadcaster.air.meter import Block
from broadcaster.air.sink import Render, Swap
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.zones import check_output

log = logging.getLogger(__name__)

BIT_RATE = 128_000
BLOCK = 1_152
"""Frames of one MP3 frame."""
CONNECT_SECONDS = 5.0
SEND_SECONDS = 2.0
RETRY_SECONDS = 1.5
ASK_SECONDS = 4.0
ANSWER_SECONDS = 5.0
_LATE = RATE // 2
"""Frames behind time from which on time is counted as lost."""
_QUEUED_BYTES = 16_384


class StreamSink:
    """An AudioSink that feeds one mount. `problem`: opening, connecting (not reached), refused, lost."""

    def __init__(self, clock: Clock, render: Render, url: str, channels: int = 2) -> None:
        self.timeline = Timeline()
        self.latency = 0.2
        self.underruns = 0
        self.problem = "opening"
        self._place = MountPlace(url)
        self._clock, self._render, self._channels = clock, render, channels
        self._head = 0
        self._sent = self._floor = 0
        self._line: socket.socket | None = None
        self._swapping = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="icecast", daemon=True)
        self._started = False
        self.timeline.measure_skew(clock)
        self.timeline.base = clock.monotonic() + self.latency

    @property
    def name(self) -> str:
        return self._place.name

    @property
    def ok(self) -> bool:
        return self._started and not self.problem

    def heard(self) -> int:
        """Frames the server's line has taken."""
        return max(self._floor, min(self._sent, self.timeline.frame_now(self._clock.monotonic())))

    def drop(self, swap: Swap | None = None) -> int:
        """Nothing that was sent can be taken back; what comes next is new."""
        with self._swapping:
            first = self._head
            if swap is not None:
                swap(first)
        return first

    def poll(self) -> None:
        if not self._started:
            self._started = True
            self._thread.start()

    def drift_ms(self) -> float:
        return 0.0

    def rebuild(self) -> None:
        """Hang up and call again."""
        self._hang_up()

    def close(self) -> None:
        self._closing.set()
        self._hang_up()
        if self._started:
            self._thread.join(CONNECT_SECONDS + 1)

    def _hang_up(self) -> None:
        line = self._line
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    # -- on its own thread --

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                with self._place.connected() as self._line:
                    log.info("sending to %s", self.name)
                    self._send_watched(self._line)
            except Refused as refusal:
                self._fail("refused", refusal.text)
            except OSError as error:
                self._fail("lost" if self.problem in {"", "lost"} else "connecting", str(error))
            except Exception:
                log.exception("the stream to %s broke off", self.name)
                self.problem = "lost"
            self._line = None
            self._closing.wait(RETRY_SECONDS)

    def _fail(self, problem: str, detail: str) -> None:
        if problem != self.problem and not self._closing.is_set():
            log.warning("no stream to %s: %s", self.name, detail)
        self.problem = problem

    def _send_watched(self, line: socket.socket) -> None:
        over = threading.Event()
        threading.Thread(target=self._ask, args=(over,), name="icecast-ask", daemon=True).start()
        try:
            self._send_all(line)
        finally:
            over.set()

    def _ask(self, over: threading.Event) -> None:
        """On a thread of its own: see that the server lives, if it is one that says so."""
        answered = False
        while not over.wait(ASK_SECONDS):
            alive = self._place.answers()
            if alive is False and answered and not over.is_set():
                log.warning("%s does not answer any more", self.name)
                self._hang_up()
                return
            answered = answered or bool(alive)

    def _send_all(self, line: socket.socket) -> None:
        encoder = _encoder(self._channels)
        self._start_at(self._clock.monotonic())
        self.problem = ""
        while not self._closing.is_set():
            due = round((self._clock.monotonic() - self.timeline.base + self.latency) * RATE)
            if due - self._head > _LATE:
                self.underruns += 1
                self._start_at(self._clock.monotonic())
            elif due >= self._head + BLOCK:
                with self._swapping:
                    block = self._render(self._head, BLOCK)
                    self._head += BLOCK
                line.sendall(_encoded(encoder, block, self._channels))
                self._sent = self._head
            else:
                self._wait(line, (self._head + BLOCK - due) / RATE)

    def _start_at(self, steady: float) -> None:
        """The next frame is due now."""
        self._floor = self._sent
        self.timeline.base = steady + self.latency - self._head / RATE

    def _wait(self, line: socket.socket, seconds: float) -> None:
        """A server says nothing while it listens; a word, or the end, means it no longer does."""
        readable, _, _ = select.select([line], [], [], seconds)
        if readable and not line.recv(4_096):
            raise OSError("the server has hung up")


class MountPlace:
    """Server, mount, name and password, as written in "icecast://USER:PASSWORD@HOST:PORT/MOUNT"."""

    def __init__(self, url: str) -> None:
        check_output(url)
        parts = urlsplit(url)
        self._host, self._port, self._mount = parts.hostname or "", parts.port or 8000, quote(parts.path, safe="/%")
        words = f"{unquote(parts.username or 'source')}:{unquote(parts.password or '')}"
        self._words = base64.b64encode(words.encode()).decode()
        shown = f"[{self._host}]" if ":" in self._host else self._host
        self.name = f"icecast://{shown}:{self._port}{self._mount}"
        """Without the password."""

    @contextlib.contextmanager
    def connected(self) -> Any:
        """A line the server listens on. Raises OSError, or Refused("air.stream_refused") when it does not want us."""
        with socket.create_connection((self._host, self._port), CONNECT_SECONDS) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _QUEUED_BYTES)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.sendall(
                f"PUT {self._mount} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n"
                f"Authorization: Basic {self._words}\r\n"
                f"User-Agent: broadcaster/{__version__}\r\nContent-Type: audio/mpeg\r\nIce-Public: 0\r\n"
                f"Ice-Bitrate: {BIT_RATE // 1000}\r\nExpect: 100-continue\r\n\r\n".encode())
            answer = _first_line(line)
            if answer.split()[1:2] not in (["100"], ["200"]):
                raise Refused("air.stream_refused", f"{self.name}: {answer}", name=self.name, answer=answer)
            line.settimeout(SEND_SECONDS)
            yield line

    def answers(self) -> bool | None:
        """Whether the server says anything when asked for its status; None: it cannot be asked."""
        try:
            with socket.create_connection((self._host, self._port), ANSWER_SECONDS) as line:
                line.sendall(f"GET /status-json.xsl HTTP/1.0\r\nHost: {self._host}:{self._port}\r\n\r\n".encode())
                return bool(line.recv(1))
        except TimeoutError:
            return False
        except OSError:
            return None


def _first_line(line: socket.socket) -> str:
    """The first line of the answer; its head is read to the end, as far as it has come."""
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < 8_192:
        piece = line.recv(1_024)
        if not piece:
            break
        answer += piece
    if not answer:
        raise OSError("the server hung up without a word")
    return answer.split(b"\r\n", 1)[0].decode("latin-1")[:120]


def _encoder(channels: int) -> Any:
    import av  # FFmpeg takes its time to load; few stations stream

    encoder = av.CodecContext.create("libmp3lame", "w")
    assert isinstance(encoder, av.AudioCodecContext)
    encoder.sample_rate, encoder.bit_rate = RATE, BIT_RATE
    encoder.layout, encoder.format = "mono" if channels == 1 else "stereo", "fltp"
    encoder.open()
    return encoder


def _encoded(encoder: Any, block: Block, channels: int) -> bytes:
    import av

    wide = block if block.shape[1] == channels else (
        block.mean(axis=1, keepdims=True) if channels == 1 else np.repeat(block, channels, axis=1))
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(wide.T), format="fltp",
                                       layout="mono" if channels == 1 else "stereo")
    frame.sample_rate = RATE
    return b"".join(bytes(packet) for packet in encoder.encode(frame))
