"""The recovery phrase and what it locks: vectors that must never change, and every altered bit found."""

from __future__ import annotations

import hashlib

import pytest

from broadcaster.base.errors import Refused
from broadcaster.care.backup.model import Wrap
from broadcaster.care.backup.vault import OVERHEAD, Vault, make_vault, new_phrase, opened, plain_phrase, relocked

KEY = bytes(range(32))
VAULT = Vault(KEY, Wrap("", 0, ""))


def test_names_and_objects_are_read_by_every_later_program() -> None:
    assert VAULT.name(hashlib.sha256(b"xa mau").hexdigest()) == \
        "22337f2b15700a4e1dc2d4654112a918661b0e6ba62c2fdfe0abeac4efbe9a2b"
    stored = bytes.fromhex("44584531a1cd1422479e3ead18f814c33dddd889da6c5854c82f83a3f86c575c4ac8e7c0c92d")
    assert VAULT.open("ab" * 32, stored) == b"xa mau"


def test_every_altered_bit_is_found() -> None:
    raw = VAULT.lock("ab" * 32, b"xa mau")
    assert len(raw) == 6 + OVERHEAD
    for bit in range(len(raw) * 8):
        altered = bytearray(raw)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(ValueError, match=r"."):
            VAULT.open("ab" * 32, bytes(altered))
    with pytest.raises(ValueError, match="altered"):
        VAULT.open("cd" * 32, raw)  # put in another object's place
    with pytest.raises(ValueError, match="altered"):
        VAULT.open("ab" * 32, raw[:-1])


def test_phrase_opens_and_a_slip_is_named() -> None:
    phrase = new_phrase()
    vault = make_vault(phrase)
    assert opened(vault.wrap, f"  {phrase.replace(' ', '.')} ").key == vault.key
    again = relocked(vault, new_phrase())
    assert again.key == vault.key
    assert again.wrap != vault.wrap
    with pytest.raises(Refused) as refused:
        opened(again.wrap, phrase)
    assert refused.value.code == "backup.phrase_wrong"
    groups = phrase.split()
    for digit in range(5):
        wrong = list(groups[2])
        wrong[digit] = str((int(wrong[digit]) + 1) % 10)
        with pytest.raises(Refused) as refused:
            plain_phrase(" ".join([*groups[:2], "".join(wrong), *groups[3:]]))
        assert (refused.value.code, refused.value.facts["group"]) == ("backup.phrase_group", 3)


def test_phrases_differ_and_check_their_order() -> None:
    phrases = {new_phrase() for _ in range(50)}
    assert len(phrases) == 50
    for phrase in phrases:
        groups = plain_phrase(phrase).split()
        with pytest.raises(Refused):
            plain_phrase(" ".join([groups[1], groups[0], *groups[2:]]))
