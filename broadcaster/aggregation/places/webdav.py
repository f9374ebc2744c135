"""WebDAV over webdav4 (Nextcloud and most office servers): grows under a hidden name, then is moved."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from broadcaster.aggregation.places.address import Address
from broadcaster.aggregation.places.place import PIECE, STALL, Place, PlaceFile, part_name
from broadcaster.aggregation.places.watch import Beat
from broadcaster.aggregation.secrets import Login


class WebdavPlace(Place):
    """The user stands in the address or beside the password."""

    def __init__(self, address: Address, login: Login, stall: float = STALL) -> None:
        super().__init__(address.text, login, stall)
        self._url = address.url
        self._user = address.user or login.user
        self._fs: Any = None

    @property
    def _files_there(self) -> Any:
        if self._fs is None:
            from webdav4.client import Client
            from webdav4.fsspec import WebdavFileSystem

            logging.getLogger("httpx").setLevel(logging.WARNING)  # else every request is a line of the station's log
            auth = (self._user, self._login.password) if self._user or self._login.password else None
            # No proxy and no .netrc of the system: what is asked is what is set.
            client = Client(self._url, auth=auth, timeout=self._stall, trust_env=False, retry=False)
            self._fs = WebdavFileSystem(self._url, client=client)
        return self._fs

    def _put(self, name: str, source: Path, size: int, beat: Beat) -> None:
        there, part = self._files_there, part_name(name)
        if "/" in name and not there.exists(folder := name.rpartition("/")[0]):
            there.makedirs(folder, exist_ok=True)
        done = 0

        def moved(count: int) -> None:
            nonlocal done
            done += count
            beat(done, size)

        with source.open("rb") as file:
            there.client.upload_fileobj(file, part, overwrite=True, callback=moved, chunk_size=PIECE, size=size)
        beat()
        there.client.move(part, name, overwrite=True)

    def _files(self, folder: str) -> Iterator[PlaceFile]:
        try:
            found = self._files_there.ls(folder, detail=True)
        except FileNotFoundError:
            if not folder:
                raise
            return
        for item in found:
            if item["type"] == "file":
                yield PlaceFile(str(item["name"]).rpartition("/")[2], int(item["size"] or 0))

    def _size(self, name: str) -> int | None:
        try:
            return int(self._files_there.info(name)["size"] or 0)
        except FileNotFoundError:
            return None

    def _open(self, name: str) -> BinaryIO:
        return cast(BinaryIO, self._files_there.open(name, "rb"))

    def _remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self._files_there.rm_file(name)

    def _hang_up(self) -> None:
        fs, self._fs = self._fs, None
        if fs is not None:
            fs.client.http.close()
