"""The table of rights, PINs and passwords: rules without a database."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.accounts.codes import ALPHABET, BITS, new_code, one_time_pin, plain_code
from broadcaster.accounts.model import RIGHTS, Person, Right, Role, allowed, guard, need
from broadcaster.accounts.pins import easy_pin, hash_pin, pin_matches, weak_password
from broadcaster.base.errors import Refused


def person(role: Role, active: bool = True) -> Person:
    return Person(role.value, role.value, "", role, active)


def test_each_role_has_all_the_one_before_has() -> None:
    order = (Role.VIEWER, Role.OPERATOR, Role.APPROVER, Role.ADMIN)
    for less, more in pairwise(order):
        assert RIGHTS[less] < RIGHTS[more]
    assert RIGHTS[Role.VIEWER] == {Right.LOOK}
    assert RIGHTS[Role.ADMIN] == set(Right)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_who_has_left_may_nothing(role: Role, right: Right) -> None:
    gone = person(role, active=False)
    assert not allowed(gone, right, [gone])


def test_an_approver_stands_in_only_where_there_is_no_administrator() -> None:
    approver, admin, operator = person(Role.APPROVER), person(Role.ADMIN), person(Role.OPERATOR)
    assert allowed(approver, Right.PEOPLE, [approver, operator])
    assert not allowed(approver, Right.PEOPLE, [approver, admin])
    assert allowed(approver, Right.PEOPLE, [approver, person(Role.ADMIN, active=False)])
    assert not allowed(operator, Right.PEOPLE, [operator])
    assert (guard([operator]), guard([approver]), guard([approver, admin])) == (None, Role.APPROVER, Role.ADMIN)
    with pytest.raises(Refused) as caught:
        need(approver, Right.RESTORE, [approver, admin])
    assert caught.value.facts == {"name": "approver", "right": "restore"}


@pytest.mark.parametrize("password", ["matkhau123", "Mật Khẩu 123", "PASSWORD", "abababab", "abcabcabc",
                                      "truyenthanh2026", "Cán bộ Truyền thanh", "canbotruyenthanh12"])
def test_common_passwords_and_the_own_name_are_refused(password: str) -> None:
    with pytest.raises(Refused) as caught:
        hash_pin(password, "Cán bộ truyền thanh")
    assert caught.value.code in {"pin.weak", "pin.form"}


@pytest.mark.parametrize("password", ["bốn từ vu vơ", "ngựa-xanh-7-ghế", "Ζωή μου σας αγαπώ", "🔑 chìa khóa nhà",
                                      "canbotruyenthanh xe đạp cũ"])
def test_any_letters_make_a_password(password: str) -> None:
    stored = hash_pin(unicodedata.normalize("NFD", password), "Cán bộ truyền thanh")
    assert pin_matches(unicodedata.normalize("NFC", password), stored)
    assert not pin_matches(password + " ", stored)


@pytest.mark.parametrize("secret", ["a" * 129, "mật\nkhẩu dài", "\ud800abcdefgh", "khẩu\u202e đảo ngược", "١٢٣٤٥٦٧٨٩"])
def test_what_cannot_be_typed_again_is_no_password(secret: str) -> None:
    with pytest.raises(Refused) as caught:
        hash_pin(secret)
    assert caught.value.code == "pin.form"
    assert not pin_matches(secret, hash_pin("2580"))


@pytest.mark.parametrize("pin", ["0000", "1234", "98765", "121212", "5555555", "0123456789"])
def test_pins_everybody_tries_are_known(pin: str) -> None:
    assert easy_pin(pin)
    assert not easy_pin("258079")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_judging_a_password_never_stumbles(password: str, name: str) -> None:
    assert weak_password(password, name) in {True, False}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_what_is_typed_is_a_code_or_nothing(typed: str) -> None:
    plain = plain_code(typed)
    assert plain == "" or (len(plain) == 16 and set(plain) <= set(ALPHABET))


def test_a_code_is_long_enough_and_read_however_it_is_typed() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert BITS >= 60
    # What a Vietnamese keyboard turns into other letters is not in it.
    assert not set("AEIOUYDW0123456789") & set(ALPHABET)
    code = codes.pop()
    assert plain_code(code.lower().replace("-", " ")) == plain_code(f"  {code} ") == code.replace("-", "")
    assert plain_code(code[:-1]) == plain_code(code + "B") == plain_code(code.replace(code[0], "A")) == ""


def test_a_one_time_pin_is_never_easy() -> None:
    pins = {one_time_pin() for _ in range(300)}
    assert len(pins) > 250
    assert all(len(pin) == 6 and pin.isdigit() and not easy_pin(pin) for pin in pins)
