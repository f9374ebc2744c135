"""`bulletin produce` and `bulletin record`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from broadcaster.base.paths import StationHome
from broadcaster.cli.main import main
from broadcaster.wiring import build_app


@pytest.fixture
def written(home: StationHome) -> str:
    app = build_app(home)
    try:
        return app.bulletins.new("Họp thôn", "Mời bà con đi họp.").id
    finally:
        app.close()


def said(capsys: pytest.CaptureFixture[str], home: StationHome, *words: str) -> tuple[int, dict[str, Any], str]:
    code = main(["bulletin", *words, "--home", str(home.root), "--json"])
    out, error = capsys.readouterr()
    return code, json.loads(out) if out else {}, error


def test_record_then_produce(capsys: pytest.CaptureFixture[str], home: StationHome, written: str,
                             tmp_path: Path) -> None:
    path = tmp_path / "lời.wav"
    soundfile.write(path, 0.1 * np.sin(np.arange(96_000) / 10), 48_000)
    code, words, _ = said(capsys, home, "record", written, str(path), "--by", "Cán bộ truyền thanh")
    assert (code, words["seconds"], words["voice"]) == (0, 2.0, "")
    code, done, _ = said(capsys, home, "produce", written, "--chime", "default", "--repeats", "2", "--pause", "1")
    assert (code, done["seconds"]) == (0, 3.0 + 1.0 + 2.0 + 1.0 + 2.0)
    assert done["speech_sha256"] == words["cut"]
    code, more, _ = said(capsys, home, "produce", written, "--chime", "")
    assert (code, more["seconds"], more["production"]["repeats"]) == (0, 5.0, 2)
    code, plain, _ = said(capsys, home, "produce", written, "--none")
    assert (code, plain["cut"]) == (0, words["cut"])


def test_what_cannot_be_is_refused_in_one_line(capsys: pytest.CaptureFixture[str], home: StationHome,
                                               written: str) -> None:
    for words in (("--bed", "không có"), ("--repeats", "99"), ("--chime", "default")):
        code, _, error = said(capsys, home, "produce", written, *words)
        assert code == 1
        assert len(error.strip().splitlines()) == 1
