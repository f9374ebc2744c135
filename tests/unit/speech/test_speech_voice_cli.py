"""The voices from the command line, through the real entry point."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest

from broadcaster.cli.main import main

PACKS = Path(__file__).parents[2] / "data" / "voices"


def test_pack_from_look_to_restore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def speech(*words: str) -> str:
        assert main(["--home", str(tmp_path / "trạm"), "speech", *words]) == 0
        return capsys.readouterr().out

    assert "CC0-1.0" in speech("pack", "look", str(PACKS / "tiny"))
    assert speech("pack", "list") == ""
    assert speech("pack", "add", str(PACKS / "tiny")).strip() == "piper:vi_vn-tiny-medium"
    assert "piper:vi_vn-tiny-medium" in {voice["id"] for voice in json.loads(speech("voices", "--json"))}
    out = tmp_path / "thử.wav"
    speech("say", "Xin chào", "--voice", "piper:vi_vn-tiny-medium", "--pitch", "60", "--out", str(out))
    with wave.open(str(out)) as file:
        assert file.getnframes() > 5000
    speech("pack", "remove", "vi_vn-tiny-medium")
    assert "piper" not in speech("voices")
    speech("pack", "restore", "vi_vn-tiny-medium")
    assert json.loads(speech("pack", "list", "--json"))[0]["name"] == "vi_vn-tiny-medium"


@pytest.mark.parametrize("words", [
    ["pack", "add", "/no/such/pack"], ["pack", "add", __file__], ["pack", "remove", ".."],
    ["say", "a", "--voice", "piper:none", "--out", "x.wav"], ["say", "a", "--voice", "winrt:An", "--out", "x.wav"]])
def test_wrong_input_is_one_line(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--home", str(tmp_path / "trạm"), "speech", *words]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert not (tmp_path / "x.wav").exists()
