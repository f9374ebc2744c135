"""Who we are to others: the station's Ed25519 key pair (RFC 8032).

The seals inside a station (protocol/seal.py) use a key that never leaves it; what leaves the station is signed with
this one, and whoever has its public half can check it. It proves that the paper and the file come from the same
machine; it cannot prove what a person with that machine in their hands did.
"""

from __future__ import annotations

import hashlib
import time
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from broadcaster.base.errors import Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, write_atomic

_TRIES, _PAUSE = 100, 0.05


class Identity:
    """Signs in the station's name; makes the key when it is first needed."""

    def __init__(self, home: StationHome) -> None:
        self._home = home
        self._key: Ed25519PrivateKey | None = None

    def sign(self, data: bytes) -> str:
        """Hex of the signature over `data`. Raises Refused("signing_key.unreadable"), disk.*."""
        return self._private().sign(data).hex()

    @property
    def public(self) -> str:
        """Hex of the public key, 64 letters. Raises as `sign`."""
        return self._private().public_key().public_bytes_raw().hex()

    @property
    def fingerprint(self) -> str:
        """What people compare by eye and telephone. Raises as `sign`."""
        return fingerprint(self.public)

    def _private(self) -> Ed25519PrivateKey:
        if self._key is None:
            path = self._home.signing_key
            if not path.exists():
                self._make()
            try:
                self._key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii").strip()))
            except (OSError, ValueError) as error:
                raise Refused("signing_key.unreadable", f"cannot read the signing key {path}",
                              path=str(path)) from error
        return self._key

    def _make(self) -> None:
        """One key, also where window and keeper need it for the first time at once."""
        for _ in range(_TRIES):
            try:
                lock = ProcessLock(self._home, "identity")
            except Refused as refusal:
                if refusal.code != "process.running":
                    raise
                time.sleep(_PAUSE)
                continue
            try:
                if not self._home.signing_key.exists():
                    key = Ed25519PrivateKey.generate().private_bytes_raw()
                    write_atomic(self._home.signing_key, key.hex().encode("ascii"), private=True)
            finally:
                lock.release()
            return


def signature_holds(data: bytes, signature: str, public: str) -> bool:
    """Whether `signature` (hex) over `data` was made with the key whose public half is `public` (hex).

    Small letters and no blanks: two texts of one signature would make two seals of one.
    """
    try:
        key, mark = bytes.fromhex(public), bytes.fromhex(signature)
        Ed25519PublicKey.from_public_bytes(key).verify(mark, data)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return (key.hex(), mark.hex()) == (public, signature)


@lru_cache(maxsize=8_192)
def fingerprint(public: str) -> str:
    """Twenty digits in groups of four, from sha256 of the key: "4821 0937 5520 1184 6603"."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(public)).digest()[:16]) % 10**20
    digits = f"{number:020d}"
    return " ".join(digits[start:start + 4] for start in range(0, 20, 4))
