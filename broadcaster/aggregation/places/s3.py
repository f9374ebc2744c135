"""S3-compatible storage over s3fs. An object appears there when all of it has come: no other name is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from broadcaster.aggregation.places.address import Address
from broadcaster.aggregation.places.place import STALL, Place, PlaceFile
from broadcaster.aggregation.places.watch import Beat
from broadcaster.aggregation.secrets import Login

_PART = 5 << 20
"""The smallest part S3 takes."""


class S3Place(Place):
    """`endpoint`: empty is Amazon's."""

    def __init__(self, address: Address, login: Login, endpoint: str, stall: float = STALL) -> None:
        super().__init__(address.text, login, stall)
        self._root = address.path
        self._endpoint = endpoint
        self._fs: Any = None

    @property
    def _files_there(self) -> Any:
        if self._fs is None:
            from s3fs import S3FileSystem

            wait = max(1, int(self._stall))
            self._fs = S3FileSystem(
                key=self._login.user or None, secret=self._login.password or None, endpoint_url=self._endpoint or None,
                anon=False, use_listings_cache=False, skip_instance_cache=True, max_concurrency=1,
                config_kwargs={"connect_timeout": wait, "read_timeout": wait, "retries": {"max_attempts": 0},
                               # Storage of other makers does not know the newer checksums.
                               "request_checksum_calculation": "when_required",
                               "response_checksum_validation": "when_required"})
            self._fs.retries = 1
        return self._fs

    def _put(self, name: str, source: Path, size: int, beat: Beat) -> None:
        from fsspec.callbacks import Callback

        class Told(Callback):  # type: ignore[misc]  # fsspec has no types
            def relative_update(self, inc: int = 1) -> None:
                super().relative_update(inc)
                beat(int(self.value), size)
                beat.expect(_PART)

        beat.expect(min(size, 2 * _PART))
        self._files_there.put_file(str(source), self._path(name), callback=Told(), chunksize=_PART)

    def _files(self, folder: str) -> Iterator[PlaceFile]:
        prefix = self._path(folder)
        try:
            found = self._files_there.ls(prefix, detail=True, refresh=True)
        except FileNotFoundError:
            if not folder and "/" not in self._root:
                raise
            return
        for item in found:
            if item["type"] == "file" and item["name"] != prefix:
                yield PlaceFile(str(item["name"]).rpartition("/")[2], int(item["size"] or 0))

    def _size(self, name: str) -> int | None:
        try:
            return int(self._files_there.info(self._path(name), refresh=True)["size"])
        except FileNotFoundError:
            return None

    def _open(self, name: str) -> BinaryIO:
        return cast(BinaryIO, self._files_there.open(self._path(name), "rb", block_size=1 << 20))

    def _remove(self, name: str) -> None:
        self._files_there.call_s3("delete_object", Bucket=self._root.partition("/")[0],
                                  Key=self._path(name).partition("/")[2])

    def _hang_up(self) -> None:
        fs, self._fs = self._fs, None
        if fs is not None and fs._s3 is not None:
            fs.close_session(fs.loop, fs._s3)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root
