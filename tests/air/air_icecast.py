"""A real Icecast server on a free port, and a source that feeds it: killed, frozen and brought back by the tests."""

from __future__ import annotations

import base64
import contextlib
import itertools
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from broadcaster.base.frames import RATE

USER, PASSWORD = "source", "thu-thanh"
KBIT = 128
_CHILD = Path(__file__).with_name("air_icecast_source.py")

_CONFIG = """<icecast>
  <location>-</location><admin>-</admin><hostname>127.0.0.1</hostname>
  <limits><clients>20</clients><sources>5</sources><queue-size>524288</queue-size><client-timeout>30</client-timeout>
    <header-timeout>15</header-timeout><source-timeout>{source_timeout}</source-timeout>
    <burst-size>{burst}</burst-size></limits>
  <authentication><source-password>{password}</source-password><relay-password>{password}</relay-password>
    <admin-user>admin</admin-user><admin-password>{password}</admin-password></authentication>
  <listen-socket><port>{port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
  <fileserve>0</fileserve>
  <paths><basedir>{folder}</basedir><logdir>{folder}</logdir><webroot>{folder}</webroot><adminroot>{folder}</adminroot>
    </paths>
  <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>3</loglevel></logging>
  <security><chroot>0</chroot>{owner}</security>
</icecast>
"""
# Icecast will not run as root.
_NOBODY = "<changeowner><user>nobody</user><group>nogroup</group></changeowner>"


_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_ports = itertools.cycle(range(20_000 + _WORKER * 500, 20_500 + _WORKER * 500))


class IcecastServer:
    """One server on 127.0.0.1; start, freeze, thaw and kill it as often as the test likes."""

    def __init__(self, burst: int = 65_535, source_timeout: int = 10) -> None:
        # Not in pytest's folder: that one is closed to the user Icecast changes to.
        self.folder = Path(tempfile.mkdtemp(prefix="icecast-"))
        self.folder.chmod(0o777)
        self.port = free_port()
        self._server: subprocess.Popen[bytes] | None = None
        self._sources: list[IcecastSource] = []
        owner = _NOBODY if os.name == "posix" and os.geteuid() == 0 else ""
        (self.folder / "icecast.xml").write_text(_CONFIG.format(
            port=self.port, password=PASSWORD, folder=self.folder, burst=burst, source_timeout=source_timeout,
            owner=owner))

    def url(self, mount: str = "/xa-mau") -> str:
        """Where listeners find `mount`."""
        return f"http://127.0.0.1:{self.port}{mount}"

    def push_url(self, mount: str = "/xa-mau") -> str:
        """Where a source puts `mount`, with its name and password."""
        return f"http://{USER}:{PASSWORD}@127.0.0.1:{self.port}{mount}"

    def start(self) -> None:
        """Up, and past its first moments: Icecast 2.4.4 breaks off (signal 11, 1 start in 60 on a busy machine) when
        somebody calls while its threads are starting; such a start does not count."""
        for _ in range(5):
            self._server = subprocess.Popen([_program(), "-c", str(self.folder / "icecast.xml")],
                                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if self._settled(self._server):
                return
            self.kill()
        raise AssertionError(f"Icecast did not start: {(self.folder / 'error.log').read_text()[-1_000:]}")

    def _settled(self, server: subprocess.Popen[bytes]) -> bool:
        time.sleep(0.3)
        until = time.monotonic() + 10
        while time.monotonic() < until and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(0.2)
        return server.poll() is None

    def kill(self) -> None:
        """As a crash: no farewell."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def freeze(self) -> None:
        """Keeps its connections and says nothing."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def source(self, sound: Path, mount: str = "/xa-mau", speed: int = 1) -> IcecastSource:
        """A child process that sends the MP3 file `sound` over and over, `speed` times as fast as it is."""
        self._sources.append(IcecastSource(self, sound, mount, speed))
        return self._sources[-1]

    def mounts(self) -> set[str]:
        """What is being sent to it now."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/admin/stats")
        words = base64.b64encode(f"admin:{PASSWORD}".encode()).decode()
        request.add_header("Authorization", f"Basic {words}")
        with urllib.request.urlopen(request, timeout=5) as answer:
            text = answer.read().decode()
        return {part.split('"', 1)[0] for part in text.split('<source mount="')[1:]}

    def __enter__(self) -> IcecastServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        for source in self._sources:
            source.kill()
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class IcecastSource:
    """Another station, as a child process."""

    def __init__(self, server: IcecastServer, sound: Path, mount: str, speed: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(_CHILD), str(server.port), mount, str(sound), str(KBIT * speed), USER, PASSWORD],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 10
        try:
            while mount not in server.mounts():
                assert self._process.poll() is None, "the source did not stay"
                assert time.monotonic() < until, "the source did not reach the server"
                time.sleep(0.02)
        except BaseException:
            self.kill()
            raise

    def play(self, sound: Path) -> None:
        """Go over to another MP3 file without leaving the line."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{sound}\n".encode())
        self._process.stdin.flush()

    def freeze(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()


def serving(burst: int = 65_535, source_timeout: int = 10) -> Iterator[IcecastServer]:
    """The body of the `icecast` fixture; skips where there is no Icecast."""
    if not _program():
        pytest.skip("not installed: icecast2")
    with IcecastServer(burst, source_timeout) as server:
        yield server


def encode_mp3(path: Path, samples: NDArray[np.float32]) -> Path:
    """Mono samples as an MP3 of KBIT kbit/s without a header frame: fit to be sent in a loop."""
    with av.open(str(path), "w", format="mp3", options={"write_xing": "0", "id3v2_version": "0"}) as file:
        stream = file.add_stream("libmp3lame", rate=RATE, layout="mono")
        stream.bit_rate = KBIT * 1000
        frame = av.AudioFrame.from_ndarray(samples[None, :].astype(np.float32), format="fltp", layout="mono")
        frame.sample_rate = RATE
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            file.mux(packet)
    return path


def tone(hertz: float = 1000.0, seconds: float = 3.0, amplitude: float = 0.25) -> NDArray[np.float32]:
    """A sine; amplitude 0 is silence."""
    times = np.arange(round(seconds * RATE)) / RATE
    return (amplitude * np.sin(2 * np.pi * hertz * times)).astype(np.float32)


def free_port() -> int:
    """A port of 127.0.0.1 nobody listens on now, and that no test running beside this one is given.

    Below those the system gives to anybody who asks for any: a server that is killed and started again needs its own.
    """
    while True:
        port = next(_ports)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                continue
        return port


def _program() -> str:
    return shutil.which("icecast2") or shutil.which("icecast") or ""
