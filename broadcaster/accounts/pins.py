"""PINs and passwords: what is one, how they are kept, how long wrong ones lock. No I/O."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold, nfc

TRIES = 5
"""Wrong PINs in a row before the first lock."""
FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(hours=1)
LONGEST_SECRET = 128
_SHORTEST_PASSWORD = 8
_OWN = 4
"""Letters a password must have besides the own name."""

# 19 MiB and two passes: the least OWASP names for argon2id, about 0.1 s on a ten-year-old PC.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)

_COMMON_WORDS = (
    "password passw0rd p@ssword p@ssw0rd password1 password12 password123 qwertyui qwertyuiop qwerty12 qwerty123 "
    "asdfghjk asdfghjkl zxcvbnm1 1q2w3e4r 1qaz2wsx qazwsxedc a1234567 a12345678 a123456789 abcd1234 abc12345 "
    "abcdefgh iloveyou iloveyou1 sunshine princess football baseball superman welcome1 letmein1 trustno1 admin123 "
    "admin1234 administrator matkhau1 matkhau12 matkhau123 matkhaumoi anhyeuem emyeuanh anhyeuem123 yeuemnhieu "
    "khongbiet khongco1 vietnam1 vietnam123 vietnamvodich hanoi123 saigon123 truyenthanh daitruyenthanh "
    "truyenthanh123 dairadio loaphuong loatruyenthanh ubndxa123 ubndxa2026 uyban123 phatthanh123 xinchao123 "
    "xinchaovietnam motconvit motconvit2 giadinh123 conyeume conyeuba hanhphuc1 hanhphuc123 doimatkhau "
    "khongcomatkhau chaobuoisang chucmungnammoi")
_COMMON = frozenset(_COMMON_WORDS.split())
"""The commonest, folded: without accents, spaces and capitals."""


def hash_pin(pin: str, name: str = "") -> str:
    """The argon2id hash to store. Raises Refused: pin.form, pin.weak (a password that is the name, or a common one).

    4 to 12 digits are a PIN; else it is a password of 8 characters or more. Easy PINs are refused by whoever asks for
    one (`easy_pin`): sample stations are made with them on purpose.
    """
    secret = nfc(pin)
    if re.fullmatch(r"[0-9]{4,12}", secret):
        return _HASHER.hash(secret)
    printable = all(unicodedata.category(letter)[0] != "C" for letter in secret)
    if secret.isdecimal() or not (printable and _SHORTEST_PASSWORD <= len(secret) <= LONGEST_SECRET):
        raise Refused("pin.form", "a PIN is 4 to 12 digits, a password 8 characters or more")
    if weak_password(secret, name):
        raise Refused("pin.weak", "this password is too easy to guess")
    return _HASHER.hash(secret)


def pin_matches(pin: str, stored: str) -> bool:
    """Whether `pin` is the one behind the stored hash; a damaged hash matches nothing."""
    try:
        return _HASHER.verify(stored, nfc(pin[:LONGEST_SECRET * 4]))
    except (VerificationError, InvalidHashError, UnicodeError):
        return False


def easy_pin(pin: str) -> bool:
    """All one digit, a run such as 2345, a pair again and again: what everybody tries first."""
    digits = pin.isascii() and pin.isdigit()
    return digits and (pin in "01234567890123456789" or pin in "98765432109876543210" or _period(pin) <= 2)


def weak_password(password: str, name: str = "") -> bool:
    """A common one, a short pattern repeated, or hardly more than the own name."""
    plain, own = _plain(password), _plain(name)
    if plain in _COMMON or plain.rstrip("0123456789!@#.") in _COMMON or _period(plain) <= 3:
        return True
    return len(own) >= _OWN and own in plain and len(plain) - len(own) < _OWN


def lock_after(wrong_pins: int) -> timedelta:
    """How long the n-th wrong PIN in a row locks: nothing up to the fourth, then 5 minutes, doubling to an hour."""
    if wrong_pins < TRIES:
        return timedelta(0)
    return min(FIRST_LOCK * (1 << min(wrong_pins - TRIES, 10)), LONGEST_LOCK)


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _period(text: str) -> int:
    """Length of the shortest piece that, repeated, makes the text."""
    return (text + text).find(text, 1)
