"""An SFTP server of one folder: `python sftp_child.py sftp FOLDER` prints its port and serves."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import paramiko
from place_servers import PASSWORD, USER, end_with_parent

ROOT = Path(sys.argv[2]) if len(sys.argv) > 2 else Path()
FULL = Path(f"{ROOT}.full")


class Door(paramiko.ServerInterface):
    def check_auth_password(self, username: str, password: str) -> int:
        good = (username, password) == (USER, PASSWORD)
        return int(paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED)

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return int(paramiko.OPEN_SUCCEEDED)


class Handle(paramiko.SFTPHandle):
    def write(self, offset: int, data: bytes) -> Any:
        return paramiko.SFTP_FAILURE if FULL.exists() else super().write(offset, data)


class Files(paramiko.SFTPServerInterface):
    def list_folder(self, path: str) -> Any:
        return _tried(lambda: [paramiko.SFTPAttributes.from_stat(each.stat(), each.name)
                               for each in _real(path).iterdir()])

    def stat(self, path: str) -> Any:
        return _tried(lambda: paramiko.SFTPAttributes.from_stat(_real(path).stat()))

    lstat = stat

    def open(self, path: str, flags: int, attr: Any) -> Any:
        return _tried(lambda: self._handle(_real(path), flags))

    def remove(self, path: str) -> Any:
        return _tried(lambda: _real(path).unlink())

    def posix_rename(self, oldpath: str, newpath: str) -> Any:
        return _tried(lambda: _real(oldpath).replace(_real(newpath)) and None)

    def mkdir(self, path: str, attr: Any) -> Any:
        return _tried(lambda: _real(path).mkdir())

    def _handle(self, path: Path, flags: int) -> Handle:
        handle = Handle(flags)
        if flags & os.O_CREAT:
            path.write_bytes(b"")
        handle.filename = str(path)
        handle.readfile = handle.writefile = path.open("r+b" if flags & (os.O_WRONLY | os.O_RDWR) else "rb")
        return handle


def _real(path: str) -> Path:
    return ROOT / path.lstrip("/")


def _tried(work: Callable[[], Any]) -> Any:
    try:
        done = work()
    except OSError as error:
        return paramiko.SFTPServer.convert_errno(error.errno)
    return paramiko.SFTP_OK if done is None else done


def _talk(client: socket.socket, key: Any) -> None:
    transport = paramiko.Transport(client)
    transport.add_server_key(key)
    transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Files)
    try:
        transport.start_server(server=Door())
    except (paramiko.SSHException, EOFError):
        return
    channels = []  # one that nobody holds closes itself
    while transport.is_active():
        channels.append(transport.accept(1))


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    host_key = paramiko.ECDSAKey.generate()
    with socket.create_server(("127.0.0.1", 0)) as door:
        print(door.getsockname()[1], flush=True)
        while True:
            threading.Thread(target=_talk, args=(door.accept()[0], host_key), daemon=True).start()
