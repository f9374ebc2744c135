"""A server on loopback that answers every listener with the same script, good or evil."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

OK = b"HTTP/1.0 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n"


class ScriptedServer:
    """`script(path)` gives the bytes to send, piece by piece; then it hangs up, or says nothing more if `dumb`."""

    def __init__(self, script: Callable[[str], Iterable[bytes]], dumb: bool = False,
                 secure: ssl.SSLContext | None = None) -> None:
        self.asked: list[str] = []
        self.requests: list[bytes] = []
        self._script, self._dumb, self._secure = script, dumb, secure
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self._threads[0].start()

    def url(self, path: str = "/") -> str:
        return f"http{'s' if self._secure else ''}://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        self._over.set()
        self._listener.close()
        for thread in self._threads:
            thread.join(3)

    def _serve(self) -> None:
        self._listener.settimeout(0.1)
        while not self._over.is_set():
            try:
                line, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            thread = threading.Thread(target=self._answer, args=(line,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _answer(self, line: socket.socket) -> None:
        with contextlib.ExitStack() as stack:
            stack.callback(line.close)
            line.settimeout(0.5)
            try:
                if self._secure is not None:
                    line = stack.enter_context(self._secure.wrap_socket(line, server_side=True))
                request = line.recv(4096)
                path = request.split(b" ")[1].decode() if b" " in request else ""
                self.asked.append(path)
                self.requests.append(request)
                for piece in self._script(path):
                    if self._over.is_set():
                        return
                    self._send(line, piece)
                if self._dumb:
                    self._over.wait(20)
            except OSError:
                return

    def _send(self, line: socket.socket, piece: bytes) -> None:
        """All of it, however slow the listener."""
        while piece and not self._over.is_set():
            try:
                piece = piece[line.send(piece):]
            except TimeoutError:
                continue


def forever(piece: bytes) -> Iterable[bytes]:
    """Without end."""
    while True:
        yield piece


def chunked(sound: bytes, size: int = 1000) -> bytes:
    """As HTTP 1.1 packs it."""
    pieces = [sound[at:at + size] for at in range(0, len(sound), size)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def hostile_scripts(sound: Path) -> dict[str, Callable[[str], Iterable[bytes]]]:
    """By name; none of them ever gives a sound."""
    good = sound.read_bytes()
    playlist = b"HTTP/1.0 200 OK\r\nContent-Type: audio/x-mpegurl\r\n\r\n"
    id3 = b"ID3\x04\x00\x00\x7f\x7f\x7f\x7fAPIC\x7f\x7f\x7f\x70\x00\x00"
    return {
        "html": lambda _: [b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", b"x" * 5000],
        "html as sound": lambda _: [OK, b"<html><body>xin chao</body></html>" * 3000],
        "noise for ever": lambda _: [OK, *[bytes(range(256)) * 64] * 2000],
        "zeros for ever": lambda _: [OK, *[bytes(16384)] * 2000],
        "a picture of 256 MB": lambda _: (piece for part in ([OK, id3], forever(b"j" * 16384)) for piece in part),
        "endless header": lambda _: (b"HTTP/1.0 200 OK\r\n" if at == 0 else b"X-%d: y\r\n" % at for at in range(10**9)),
        "endless line": lambda _: forever(b"HTTP/1.0 200 OK" * 1000),
        "redirect loop": lambda _: [b"HTTP/1.0 302 Found\r\nLocation: /a\r\n\r\n"],
        "redirect to a file": lambda _: [f"HTTP/1.0 302 Found\r\nLocation: file://{sound}\r\n\r\n".encode()],
        "redirect to concat": lambda _: [f"HTTP/1.0 302 Found\r\nLocation: concat:{sound}\r\n\r\n".encode()],
        "playlist of a file": lambda _: [playlist, f"#EXTM3U\nfile://{sound}\n{sound}\n".encode()],
        "endless playlist": lambda _: (piece for part in ([playlist], forever(b"#x\n" * 5000)) for piece in part),
        "playlist of itself": lambda _: [b"HTTP/1.0 200 OK\r\nContent-Type: audio/x-scpls\r\n\r\nFile1=http://x/\n"],
        "ffconcat as sound": lambda _: [OK, f"ffconcat version 1.0\nfile '{sound}'\n".encode() * 500],
        "hls as sound": lambda _: [OK, f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://{sound}\n".encode()],
        "pieces that are files": lambda _: [playlist, f"#EXTM3U\n#EXT-X-TARGETDURATION:1\nfile://{sound}\n".encode()],
        "pieces that are lists": lambda _: [playlist, b"#EXTM3U\n#EXT-X-TARGETDURATION:1\nmore.m3u8\n"],
        "lists of lists": lambda _: [playlist, b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nmore.m3u8\n"],
        "pieces of noise": lambda path: ([OK, *[bytes(range(256)) * 64] * 2000] if path.endswith(".ts") else
                                         [playlist, b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n1.ts\n2.ts\n"]),
        "wrong chunks": lambda _: [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n", good[:900]],
        "no HTTP": lambda _: [b"\x00\x01\x02" * 500],
        "nothing": lambda _: [],
        "404": lambda _: [b"HTTP/1.0 404 Not Found\r\n\r\n"],
        "half a header": lambda _: [b"HTTP/1.0 200"],
    }
