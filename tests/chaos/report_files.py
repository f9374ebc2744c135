"""Mutated addressees and wording: each is taken or refused with one sentence, and what is taken can be written.

`.venv/bin/python tests/chaos/report_files.py [HOW_MANY] [SEED]`
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from datetime import date

from broadcaster.base.errors import Refused
from broadcaster.base.paths import shipped
from broadcaster.reports import profiles, template
from broadcaster.reports.build import build
from broadcaster.reports.compile import compile_report
from broadcaster.reports.model import ReportQuery, Requirement, Sender
from broadcaster.reports.own_files import parsed
from broadcaster.reports.periods import month
from broadcaster.reports.sentences import Sentences
from broadcaster.reports.writers.docx import docx_bytes
from broadcaster.reports.writers.xlsx import xlsx_bytes

_PIECES = ('"', "{", "}", "{commune}", "{0}", "{commune!r}", "{commune:9}", "{{", "[", "]", "=", "\n", "#", "true",
           "-1", "9" * 30, "é", "\x00", "[results]\n", '"""', "'", "inf", "1979-05-27", "{a = 1}", "📢", "ộ" * 400)
SENDER = Sender("Đài {0} xã", "xã {commune}", "tỉnh }Mẫu{", "ỦY BAN {}", "Sở {!r}", 3)


def mutated(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        cut = chance.choice((0, 0, 1, 5, 40))
        text = text[:at] + chance.choice((*_PIECES, "")) + text[at + cut:]
    return text


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    addressees = [path.read_text(encoding="utf-8") for path in sorted(shipped("resources", "reports").glob("*.toml"))]
    wording = template.shipped_text()
    period, told = month("2026-11"), Counter[str]()
    report = compile_report(SENDER, date(2026, 12, 1), period.first, period.last, None, [], query=ReportQuery(period))
    asked = Requirement("Đợt {x}", "", 2, 1, 0, 0, 0, 1, 0, 1, 1)
    for number in range(count):
        try:
            profile = profiles.profile_from(parsed(mutated(chance, chance.choice(addressees)), "p.toml"))
            words = template.shipped_words()
            if number % 2:
                words = template.laid_over(words, parsed(mutated(chance, wording), "report.toml"))
            says = Sentences(report, words, profile)
            says.report = type(report)(**{**vars(report), "requirements": (asked,)})
            docx_bytes(build(says))
            xlsx_bytes(says, ())
            told["written"] += 1
        except Refused as refusal:
            told[refusal.code] += 1
    print(dict(told))


if __name__ == "__main__":
    main()
