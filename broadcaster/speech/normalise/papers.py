"""Numbers and symbols of documents, articles of the law, standards: the number is read, the symbol left out."""

from __future__ import annotations

import functools
import re

from broadcaster.speech.normalise import lexicon
from broadcaster.speech.normalise.forms import CAPITAL, Answer, Match, Rule, Said, after, in_context, of_kind, rule
from broadcaster.speech.normalise.numbers import letters, number, roman, written_number

_LETTER = r"[A-ZĐƯÂ]"
_SYMBOL = r"[A-ZĐƯ][A-ZĐƯa-zđ&]{0,13}\d{0,2}(?:[ ]?[-/.&–][ ]?(?=[A-ZĐƯ0-9])[A-ZĐƯ0-9&][A-ZĐƯa-zđ&]{0,20}\d{0,2}){0,8}"
_NAMED = (r"(?:số|nghị định|thông tư|thông tư liên tịch|nghị quyết|quyết định|chỉ thị|luật|pháp lệnh|công văn|kế hoạch|"
          r"công điện|thông báo|hướng dẫn|văn bản|báo cáo|kết luận|quy định|đề án|NĐ|TT|NQ|QĐ|CT|CV|KH)")


@functools.cache
def _papers() -> dict[str, str]:
    return lexicon.table("papers")


def rules() -> list[Rule]:
    types = lexicon.one_of(_papers())
    issuers = lexicon.one_of(lexicon.table("issuers"))
    return of_kind("document", [
        rule(r"\b(QCVN|TCVN|TCXDVN|TCCS|QCĐP|ISO)[ :]?([\dA-Z\-]+)(?:[-:](\d{4}))?(?:/(?:[A-ZĐ]+|Q\w+))?(?!\w)",
             _standard),
        in_context(rf"(?<![\w.,/])(\d{{1,5}})([a-zA-Z]?)(?:/([12]\d{{3}}))?(?:[ \t]*/[ \t]*|[ \t]?-)"
                   rf"(?={_LETTER}[A-ZĐƯ&]|{_LETTER}-|{_LETTER}[a-zđ]+-)({_SYMBOL})", _numbered),
        after(rf"{_NAMED}(?: số)?", r"(?<![\w.,/])(\d{1,4})/([12]\d{3})(?![\w/])",
              lambda m: f"{number(int(m[1]))} năm {number(int(m[2]))}"),
        # The number is still blank on the paper.
        rule(rf"(?<=\b[Ss]ố)(?::[ \t.…_]*|[ \t.…_]+)[/-](?=[A-ZĐ]{{2}}){_SYMBOL}", " "),
        rule(rf"(?<![\w/-])({types})-({issuers})(?![\w-])",
             lambda m: f"{_papers()[m[1]]} {lexicon.table('issuers')[m[2]]}"),
        # NQ128, QĐ06; CT and TT stand for more, so a word must say that a paper comes. QĐ4 is an army corps.
        rule(r"(?<![\w/.-])(NQ|NĐ|QĐ|ĐA)(\d{2,4})(?![\w/-]|[.,]\d)", _glued),
        after("theo|thực hiện|tại|áp dụng|quy định|chỉ thị|thông tư",
              r"(?<![\w/.-])((?:CT|TT)(?=\d))(\d{2,3})((?:\s?(?:,|và)\s?(?:CT|TT)\d{2,3})?)(?![\w/-]|[.,]\d)", _glued),
        *_articles(),
    ])


def _numbered(m: Match, text: str) -> Answer:
    symbol = m[4]
    if re.fullmatch(r"(?:KP|TDP|QL|ĐT)\d*", symbol):
        return None
    kind = re.match(r"[A-Za-zĐƯđ]+", symbol)
    # Party style has a stroke after its dash (40-CV/BTG); 95-III and 3-A are something else.
    if not re.search(r"/", m[0]) and not (kind and kind[0] in _papers()):
        return None
    named = re.search(r"(?i)(?:\bsố:?|nghị định|thông tư|liên tịch|nghị quyết|quyết định|chỉ thị|luật|pháp lệnh|"
                      r"công văn|kế hoạch|công điện|"
                      r"thông báo|hướng dẫn|văn bản|báo cáo|kết luận|quy định|đề án|tờ trình|phương án|chương trình|"
                      r"\b[A-ZĐ]{2,3}r?|"
                      r"hiệu:?|và|,|;)[ \t:]*$", text[max(0, m.start() - 24):m.start()])
    said = number(int(m[1])) + (f" {letters(m[2])}" if m[2] else "") + (f" năm {number(int(m[3]))}" if m[3] else "")
    spelled = f"{said} {letters(symbol)}"
    paper = _papers().get(kind[0]) if kind else None
    if named or not paper:
        return Said(said, (spelled,))
    return Said(f"{paper} {said}", (said, spelled))


_GLUED = {"NQ": "nghị quyết", "NĐ": "nghị định", "QĐ": "quyết định", "ĐA": "đề án", "CT": "chỉ thị", "TT": "thông tư"}


def _glued(m: Match) -> Said:
    def say(one: Match) -> str:
        return f"{_GLUED[one[1]]} {'không ' if one[2].startswith('0') else ''}{number(int(one[2]))}"
    return Said(re.sub(r"([A-ZĐ]{2})(\d+)", say, m[0]), (f"{letters(m[1])} {number(int(m[2]))}",))


def _standard(m: Match) -> Answer:
    name = {"QCVN": "quy chuẩn việt nam", "TCVN": "tiêu chuẩn việt nam", "TCXDVN": "tiêu chuẩn xây dựng việt nam",
            "TCCS": "tiêu chuẩn cơ sở", "QCĐP": "quy chuẩn địa phương", "ISO": "i sô"}[m[1]]
    body = " ".join(written_number(part) if part.isdecimal() else letters(part)
                    for part in re.findall(r"\d+|[A-Z]+", m[2]))
    return f"{name} {body}" + (f" năm {number(int(m[3]))}" if m[3] else "")


def _articles() -> list[Rule]:
    parts = (r"mục|phần|chương|phụ lục|biểu|mẫu|điểm|khoản|điều|tiểu mục|nội dung|bảng|hình|bước|tiêu chí|chỉ tiêu|"
             r"nhóm|"
             r"(?:tiêu chí|mẫu|biểu|phụ lục|mục) số|công nghệ|nông nghiệp|công nghiệp|phiên bản")
    return [
        after(parts, r"(?<![\w.,/])(\d{1,2})((?:\.\d{1,2}){1,3})(?![\w%]|[.,]\d)", _parts),
        after(parts, r"\b([IVXLC]+)((?:\.\d{1,2}){1,3})(?![\w%]|[.,]\d)", _parts),
        after(r"phần|mục|chương", r"\b([IVX]+)\.([A-EĐ])(?![\w.])",
              lambda m: f"{number(roman(m[1]))} chấm {letters(m[2])}" if roman(m[1]) else None),
        after(r"điểm|khoản|điều|mục|ý|tiết", rf"(?<![\w.,/])(\d{{1,3}})[.]?([a-zđ{CAPITAL}])(?!\w)",
              lambda m: f"{number(int(m[1]))} {letters(m[2])}"),
        rule(r"\b((?i:điểm|tiết|ý))\s+([a-zđ])((?:,\s?[a-zđ](?!\w))*)(\s+và\s+[a-zđ](?=\s))?(?!\w)", _points),
    ]


def _parts(m: Match) -> Answer:
    first = number(int(m[1])) if m[1].isdecimal() else number(roman(m[1])) if roman(m[1]) else letters(m[1])
    return first + "".join(f" chấm {number(int(part))}" for part in m[2].split(".")[1:])


def _points(m: Match) -> Answer:
    said = "".join(letters(part) if len(part) == 1 and part.isalpha() else part
                   for part in re.split(r"(\b[a-zđ]\b)", f"{m[2]}{m[3]}{m[4] or ''}"))
    return f"{m[1]} {said}"
