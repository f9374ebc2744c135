"""`broadcaster people …`: what helps when nobody can sign in at the window any more."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main

ADMIN, PIN = "Quản trị", "258079"


@pytest.fixture(autouse=True)
def _migrated(home: StationHome, empty_database: Path) -> None:
    shutil.copyfile(empty_database, home.database)


def people(home: StationHome, *words: str) -> int:
    return main(["--home", str(home.root), "people", *words])


def test_the_only_administrator_comes_in_again_by_the_sheet(
        home: StationHome, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "phiếu.pdf"
    assert people(home, "add", ADMIN, "--role", "admin", "--pin", PIN) == 0
    assert people(home, "recovery", "--out", str(sheet)) == 1
    assert "--as NAME" in capsys.readouterr().err
    assert not sheet.exists()
    assert people(home, "recovery", "--out", str(sheet), "--as", ADMIN, "--pin", PIN) == 0
    document = pypdfium2.PdfDocument(sheet.read_bytes())
    codes = re.findall(r"(?:[A-Z]{4}-){3}[A-Z]{4}", document[0].get_textpage().get_text_range())
    document.close()
    assert people(home, "reset", ADMIN.lower(), "--code", codes[0], "--pin", "mật khẩu khó đoán") == 0
    assert "7 codes are left" in capsys.readouterr().out
    assert people(home, "reset", ADMIN, "--code", codes[0], "--pin", "864209") == 1
    assert people(home, "pin", ADMIN, "--old", "mật khẩu khó đoán", "--pin", "864209") == 0
    assert people(home, "pin", ADMIN, "--old", "mật khẩu khó đoán", "--pin", "864209") == 1
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert error.count("\n") == 2
    assert people(home, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(person["name"], person["role"], person["must_change"]) for person in listed] == [(ADMIN, "admin", False)]


def test_the_sheet_is_not_for_everybody(home: StationHome, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert people(home, "add", ADMIN, "--role", "admin", "--pin", PIN) == 0
    assert people(home, "add", "Phó Chủ tịch", "--role", "approver", "--pin", PIN) == 0
    out = tmp_path / "phiếu.pdf"
    assert people(home, "recovery", "--out", str(out), "--as", "Phó Chủ tịch", "--pin", PIN) == 1
    assert "may not do this" in capsys.readouterr().err
    assert not out.exists()
    out.write_text("một tệp, không phải thư mục", encoding="utf-8")
    assert people(home, "recovery", "--out", str(out / "x.pdf"), "--as", ADMIN, "--pin", PIN) == 1
    assert "Traceback" not in capsys.readouterr().err
