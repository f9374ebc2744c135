"""What an operator may put into each field of a letter."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import nfc
from broadcaster.directives.model import FIELD_NAMES

DOC_TYPES = ("cong_van", "ke_hoach", "cong_dien", "huong_dan", "thong_bao")
URGENCIES = ("khan", "thuong_khan", "hoa_toc")
FORMS = ("letter", "letter_body_web_copy", "web_digest")
LISTS = ("recipients", "based_on", "also_cited", "channels", "attachments", "hotlines", "links")
_CODES = {"doc_type": DOC_TYPES, "urgency": URGENCIES, "form": FORMS}
_DAYS = ("campaign_start", "campaign_end", "report_due")
_LONGEST = 5_000


def checked(name: str, value: Any) -> Any:
    """The value in the form the field keeps. Raises Refused: directive.field, directive.value."""
    if name not in FIELD_NAMES:
        raise Refused("directive.field", f"a letter has no field {name!r}", field=name)
    if name in LISTS:
        return _list(name, value)
    if name == "report_on_request":
        return _truth(name, value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if name == "content_items":
        return _count(name, value)
    text = " ".join(nfc(str(value)).split())
    if name in _CODES and text not in _CODES[name]:
        raise _wrong(name, text, "one of " + ", ".join(_CODES[name]))
    if name in _DAYS:
        return _day(name, text)
    if name == "issued_date":
        return text if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text) else _day(name, text)
    if len(text) > _LONGEST:
        raise _wrong(name, text[:40] + "…", f"at most {_LONGEST} characters")
    return text


def _list(name: str, value: Any) -> list[str]:
    items = value.splitlines() if isinstance(value, str) else list(value or ())
    return [text for item in items if (text := " ".join(nfc(str(item)).split()))]


def _truth(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in {"true", "yes", "1"}:
        return True
    if text in {"false", "no", "0", "none", ""}:
        return False
    raise _wrong(name, str(value), "yes or no")


def _count(name: str, value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not (text.isascii() and text.isdigit()) or int(text) > 999:
        raise _wrong(name, text, "a number from 0 to 999")
    return int(text)


def _day(name: str, text: str) -> str:
    local = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    try:
        if local:
            day, month, year = (int(part) for part in local.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise _wrong(name, text, "a day such as 2026-11-21 or 21/11/2026") from error


def last_day_of(year: int, month: int) -> date:
    """The end of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _wrong(name: str, value: str, wanted: str) -> Refused:
    return Refused("directive.value", f"{name}: {value!r} is not {wanted}", field=name, value=value, wanted=wanted)
