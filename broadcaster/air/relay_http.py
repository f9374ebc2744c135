"""One HTTP answer as a file of bytes, from a server that is not trusted.

Only http and https (icy is http by another name). Header, redirects, playlists, time and bytes are bounded, and
`close` from another thread ends any wait. FFmpeg gets bytes alone: it opens no address by itself.
"""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from broadcaster.base.clock import Clock
from broadcaster.protocol.relay_address import is_address

OPEN_SECONDS = 5.0
"""For all of: connecting, header, redirects, and the first sound."""
READ_SECONDS = 5.0

_HEADER_BYTES, _PLAYLIST_BYTES = 32_768, 65_536
_HOPS = 5
_PIECE = 16_384
_PLAYLISTS = ("audio/x-mpegurl", "audio/mpegurl", "audio/x-scpls", "application/pls+xml", "application/x-scpls",
              "application/x-mpegurl", "application/vnd.apple.mpegurl")
_REDIRECTS = (301, 302, 303, 307, 308)


class Unheard(Exception):
    """Why there is no sound: "unreachable", "refused" (the server says no), "not_sound", "lost"."""

    def __init__(self, problem: str, text: str) -> None:
        super().__init__(text)
        self.problem = problem


@dataclass(frozen=True)
class _Answer:
    status: int
    fields: dict[str, str]


class HttpSound:
    """A listener's connection. `read` never raises: what went wrong is in `fault`, and there are no more bytes."""

    def __init__(self, clock: Clock) -> None:
        self.fault: Unheard | None = None
        self.address = ""
        """Where the sound was found in the end."""
        self.listing = ""
        """Not a sound but a list of its pieces (HLS): its text."""
        self._clock = clock
        self._socket: socket.socket | None = None
        self._closed = threading.Event()
        self._held = b""
        self._chunked, self._chunk = False, 0
        self._until, self._budget = 0.0, 0

    def open(self, address: str, *, listed: bool = True) -> None:
        """Go to where the sound is; by way of playlists, too, if `listed`. Raises Unheard."""
        self.allow(OPEN_SECONDS, 1 << 20)
        for _ in range(_HOPS):
            parts = _parsed(address)
            try:
                self._connect(parts)
                answer = self._ask(parts)
                onward = self._onward(address, parts, answer, listed)
            except (OSError, ValueError) as error:
                raise Unheard("unreachable", f"{parts.hostname}: {error}") from error
            if onward is None:
                self.address = address
                return
            address = onward
            self._hang_up()
        raise Unheard("refused", "too many redirects")

    def allow(self, seconds: float, octets: int) -> None:
        """From now on, this long and this many bytes at most until `allow` is called again."""
        self._until, self._budget = self._clock.monotonic() + seconds, octets

    def read(self, size: int) -> bytes:
        """Some bytes; none at the end, after a fault and after `close`."""
        if self.fault is not None or self._closed.is_set():
            return b""
        try:
            data = self._dechunked(size) if self._chunked else self._some(size)
        except Unheard as fault:
            self.fault = fault
            return b""
        except (OSError, ValueError) as error:
            self.fault = Unheard("lost", str(error))
            return b""
        self._budget -= len(data)
        if self._budget < 0:
            self.fault = Unheard("not_sound", "many bytes and no sound in them")
            return b""
        return data

    def close(self) -> None:
        """From any thread; a read that waits ends."""
        self._closed.set()
        line = self._socket
        if line is not None:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def hang_up(self) -> None:
        """Give the connection back; by the thread that reads."""
        self.close()
        self._hang_up()

    def _hang_up(self) -> None:
        line, self._socket = self._socket, None
        if line is not None:
            line.close()
        self._held, self._chunked, self._chunk = b"", False, 0

    def _left(self) -> float:
        left = self._until - self._clock.monotonic()
        if left <= 0 or self._closed.is_set():
            raise TimeoutError("no answer in time")
        return min(left, READ_SECONDS)

    def _connect(self, parts: SplitResult) -> None:
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        line = socket.create_connection((str(parts.hostname), port), self._left())
        self._socket = line
        if secure:
            self._socket = ssl.create_default_context().wrap_socket(line, server_hostname=parts.hostname)

    def _ask(self, parts: SplitResult) -> _Answer:
        """HTTP 1.0: whoever keeps to it sends the bytes as they are."""
        assert self._socket is not None
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?')}"
                                                                  if parts.query else "")
        lines = [f"GET {path} HTTP/1.0", f"Host: {_host(parts)}", "User-Agent: dai-xa", "Accept: */*",
                 "Connection: close"]
        if parts.username:
            words = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
            lines.append(f"Authorization: Basic {base64.b64encode(words).decode()}")
        self._socket.settimeout(self._left())
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("ascii", "replace"))
        return self._header()

    def _header(self) -> _Answer:
        data = b""
        while (end := _end_of_header(data)) < 0:
            if len(data) > _HEADER_BYTES:
                raise ValueError("a header without end")
            more = self._receive(4096)
            if not more:
                raise ValueError("no HTTP answer")
            data += more
        self._held = data[end:]
        lines = data[:end].decode("latin-1").splitlines()
        first = lines[0].split(None, 2) if lines else []
        if len(first) < 2 or not first[0].startswith(("HTTP/", "ICY")) or not first[1].isdigit():
            raise ValueError("no HTTP answer")
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        return _Answer(int(first[1][:4]), fields)

    def _onward(self, address: str, parts: SplitResult, answer: _Answer, listed: bool) -> str | None:
        """Where else to go, None: the sound is here. Raises Unheard."""
        if answer.status in _REDIRECTS and answer.fields.get("location"):
            return urljoin(address, answer.fields["location"])
        if answer.status != 200:
            raise Unheard("refused", f"the server answers {answer.status}")
        self._chunked = "chunked" in answer.fields.get("transfer-encoding", "").lower()
        kind = answer.fields.get("content-type", "").split(";")[0].strip().lower()
        if kind in _PLAYLISTS or parts.path.lower().endswith((".m3u", ".m3u8", ".pls")):
            return self._from_playlist() if listed else _no_sound("a playlist in the place of a sound")
        if kind.startswith(("text/", "image/", "application/json", "application/xml")):
            return _no_sound(f"the server sends {kind}")
        return None

    def _from_playlist(self) -> str | None:
        """The first address in a text playlist (m3u, pls); None for a list of pieces."""
        data = b""
        while len(data) <= _PLAYLIST_BYTES and (more := self._dechunked(4096) if self._chunked else self._some(4096)):
            data += more
        text = data[:_PLAYLIST_BYTES].decode("utf-8", "replace")
        if "#EXT-X-" in text:
            self.listing = text
            return None
        for line in text.splitlines():
            name, equals, value = line.strip().partition("=")
            entry = value.strip() if equals and name.lower().startswith("file") else line.strip()
            if is_address(entry):
                return entry
        return _no_sound("a playlist without an address")

    def _receive(self, size: int) -> bytes:
        if self._socket is None:
            return b""
        self._socket.settimeout(self._left())
        return self._socket.recv(min(size, _PIECE))

    def _some(self, size: int) -> bytes:
        if self._held:
            data, self._held = self._held[:size], self._held[size:]
            return data
        return self._receive(size)

    def _dechunked(self, size: int) -> bytes:
        if self._chunk == 0:
            line = self._line() or self._line()
            self._chunk = int(line.split(b";")[0], 16) if line else -1
            if self._chunk <= 0:
                self._chunk = -1
        if self._chunk < 0:
            return b""
        data = self._some(min(size, self._chunk))
        self._chunk = self._chunk - len(data) if data else -1
        return data

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\n") and len(line) < 100:
            octet = self._some(1)
            if not octet:
                break
            line += octet
        return line.strip()


def _host(parts: SplitResult) -> str:
    name = str(parts.hostname)
    name = f"[{name}]" if ":" in name else name.encode("idna").decode()
    return name if parts.port is None else f"{name}:{parts.port}"


def _parsed(address: str) -> SplitResult:
    """Raises Unheard for what is no address of a stream."""
    if not is_address(address):
        raise Unheard("refused", "not an http address")
    return urlsplit(address)


def _no_sound(text: str) -> NoReturn:
    raise Unheard("not_sound", text)


def _end_of_header(data: bytes) -> int:
    for mark in (b"\r\n\r\n", b"\n\n"):
        if (place := data.find(mark)) >= 0:
            return place + len(mark)
    return -1
