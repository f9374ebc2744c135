"""Report profiles and the station's own wording: checked word by word, refused with the line."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from reports_office import LETTER, Office, airing

from broadcaster.base.errors import Refused
from broadcaster.reports import periods
from broadcaster.reports.document import Appendix, Foot, Heading, Letterhead, Table, Title
from broadcaster.reports.model import ReportQuery

OWN = """# của đài
id = "huyen-doi"
name = "Ban chỉ huy quân sự xã"
to = "Ban chỉ huy quân sự {commune}"
sections = ["situation", "results"]
columns = ["number", "title", "airings", "minutes"]
breakdowns = []
appendix = "none"
signing = "TL"
post = "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"
signer = "Người ký mẫu"
month_from = 15
"""


def own_file(office: Office, text: str, name: str = "huyen-doi.toml", folder: str = "reports") -> Path:
    path = office.home.root / folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(office: Office, code: str, profile: str = "huyen-doi") -> Refused:
    with pytest.raises(Refused) as refusal:
        office.reports.document(office.reports.for_month("2026-11"), profile)
    assert refusal.value.code == code
    return refusal.value


def test_every_shipped_profile_makes_a_whole_document(busy: Office) -> None:
    known = busy.reports.profiles()
    assert {item.profile.id for item in known} >= {"cap-tren", "ban-tuyen-giao", "so-chuyen-nganh", "ubnd-xa",
                                                    "tra-loi-van-ban"}
    for item in known:
        assert item.fault is None
        for report in (busy.reports.for_month("2026-11"), busy.reports.for_directive(LETTER)):
            document = busy.reports.document(report, item.profile.id)
            foot = next(block for block in document.blocks if isinstance(block, Foot))
            assert foot.authority
            assert foot.recipients[-1].endswith(".")
            numbers = [block.text.split(".")[0] for block in document.blocks if isinstance(block, Heading)]
            assert numbers == ["I", "II", "III", "IV"][:len(numbers)]
            said = "\n".join([*document.texts(), *foot.recipients, *foot.authority, document.title])
            assert not re.search(r"[{}]", said)
            for table in document.tables():
                assert {len(row) for row in table.rows} <= {1, len(table.columns)}


def test_letterhead_addressee_and_signer_follow_the_profile(busy: Office) -> None:
    own_file(busy, OWN)
    document = busy.reports.document(busy.reports.for_month("2026-11"), "huyen-doi")
    title = next(block for block in document.blocks if isinstance(block, Title))
    foot = next(block for block in document.blocks if isinstance(block, Foot))
    assert title.to == ("Kính gửi: Ban chỉ huy quân sự xã Mẫu.",)
    assert foot.authority == ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")
    assert foot.name == "Người ký mẫu"
    assert not any(isinstance(block, Appendix) for block in document.blocks)
    assert [column.key for column in document.tables()[0].columns] == ["number", "title", "airings", "minutes"]
    assert len(document.tables()) == 1
    assert busy.reports.period("2026-11", "huyen-doi").first == date(2026, 10, 15)


def test_the_station_itself_reports_to_its_commune(busy: Office) -> None:
    document = busy.reports.document(busy.reports.for_month("2026-11"), "ubnd-xa")
    head = next(block for block in document.blocks if isinstance(block, Letterhead))
    assert (head.above, head.issuer) == ("ỦY BAN NHÂN DÂN XÃ MẪU", "ĐÀI TRUYỀN THANH")
    assert head.number == "Số:        /BC-ĐTT"
    title = next(block for block in document.blocks if isinstance(block, Title))
    assert title.to == ("Kính gửi:", "- Lãnh đạo Ủy ban nhân dân xã Mẫu;", "- Phòng Văn hóa - Xã hội xã Mẫu.")
    assert "Trên đây là báo cáo kết quả hoạt động truyền thanh cơ sở tháng 11 năm 2026 của Đài truyền thanh xã Mẫu./." \
        in document.texts()


def test_an_own_file_hides_the_shipped_one_and_is_shared(busy: Office, tmp_path: Path) -> None:
    text = busy.reports.profile_text("cap-tren").replace('signing = "TM"', 'signing = "Q"')
    copy = tmp_path / "từ xã khác.toml"
    copy.write_text(text, encoding="utf-8")
    assert busy.reports.import_profile(copy).signing == "Q"
    assert [(item.own, item.shipped) for item in busy.reports.profiles() if item.profile.id == "cap-tren"] == [
        (True, True)]
    foot = next(block for block in busy.reports.document(busy.reports.for_month("2026-11")).blocks
                if isinstance(block, Foot))
    assert foot.authority == ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")


@pytest.mark.parametrize(("line", "code", "facts"), [
    ('columns = ["number", "titel"]', "report.file_value", {"word": "columns", "value": "titel"}),
    ('signing = "TMM"', "report.file_value", {"word": "signing", "value": "TMM"}),
    ("month_from = 31", "report.file_value", {"word": "month_from", "value": "31"}),
    ("month_from = true", "report.file_value", {"word": "month_from", "value": "True"}),
    ('landscape = "no"', "report.file_value", {"word": "landscape"}),
    ('sections = ["results", "results"]', "report.file_value", {"word": "sections"}),
    ('colums = ["number"]', "report.file_word", {"word": "colums", "nearest": "columns"}),
    ('to = "Sở {tinh}"', "report.file_fact", {"word": "to", "fact": "{tinh}"}),
    ('to = "Sở {commune.upper}"', "report.file_fact", {"word": "to", "fact": "{commune.upper}"}),
    ('to = "Sở {commune!r}"', "report.file_fact", {"word": "to", "fact": "{commune!r}"}),
    ('to = "Sở {commune:>99999999}"', "report.file_fact", {"word": "to"}),
    ('to = "Sở {commune"', "report.file_fact", {"word": "to"}),
])
def test_a_wrong_profile_is_refused_with_line_and_word(busy: Office, line: str, code: str,
                                                       facts: dict[str, str]) -> None:
    name = line.split(" ")[0]
    kept = [row for row in OWN.splitlines() if not row.startswith(f"{name} ")]
    own_file(busy, "\n".join([*kept, line, ""]))
    fault = refused(busy, code)
    assert fault.facts.items() >= {**facts, "line": len(kept) + 1, "file": "huyen-doi.toml"}.items()
    listed = next(item for item in busy.reports.profiles() if item.profile.id == "huyen-doi")
    assert listed.fault is not None
    assert any(item.fault is None for item in busy.reports.profiles()), "a damaged file hides no other"


def test_what_is_no_toml_or_of_another_name_is_refused(busy: Office) -> None:
    own_file(busy, "id = ")
    refused(busy, "report.file_broken")
    own_file(busy, OWN.replace('"huyen-doi"', '"khac"'))
    assert refused(busy, "report.file_value").facts["word"] == "id"
    assert refused(busy, "report.profile", "cap-tran").facts["nearest"] == "cap-tren"


def test_the_stations_own_sentences_are_used(busy: Office) -> None:
    own_file(busy, '[results]\ntable = "Bảng số liệu của {station}:"\n[zones]\nall = "Cả xã"\n', "report.toml",
             "templates")
    document = busy.reports.document(busy.reports.for_month("2026-11"))
    assert "Bảng số liệu của Đài truyền thanh xã Mẫu:" in document.texts()
    assert "Cả xã" in {text for row in document.tables()[0].rows for text in row}


@pytest.mark.parametrize(("text", "code", "facts"), [
    ('[results]\n# số lượt\nairings = "{airings} lượt, {minute} phút"\n', "report.file_fact",
     {"line": 3, "word": "airings", "fact": "{minute}"}),
    ('[results]\nairing = "x"\n', "report.file_word", {"line": 2, "word": "airing", "nearest": "airings"}),
    ('[result]\nairings = "x"\n', "report.file_word", {"line": 1, "word": "result", "nearest": "results"}),
    ("[results]\nairings = 3\n", "report.file_value", {"line": 2, "word": "airings"}),
    ('[kinds]\ntin = "tin {commune}"\n', "report.file_fact", {"line": 2, "word": "tin"}),
    ('[signing]\nTM = "TM. {body}"\n', "report.file_value", {"line": 2, "word": "TM"}),
    ('[signing]\nTM = ["TM. {bodi}"]\n', "report.file_fact", {"line": 2, "word": "TM", "fact": "{bodi}"}),
    ('results = "x"\n', "report.file_value", {"word": "results"}),
])
def test_a_wrong_sentence_is_refused_with_line_and_word(busy: Office, text: str, code: str,
                                                        facts: dict[str, object]) -> None:
    own_file(busy, text, "report.toml", "templates")
    assert refused(busy, code, "cap-tren").facts.items() >= {**facts, "file": "report.toml"}.items()


def test_a_letter_that_says_where_to_report_is_answered_there(busy: Office) -> None:
    report = busy.reports.for_directive(LETTER)
    assert busy.reports.says(report).to() == ("Kính gửi: Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu.",)
    tables = [block for block in busy.reports.document(report).blocks if isinstance(block, Table)]
    assert tables[0].numbered


def test_a_period_is_compared_where_the_addressee_wants_it(busy: Office) -> None:
    """Nine airings between 21 and 23 November; two in the month before, three a year before."""
    busy.log(*(airing(f"b{n}", date(2026, 10, 10), 5 * 3600 + n, seconds=60) for n in range(2)),
             *(airing(f"y{n}", date(2025, 11, 10), 5 * 3600 + n, seconds=1000) for n in range(3)))
    month = periods.month("2026-11")

    def said() -> str:
        report = busy.reports.compile(ReportQuery(month, profile="huyen-doi"))
        return "\n".join(line for part in busy.reports.says(report).content() for line in part)

    own_file(busy, OWN + 'compare = "before"\n')
    assert "So với" not in said().replace("So với kế hoạch", ""), "the month is still running"
    busy.clock.advance(20 * 86_400)
    assert "So với tháng 10 năm 2026: số lượt phát tăng 7 lượt (350,0 %); tổng thời lượng tăng 21,3 phút (1.062,5 %)." \
        in said()
    own_file(busy, OWN + 'compare = "year"\n')
    assert "So với tháng 11 năm 2025: số lượt phát tăng 6 lượt (200,0 %); tổng thời lượng giảm 26,8 phút (53,5 %)." \
        in said()
    own_file(busy, OWN)
    assert "So với tháng" not in said()
