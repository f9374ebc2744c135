"""PINs: how they are kept, and how long a wrong one locks. No I/O."""

from __future__ import annotations

import re
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from broadcaster.base.errors import Refused

TRIES = 5
"""Wrong PINs in a row before the first lock."""
FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(hours=1)

# 19 MiB and two passes: the least OWASP names for argon2id, about 0.1 s on a ten-year-old PC.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_pin(pin: str) -> str:
    """The argon2id hash to store. Raises Refused("pin.form") unless the PIN is 4 to 12 digits."""
    if not re.fullmatch(r"[0-9]{4,12}", pin):
        raise Refused("pin.form", "a PIN is 4 to 12 digits")
    return _HASHER.hash(pin)


def pin_matches(pin: str, stored: str) -> bool:
    """Whether `pin` is the one behind the stored hash; a damaged hash matches nothing."""
    try:
        return _HASHER.verify(stored, pin)
    except (VerificationError, InvalidHashError):
        return False


def lock_after(wrong_pins: int) -> timedelta:
    """How long the n-th wrong PIN in a row locks: nothing up to the fourth, then 5 minutes, doubling to an hour."""
    if wrong_pins < TRIES:
        return timedelta(0)
    return min(FIRST_LOCK * (1 << min(wrong_pins - TRIES, 10)), LONGEST_LOCK)
