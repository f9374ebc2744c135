"""From a line in the settings to a place: the one door for sending, fetching, and the office's inbox."""

from __future__ import annotations

from pathlib import Path

from broadcaster.aggregation.places.address import FOLDER, S3, SFTP, parse
from broadcaster.aggregation.places.place import STALL, Place
from broadcaster.aggregation.secrets import Login, Secrets, TrustBook
from broadcaster.base.paths import StationHome


def open_place(home: StationHome, text: str, endpoint: str = "", *, login: Login | None = None,
               stall: float = STALL) -> Place:
    """No line is opened before the first act; libraries are loaded then. `login`: in the place of what is kept.

    Raises Refused: place.address, place.password_in_address, place.unencrypted, secrets.unreadable, trust.unreadable.
    """
    address = parse(text)
    if address.kind == FOLDER:
        from broadcaster.aggregation.places.folder import FolderPlace

        return FolderPlace(Path(address.path), stall)
    login = Secrets(home).login(address.text) if login is None else login
    if address.kind == SFTP:
        from broadcaster.aggregation.places.sftp import SftpPlace

        return SftpPlace(address, login, TrustBook(home).host_keys(), stall)
    if address.kind == S3:
        from broadcaster.aggregation.places.s3 import S3Place

        return S3Place(address, login, endpoint, stall)
    from broadcaster.aggregation.places.webdav import WebdavPlace

    return WebdavPlace(address, login, stall)
