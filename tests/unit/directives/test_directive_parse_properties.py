"""What holds for any letter: places lie in the text, deformed copies read alike, time grows with the length only."""

from __future__ import annotations

import json
import re
import textwrap
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadcaster.base.vietnamese import fold, nfc
from broadcaster.directives.model import FIELD_NAMES, ParsedLetter
from broadcaster.directives.parse import MAX_PARSED, parse_letter

LETTERS = Path(__file__).parents[2] / "data" / "letters"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in
         sorted([*LETTERS.glob("*.txt"), *LETTERS.glob("composed/*.txt")])}
PRINTED = ("issued_place", "subject", "archive_line", "contact", "report_duty", "report_addressee")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HEAD = "UBND HUYỆN MẪU\nSố: 12/UBND-VX\nV/v tuyên truyền\nMẫu, ngày 10 tháng 02 năm 2026\nKính gửi: UBND các xã.\n\n"


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def body(name: str) -> str:
    text = TEXTS[name]
    return text.split("\n", 1)[1] if text.startswith("# source") else text


def check_places(letter: ParsedLetter) -> None:
    for name, field in letter.fields.items():
        if field.span:
            assert 0 <= field.span[0] <= field.span[1] <= len(letter.text), name
        if name in PRINTED and isinstance(field.value, str) and field.span:
            assert plain(field.value) in plain(letter.text[field.span[0] : field.span[1]].replace("Õ", "Ò")), name
        assert 0 <= field.confidence <= 1
    for point in letter.points:
        assert 0 <= point.start < point.end <= len(letter.text)


@SLOW
@given(st.data())
def test_torn_letters_are_taken_and_places_hold(data: st.DataObject) -> None:
    text = body(data.draw(st.sampled_from(sorted(TEXTS))))
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 200))
        text = text[:at] + data.draw(st.text(max_size=20)) + text[at + cut :]
    letter = parse_letter(text)
    assert letter.text == nfc(text)
    assert set(letter.fields) == set(FIELD_NAMES)
    check_places(letter)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_places_of_a_copy_with_doubled_blanks(name: str) -> None:
    doubled = re.sub(r"(?<=\w) (?=\w)", "  ", body(name)).replace("\n", "  \r\n  ")
    letter = parse_letter(doubled)
    check_places(letter)
    once = parse_letter(body(name))
    assert {n: letter.value(n) for n in FIELD_NAMES} == {n: once.value(n) for n in FIELD_NAMES}


def reflowed(text: str, width: int) -> str:
    wrap = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    return "\n".join("\n".join(wrap.wrap(line)) if len(line) > width else line for line in text.split("\n"))


@pytest.mark.parametrize("width", [70, 100])
@pytest.mark.parametrize("name", [name for name in sorted(TEXTS) if name.startswith(("seed", "made-0"))])
def test_wrapping_changes_no_code_date_or_number(name: str, width: int) -> None:
    before, after = parse_letter(body(name)), parse_letter(reflowed(body(name), width))
    for field in ("doc_type", "number", "symbol", "issued_date", "urgency", "based_on", "campaign_start",
                  "campaign_end", "report_due", "report_on_request", "hotlines", "links", "form"):
        if not (name == "made-09" and field == "issued_date"):
            assert after.value(field) == before.value(field), field


def test_one_unicode_form_and_any_line_ends_read_alike() -> None:
    for name in ("seed-004", "made-01"):
        once = parse_letter(body(name)).fields
        assert parse_letter(unicodedata.normalize("NFD", body(name))).fields == once
        windows = parse_letter(body(name).replace("\n", "\r\n"))
        assert {n: windows.value(n) for n in FIELD_NAMES} == {n: field.value for n, field in once.items()}


def test_letters_without_airing_duty_propose_none() -> None:
    for name in ("26", "28"):
        letter = parse_letter(body(name))
        assert [letter.value(n) for n in ("campaign_start", "campaign_end", "airing_frequency")] == [None, None, None]


def test_sure_values_of_the_samples_are_right() -> None:
    """A value shown without asking for a look may be wrong in one of fifty at most."""
    sure = wrong = 0
    for name in TEXTS:
        path = next(p for p in (LETTERS / f"{name}.json", LETTERS / "composed" / f"{name}.json") if p.exists())
        gold, letter = json.loads(path.read_text(encoding="utf-8")), parse_letter(body(name))
        for key in (key for key in FIELD_NAMES if key in gold and letter.fields[key].confidence >= 0.6):
            sure += 1
            wrong += plain(str(letter.value(key))) != plain(str(gold[key]))
    assert sure > 500
    assert wrong <= sure // 50


@pytest.mark.parametrize("piece", [
    "1. Tuyên truyền số 12/UBND-VX ngày 1/2/2020 trên đài truyền thanh;\n", "- ", "( ", "Sở ", "từ ngày 1 đến ",
    "Số 1/AA-BB ",
    "\n \n", "V/v ", "(gửi kèm ", "(\t  \n", "a.b.", "UBND tỉnh X, ", "báo cáo về Sở "])
def test_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        started = time.process_time()
        parse_letter(HEAD + (piece * (length // len(piece) + 1))[:length])
        return time.process_time() - started

    seconds(1000)
    small, large = seconds(8_000), seconds(32_000)
    # Four times the text: sixteen times the time would be quadratic; the bound leaves room for a busy machine.
    assert large < 10 * small + 0.5


def test_what_lies_behind_a_very_long_text_is_not_looked_at() -> None:
    text = HEAD + "Phát thanh. " * 50_000
    letter = parse_letter(text)
    assert len(letter.text) == len(text) > MAX_PARSED
    assert letter.value("number") == "12/UBND-VX"
