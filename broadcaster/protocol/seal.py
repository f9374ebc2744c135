"""The station key and the seals made with it.

A seal is HMAC-SHA256 over canonical JSON (sorted keys, no blanks, UTF-8), written "hmac-sha256:<hex>".
It lets the player refuse an approval or a rundown that something other than this program wrote.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.protocol.verifier import canonical

_PREFIX = "hmac-sha256:"


def seal(data: Any, key: bytes) -> str:
    """The seal of `data`."""
    return _PREFIX + hmac.new(key, canonical(data), hashlib.sha256).hexdigest()


def seal_holds(data: Any, claimed: object, key: bytes) -> bool:
    """Whether `claimed` is the seal of `data` under `key`."""
    return isinstance(claimed, str) and hmac.compare_digest(seal(data, key).encode(), claimed.encode())


def make_key(home: StationHome) -> bytes:
    """Create the station key if there is none yet."""
    if not home.key.exists():
        write_atomic(home.key, secrets.token_bytes(32).hex().encode("ascii"), private=True)
    return read_key(home)


def read_key(home: StationHome) -> bytes:
    """The station key; without it nothing can be planned or aired."""
    try:
        key = bytes.fromhex(home.key.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise Refused("key.unreadable", f"cannot read the station key {home.key}", path=str(home.key)) from error
    if len(key) != 32:
        raise Refused("key.unreadable", f"the station key {home.key} is not 32 bytes", path=str(home.key))
    return key
