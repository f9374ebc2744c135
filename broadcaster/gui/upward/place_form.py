"""Where packages go, as fields: an address is put together from them and taken apart into them. No I/O."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from broadcaster.aggregation.places.address import FOLDER, S3, SFTP, SSH_PORT, WEBDAV, Address, parse
from broadcaster.base.errors import Refused

BY_HAND = "hand"
KINDS = (BY_HAND, FOLDER, WEBDAV, SFTP, S3)


@dataclass(frozen=True)
class Fields:
    """What the form shows."""

    kind: str = BY_HAND
    path: str = ""
    """A folder; below a server, the folder there; of S3 BUCKET/FOLDER."""
    host: str = ""
    """A name, or NAME:PORT."""
    user: str = ""


def fields_of(text: str) -> Fields:
    """An address the form cannot show becomes a folder of that name: it is corrected there."""
    if not text.strip():
        return Fields()
    try:
        found: Address = parse(text)
    except Refused:
        return Fields(FOLDER, text)
    if found.kind == FOLDER:
        return Fields(FOLDER, found.path)
    if found.kind == S3:
        return Fields(S3, found.path)
    if found.kind == WEBDAV:
        return Fields(WEBDAV, found.url, user=found.user)
    shown = f"[{found.host}]" if ":" in found.host else found.host
    host = shown if found.port == SSH_PORT else f"{shown}:{found.port}"
    return Fields(SFTP, found.path, host, found.user)


def address_of(fields: Fields) -> str:
    """As [upward] to has it. Raises Refused place.* for what is no address."""
    path = fields.path.strip()
    if fields.kind == BY_HAND:
        return ""
    if fields.kind == FOLDER:
        text = path
    elif fields.kind == S3:
        text = f"s3://{quote(path.removeprefix('s3://').strip('/'))}"
    elif fields.kind == WEBDAV:
        text = path if path.startswith("webdav+") else f"webdav+{path if '://' in path else f'https://{path}'}"
    else:
        where = path if path.startswith("/") else f"/~/{path}"
        text = f"sftp://{quote(fields.user.strip(), safe='')}@{fields.host.strip()}{quote(where, safe='/~')}"
    parse(text)
    return text
