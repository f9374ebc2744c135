"""Backups only the recovery phrase opens: a random key encrypts, the phrase locks that key.

The phrase is 40 digits in eight groups; the last digit of each group checks it, so that a slip of the pen is found
where it is. 106 bits of chance: nobody guesses it, and scrypt makes each guess dear besides.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.care.backup.model import Wrap

GROUPS, DIGITS = 8, 4
_N, _R, _P = 1 << 15, 8, 1
_MOST_N = 1 << 18
MAGIC, _NONCE, _TAG = b"DXE1", 12, 16
OVERHEAD = len(MAGIC) + _NONCE + _TAG


@dataclass(frozen=True)
class Vault:
    """A station's data key as it lies in station.backup-key, and what the phrase makes of it."""

    key: bytes
    wrap: Wrap

    def name(self, sha256: str) -> str:
        """What an object is called: says nothing to whoever has no key, and is the same every night."""
        return hmac.new(self._derived(b"names"), bytes.fromhex(sha256), hashlib.sha256).hexdigest()

    def lock(self, name: str, data: bytes) -> bytes:
        """The object's bytes; its name is authenticated with it, so that none can be put in another's place."""
        return MAGIC + _seal(self._derived(b"data"), data, name.encode())

    def open(self, name: str, raw: bytes) -> bytes:
        """Raises ValueError: not what was stored under this name."""
        if raw[:len(MAGIC)] != MAGIC:
            raise ValueError("not encrypted with this key")
        return _unseal(self._derived(b"data"), raw[len(MAGIC):], name.encode())

    def _derived(self, purpose: bytes) -> bytes:
        return hmac.new(self.key, b"dai-xa backup " + purpose, hashlib.sha256).digest()


def new_phrase() -> str:
    """"40712 …": eight groups of five digits."""
    return " ".join(_checked(f"{secrets.randbelow(10 ** DIGITS):0{DIGITS}d}", place) for place in range(GROUPS))


def plain_phrase(text: str) -> str:
    """As it was printed, whatever stands between the digits.

    Raises Refused: backup.phrase_length, backup.phrase_group (the first group that is not as printed).
    """
    digits = "".join(letter for letter in text if letter.isdecimal() and letter.isascii())
    length = DIGITS + 1
    if len(digits) != GROUPS * length:
        raise Refused("backup.phrase_length", f"the phrase has {GROUPS * length} digits, not {len(digits)}",
                      digits=len(digits), wanted=GROUPS * length)
    groups = [digits[start:start + length] for start in range(0, len(digits), length)]
    for place, group in enumerate(groups):
        if group != _checked(group[:DIGITS], place):
            raise Refused("backup.phrase_group", f"group {place + 1} ({group}) is not as printed", group=place + 1,
                          digits=group)
    return " ".join(groups)


def make_vault(phrase: str) -> Vault:
    """A new key under `phrase`."""
    return Vault(key := secrets.token_bytes(32), _wrapped(key, phrase))


def relocked(vault: Vault, phrase: str) -> Vault:
    """The same key under another phrase: what was backed up before stays readable from here."""
    return Vault(vault.key, _wrapped(vault.key, phrase))


def opened(wrap: Wrap, phrase: str) -> Vault:
    """Raises Refused: backup.phrase_length, phrase_group, phrase_wrong, backup.damaged."""
    plain = plain_phrase(phrase)
    try:
        if not 1 < wrap.n <= _MOST_N:
            raise Refused("backup.damaged", f"the backup's lock makes no sense: n={wrap.n}")
        key = _unseal(_stretched(plain, bytes.fromhex(wrap.salt), wrap.n), bytes.fromhex(wrap.locked), b"key")
    except ValueError as error:
        raise Refused("backup.phrase_wrong", "this phrase does not open this backup") from error
    return Vault(key, wrap)


class VaultFile:
    """station.backup-key: readable by the owner only, in no backup."""

    def __init__(self, home: StationHome) -> None:
        self.path: Path = home.root / "station.backup-key"

    def read(self) -> Vault | None:
        """None: there is none. Raises Refused("backup.key_unreadable")."""
        try:
            body = json.loads(self.path.read_text("utf-8"))
            return Vault(bytes.fromhex(body["key"]), Wrap(**body["wrap"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Refused("backup.key_unreadable", f"cannot read {self.path}", path=str(self.path)) from error

    def write(self, vault: Vault) -> None:
        body = {"version": 1, "key": vault.key.hex(), "wrap": asdict(vault.wrap)}
        write_atomic(self.path, json.dumps(body, indent=1).encode(), private=True)


def _checked(four: str, place: int) -> str:
    """Weights 1, 3, 7, 9 find each wrong digit and most swaps; the place finds groups in the wrong order."""
    total = sum(int(digit) * weight for digit, weight in zip(four, (1, 3, 7, 9), strict=True)) + place
    return f"{four}{total % 10}"


def _wrapped(key: bytes, phrase: str) -> Wrap:
    salt = os.urandom(16)
    return Wrap(salt.hex(), _N, _seal(_stretched(plain_phrase(phrase), salt, _N), key, b"key").hex())


def _stretched(phrase: str, salt: bytes, n: int) -> bytes:
    return hashlib.scrypt(phrase.encode("ascii"), salt=salt, n=n, r=_R, p=_P, maxmem=(n * _R + 4096) * 256, dklen=32)


def _seal(key: bytes, data: bytes, about: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, about)


def _unseal(key: bytes, raw: bytes, about: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(raw[:_NONCE], raw[_NONCE:], about)
    except InvalidTag as error:
        raise ValueError("altered, or another key") from error
