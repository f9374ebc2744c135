"""What [upward] to and [office] inbox say, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from broadcaster.base.errors import Refused

FOLDER, SFTP, S3, WEBDAV = "folder", "sftp", "s3", "webdav"
SSH_PORT = 22
_OWN_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Address:
    """One place, without its password."""

    kind: str
    text: str
    """As it stands in the settings."""
    host: str = ""
    port: int = 0
    user: str = ""
    path: str = ""
    """Of a folder or SFTP the path itself; of S3 BUCKET/PATH."""
    url: str = ""
    """WebDAV: what is asked."""

    @property
    def host_port(self) -> str:
        """What a host's key is pinned to."""
        return f"{self.host}:{self.port}"


def parse(text: str) -> Address:
    """Raises Refused: place.address, place.password_in_address, place.unencrypted."""
    text = text.strip()
    scheme, separator, _ = text.partition("://")
    if not separator:
        if not text:
            raise Refused("place.address", "no place is set", address="")
        return Address(FOLDER, text, path=text)
    try:
        parts = urlsplit(text)
        host, port, password = parts.hostname or "", parts.port, parts.password
    except ValueError as error:
        raise _wrong(scheme) from error
    if password is not None:
        raise Refused("place.password_in_address", "a password stands in the address of the place; it belongs into "
                      "station.secrets", host=host)
    if parts.query or parts.fragment or not host:
        raise _wrong(text)
    user, path = unquote(parts.username or ""), unquote(parts.path)
    if scheme == "sftp":
        if not user:
            raise _wrong(text)
        home = path.startswith("/~/")
        return Address(SFTP, text, host, port or SSH_PORT, user, path.removeprefix("/~/") if home else path or "/")
    if scheme == "s3":
        # Bucket names may hold what a host name may not: taken from the text.
        bucket = text.removeprefix("s3://").partition("/")[0]
        return Address(S3, text, bucket, path=f"{bucket}{path}".rstrip("/"))
    if scheme in {"webdav+https", "webdav+http"}:
        if scheme == "webdav+http" and host not in _OWN_MACHINE:
            raise Refused("place.unencrypted", f"{host}: without https the password could be read on the way",
                          host=host)
        shown = f"[{host}]" if ":" in host else host
        where = f"{shown}:{port}" if port else shown
        url = f"{scheme.removeprefix('webdav+')}://{where}{parts.path}"
        return Address(WEBDAV, text, host, port or 0, user, path, url)
    raise _wrong(text)


def _wrong(text: str) -> Refused:
    return Refused("place.address", f"{text!r} is no place: a folder, sftp://USER@HOST/PATH, s3://BUCKET/PATH or "
                   "webdav+https://HOST/PATH", address=text)
