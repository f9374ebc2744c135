"""SFTP over fsspec and paramiko; the server's key is one a person has confirmed, or there is no line."""

from __future__ import annotations

import base64
import hashlib
import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from broadcaster.aggregation.places.address import Address
from broadcaster.aggregation.places.place import STALL, Place, PlaceFile, copy_in_pieces, part_name
from broadcaster.aggregation.places.watch import Beat
from broadcaster.aggregation.secrets import Login
from broadcaster.base.errors import Refused


class SftpPlace(Place):
    """Connects at the first act. `host_keys`: "host:port" -> "ssh-ed25519 AAAA…"."""

    def __init__(self, address: Address, login: Login, host_keys: dict[str, str], stall: float = STALL) -> None:
        super().__init__(address.text, login, stall)
        self._address = address
        self._pinned = host_keys.get(address.host_port, "")
        self._fs: Any = None

    @property
    def _files_there(self) -> Any:
        if self._fs is None:
            self._fs = self._connect()
            channel = self._fs.ftp.get_channel()
            channel.settimeout(self._stall)
        return self._fs

    def _connect(self) -> Any:
        from fsspec.implementations.sftp import SFTPFileSystem
        from paramiko import MissingHostKeyPolicy

        # What goes wrong is said by the refusal; their own words would fill the station's log.
        logging.getLogger("paramiko").setLevel(logging.CRITICAL)
        place = self

        class Pinned(MissingHostKeyPolicy):  # type: ignore[misc]  # paramiko has no types
            def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:
                place.check_key(f"{key.get_name()} {key.get_base64()}")

        login = self._login
        key = {"key_filename": login.key_file, "passphrase": login.password or None} if login.key_file \
            else {"password": login.password}
        return SFTPFileSystem(
            self._address.host, port=self._address.port, username=self._address.user, host_key_policy=Pinned(),
            timeout=self._stall, banner_timeout=self._stall, auth_timeout=self._stall, channel_timeout=self._stall,
            allow_agent=False, look_for_keys=False, skip_instance_cache=True, **key)

    def check_key(self, offered: str) -> None:
        """Raises Refused: place.host_unknown (nobody has confirmed a key yet), place.host_changed."""
        if offered == self._pinned:
            return
        facts = {"host": self._address.host_port, "fingerprint": ssh_fingerprint(offered), "key": offered}
        if self._pinned:
            raise Refused("place.host_changed", f"{self._address.host} answers with another key than the one confirmed",
                          before=ssh_fingerprint(self._pinned), **facts)
        raise Refused("place.host_unknown", f"nobody has confirmed the key of {self._address.host} yet: "
                      f"{facts['fingerprint']}", **facts)

    def _put(self, name: str, source: Path, size: int, beat: Beat) -> None:
        there = self._files_there
        beat()
        target, part = self._path(name), self._path(part_name(name))
        if "/" in name:
            there.makedirs(target.rpartition("/")[0], exist_ok=True)
        with there.ftp.open(part, "wb") as file:
            file.set_pipelined(True)  # else every piece waits for its answer: a hundred times slower on a long line
            copy_in_pieces(source, cast(BinaryIO, file), size, beat)
        if (came := there.ftp.stat(part).st_size) != size:
            raise OSError(f"{came} of {size} bytes lie there")
        try:
            there.ftp.posix_rename(part, target)
        except OSError:  # a server without that extension: the old file goes first
            with suppress(OSError):
                there.ftp.remove(target)
            there.ftp.rename(part, target)

    def _files(self, folder: str) -> Iterator[PlaceFile]:
        there = self._files_there
        try:
            found = there.ls(self._path(folder), detail=True)
        except FileNotFoundError:
            if not folder:
                raise
            return
        for item in found:
            if item["type"] == "file":
                yield PlaceFile(str(item["name"]).rpartition("/")[2], int(item["size"] or 0))

    def _size(self, name: str) -> int | None:
        try:
            return int(self._files_there.ftp.stat(self._path(name)).st_size)
        except FileNotFoundError:
            return None

    def _open(self, name: str) -> BinaryIO:
        return cast(BinaryIO, self._files_there.ftp.open(self._path(name), "rb"))

    def _remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self._files_there.ftp.remove(self._path(name))

    def _hang_up(self) -> None:
        fs, self._fs = self._fs, None
        if fs is not None:
            fs.client.close()

    def _path(self, name: str) -> str:
        root = self._address.path.rstrip("/")
        if not name:
            return root or ("/" if self._address.path.startswith("/") else ".")
        return f"{root}/{name}" if self._address.path else name


def ssh_fingerprint(key: str) -> str:
    """As ssh-keygen -l shows it: "SHA256:…"."""
    raw = base64.b64decode(key.partition(" ")[2])
    return "SHA256:" + base64.b64encode(hashlib.sha256(raw).digest()).decode().rstrip("=")
