"""The one-time codes of the recovery sheet, and one-time PINs: made here, written nowhere but on paper. No I/O."""

from __future__ import annotations

import math
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from broadcaster.accounts.pins import easy_pin
from broadcaster.base.vietnamese import fold

CODES = 8
"""On one sheet."""
GROUPS, LETTERS = 4, 4
# No letters that look alike; no vowel, D or W either: Vietnamese keyboards (Telex, VNI) turn those into other letters.
ALPHABET = "BCFGHJKMNPQRSTVXZ"
BITS = GROUPS * LETTERS * math.log2(len(ALPHABET))
_PIN_DIGITS = 6
# Nobody guesses 65 random bits: the hash need not be slow, and eight of them are judged at each try.
_HASHER = PasswordHasher(time_cost=1, memory_cost=2_048, parallelism=1)


def new_code() -> str:
    """Four groups of four letters, 65 bits."""
    letters = [secrets.choice(ALPHABET) for _ in range(GROUPS * LETTERS)]
    return "-".join("".join(letters[start:start + LETTERS]) for start in range(0, len(letters), LETTERS))


def plain_code(typed: str) -> str:
    """What was typed, as it is hashed: blanks, hyphens and small letters do not matter. Empty: no code at all."""
    letters = "".join(letter for letter in fold(typed[:200]).upper() if letter in ALPHABET)
    others = [letter for letter in fold(typed[:200]).upper() if letter.isalnum() and letter not in ALPHABET]
    return letters if len(letters) == GROUPS * LETTERS and not others else ""


def hash_code(plain: str) -> str:
    """The argon2id hash to store."""
    return _HASHER.hash(plain)


def code_matches(plain: str, stored: str) -> bool:
    """Whether `plain` is the code behind the stored hash."""
    try:
        return _HASHER.verify(stored, plain)
    except (VerificationError, InvalidHashError):
        return False


def one_time_pin() -> str:
    """Six digits, none of those that are guessed first."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(_PIN_DIGITS))
        if not easy_pin(pin):
            return pin
