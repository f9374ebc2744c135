"""Real servers in child processes (SFTP: sftp_child.py), and a line that breaks.

`python place_servers.py KIND FOLDER` prints its port and serves. A file FOLDER.full makes it refuse every further byte.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

USER, PASSWORD, BUCKET = "thu-nghiem", "mat-khau-thu", "goi-tin"


class Server:
    """A child that serves `folder`; `close()` ends it."""

    def __init__(self, kind: str, folder: Path) -> None:
        script = Path(__file__).with_name("sftp_child.py") if kind == "sftp" else Path(__file__)
        self._child = subprocess.Popen(
            [sys.executable, "-W", "ignore", str(script), kind, str(folder)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._child.stdout is not None
        words = self._child.stdout.readline().split()
        assert words, f"the {kind} server did not start"
        self.port = int(words[0])

    def close(self) -> None:
        self._child.kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            assert stream is not None
            stream.close()


class Breaker:
    """A line to `port`: after `limit` bytes upwards it is cut ("cut"), hangs ("stall"), or each piece waits ("slow").

    `down`: after so many bytes on the way back.
    """

    def __init__(self, port: int, way: str = "", limit: int = 0, *, down: bool = False) -> None:
        self.way, self.limit, self._down = way, limit, down
        self._target = port
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.1)
        self.port = self._socket.getsockname()[1]
        self._open: list[socket.socket] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def close(self) -> None:
        self._over.set()
        self._socket.close()
        for each in list(self._open):
            _shut(each)
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                near, _ = self._socket.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
            except TimeoutError:
                continue
            except OSError:
                return
            near.setblocking(True)
            self._open += [near, far]
            for source, target, up in ((near, far, True), (far, near, False)):
                thread = threading.Thread(target=self._pump, args=(source, target, up), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _pump(self, source: socket.socket, target: socket.socket, up: bool) -> None:
        passed = 0
        try:
            while piece := source.recv(4096):
                passed += len(piece)
                if up is not self._down and self.limit and passed > self.limit:
                    if self.way == "stall":
                        self._over.wait()
                    if self.way != "slow":
                        break
                    self._over.wait(0.02)
                target.sendall(piece)
        except OSError:
            pass
        finally:
            for each in (source, target):
                _shut(each)


def _shut(each: socket.socket) -> None:
    with contextlib.suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()


def _serve_webdav(folder: Path) -> None:
    from cheroot import wsgi
    from wsgidav.fs_dav_provider import FilesystemProvider
    from wsgidav.wsgidav_app import WsgiDAVApp

    app = WsgiDAVApp({
        "provider_mapping": {"/": FilesystemProvider(str(folder))}, "verbose": 0, "logging": {"enable": False},
        "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
    })
    full = Path(f"{folder}.full")

    def door(environ: Any, start: Any) -> Any:
        if environ["REQUEST_METHOD"] == "PUT" and full.exists():
            while environ["wsgi.input"].read(65536):
                pass
            start("507 Insufficient Storage", [("Content-Length", "0")])
            return [b""]
        return app(environ, start)

    server = wsgi.Server(("127.0.0.1", 0), door)
    server.prepare()
    print(server.bind_addr[1], flush=True)
    server.serve()


def _serve_s3(folder: Path) -> None:
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    app = DomainDispatcherApplication(create_backend_app)
    full = Path(f"{folder}.full")
    good = f"Credential={USER}/".encode()

    def door(environ: Any, start: Any) -> Any:
        if good not in environ.get("HTTP_AUTHORIZATION", "").encode() and not environ["PATH_INFO"].startswith("/moto"):
            return _s3_error(start, "403 Forbidden", "InvalidAccessKeyId")
        if environ["REQUEST_METHOD"] == "PUT" and full.exists():
            environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            return _s3_error(start, "507 Insufficient Storage", "XMinioStorageFull")
        return app(environ, start)

    server = make_server("127.0.0.1", 0, door, threaded=True)
    print(server.server_port, flush=True)
    server.serve_forever()


def _s3_error(start: Any, status: str, code: str) -> list[bytes]:
    body = f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode()
    start(status, [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))])
    return [body]


def end_with_parent() -> None:
    """Nobody is left who would end this child."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    {"webdav": _serve_webdav, "s3": _serve_s3}[sys.argv[1]](Path(sys.argv[2]))
