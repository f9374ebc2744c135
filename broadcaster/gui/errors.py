"""From error to sentence: what happened, what was not lost, what to do. The words stand in error_words.py."""

from __future__ import annotations

import logging
import re
import traceback
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from broadcaster.base.clock import parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.ids import new_id
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.error_words import STATION
from broadcaster.gui.error_words_air import BY_HAND
from broadcaster.gui.error_words_approval import APPROVAL
from broadcaster.gui.error_words_backup import BACKUP
from broadcaster.gui.error_words_calendar import CALENDAR
from broadcaster.gui.error_words_campaigns import CAMPAIGNS
from broadcaster.gui.error_words_coming import COMING
from broadcaster.gui.error_words_content import CONTENT
from broadcaster.gui.error_words_days import DAYS
from broadcaster.gui.error_words_doctor import DOCTOR
from broadcaster.gui.error_words_drafting import DRAFTING
from broadcaster.gui.error_words_exchange import EXCHANGE
from broadcaster.gui.error_words_first_run import FIRST_RUN
from broadcaster.gui.error_words_forecast import FORECAST
from broadcaster.gui.error_words_help import HELP
from broadcaster.gui.error_words_import import IMPORT
from broadcaster.gui.error_words_kit import KIT
from broadcaster.gui.error_words_lexicon import LEXICON
from broadcaster.gui.error_words_listening import LISTENING
from broadcaster.gui.error_words_log import LOG
from broadcaster.gui.error_words_office import OFFICE
from broadcaster.gui.error_words_packages import PACKAGES
from broadcaster.gui.error_words_people import PEOPLE
from broadcaster.gui.error_words_production import PRODUCTION
from broadcaster.gui.error_words_register import REGISTER
from broadcaster.gui.error_words_relay import RELAY
from broadcaster.gui.error_words_reports import REPORTS
from broadcaster.gui.error_words_risks import RISKS
from broadcaster.gui.error_words_rules import RULES
from broadcaster.gui.error_words_shaping import SHAPING
from broadcaster.gui.error_words_sheet import SHEET
from broadcaster.gui.error_words_shelf import SHELF
from broadcaster.gui.error_words_trail import TRAIL
from broadcaster.gui.error_words_units import UNITS
from broadcaster.gui.error_words_upkeep import UPKEEP
from broadcaster.gui.error_words_upward import UPWARD
from broadcaster.gui.error_words_voices import VOICES

_MOMENT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?[+-]\d{2}:\d{2}$")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")

log = logging.getLogger(__name__)

SENTENCES: dict[str, str] = {
    **STATION, **APPROVAL, **BY_HAND, **CONTENT, **DOCTOR, **DRAFTING, **IMPORT, **KIT, **LEXICON, **LISTENING,
    **PEOPLE, **PRODUCTION, **REGISTER, **RELAY, **RULES, **SHAPING, **SHEET, **SHELF, **TRAIL, **UNITS, **VOICES,
    **COMING, **EXCHANGE, **CAMPAIGNS, **DAYS, **CALENDAR, **FORECAST, **LOG, **RISKS, **REPORTS, **UPWARD, **PACKAGES,
    **OFFICE, **FIRST_RUN, **BACKUP, **HELP, **UPKEEP,
}


@dataclass(frozen=True)
class Explained:
    """What the window shows; `details` is for whoever helps, empty when the sentence says it all."""

    text: str
    details: str = ""


class _Facts(dict[str, Any]):
    """A sentence whose fact is missing still reads: the gap becomes an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def explain(error: BaseException) -> Explained:
    """The sentence for an error. An unknown one is logged under a number that the sentence names."""
    if isinstance(error, BroadcasterError):
        code = error.code
        sentence = SENTENCES.get(code)
        facts = _Facts({name: _words(value) for name, value in error.facts.items()})
        if sentence:
            log.info("refused: %s: %s", code, error.text)
            return Explained(QCoreApplication.translate("Errors", sentence).format_map(facts))
    number = new_id()[-6:].upper()
    log.error("error %s: %s", number, error, exc_info=error)
    text = QCoreApplication.translate(
        "Errors", "Something went wrong inside the program (number {number}). Nothing that was saved is lost and the "
        "broadcast goes on. Try once more; if it comes again, copy the details and send them to whoever helps you.")
    details = f"{number}\n" + "".join(traceback.format_exception(error))
    if isinstance(error, BroadcasterError):
        details = f"{number}\n{error.code}: {error.text}\n{error.facts}\n" + details
    return Explained(text.format(number=number), details)


def reason_text(code: str, **facts: Any) -> str:
    """The sentence of a code that is not an exception (an alarm, a warning); the code itself when unknown."""
    sentence = SENTENCES.get(code)
    if not sentence:
        return code
    return QCoreApplication.translate("Errors", sentence).format_map(_Facts(facts))


def readable(sentence: str, facts: dict[str, Any]) -> str:
    """A sentence of another table with its facts as a person reads them; a missing one becomes an ellipsis."""
    return sentence.format_map(_Facts({name: _words(value) for name, value in facts.items()}))


def _words(value: object) -> object:
    """A fact as a person reads it: lists with commas, times as 05:17 on 21/11/2026, no page-long values."""
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, str) and _MOMENT.match(value):
        return f"{parse_time(value):%H:%M (%d/%m/%Y)}"
    if isinstance(value, str) and _DAY.match(value):
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    if isinstance(value, str):
        return one_line(value, 200)
    return value
