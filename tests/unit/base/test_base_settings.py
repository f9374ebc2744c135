"""station.toml: false and 0 survive, unknown words get a suggestion, a wrong file is refused with its reason."""

from __future__ import annotations

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, clock_time, load_settings, save_settings, to_toml


def refusal_of(home: StationHome, text: str) -> Refused:
    home.settings.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        load_settings(home)
    return refusal.value


def test_a_missing_file_means_the_defaults(home: StationHome) -> None:
    assert load_settings(home) == Settings()


def test_everything_set_comes_back(home: StationHome) -> None:
    settings = changed(Settings(), "station", name='Đài "Mẫu" \\ 📢\n\x7f', clusters=0)
    settings = changed(settings, "approval", single_person=True)
    settings = changed(settings, "audio", lead_in=0.0, latency=1.0)
    save_settings(home, settings)
    assert load_settings(home) == settings


def test_false_and_zero_survive(home: StationHome) -> None:
    home.settings.write_text("[approval]\nsingle_person = false\n[audio]\nlead_in = 0\n[station]\nclusters = 0\n",
                             encoding="utf-8")
    settings = load_settings(home)
    assert settings.approval.single_person is False
    assert settings.audio.lead_in == 0
    assert settings.station.clusters == 0


def test_every_value_is_written_for_a_person_to_see() -> None:
    text = to_toml(Settings())
    for word in ("[station]", "[hours]", "[audio]", "[speech]", "[approval]", "quiet_from", "single_person = false"):
        assert word in text


@pytest.mark.parametrize(("text", "nearest"), [
    ("[statoin]\n", "station"), ("[audio]\ndevise = 'x'\n", "device"), ("[zzzz]\n", ""),
])
def test_did_you_mean(home: StationHome, text: str, nearest: str) -> None:
    refusal = refusal_of(home, text)
    assert refusal.code == "settings.unknown"
    assert refusal.facts["nearest"] == nearest


@pytest.mark.parametrize("text", [
    "station = 5\n", "[station]\nclusters = 'many'\n", "[station]\nclusters = true\n", "[station]\nclusters = -1\n",
    "[approval]\nsingle_person = 1\n", "[audio]\nlatency = 'x'\n", "[audio]\nlatency = -1.0\n",
    "[audio]\nlead_in = nan\n", "[hours]\nquiet_from = '25:00'\n", "[hours]\nquiet_to = ''\n",
    "[backup]\nat = '9:00'\n", "[hours]\nquiet_from = '04:00:30'\n", "[hours]\nquiet_from = '0430'\n",
])
def test_wrong_values_are_refused(home: StationHome, text: str) -> None:
    assert refusal_of(home, text).code == "settings.value"


def test_what_is_not_toml_is_refused_with_its_line(home: StationHome) -> None:
    refusal = refusal_of(home, "[station]\nname = \n")
    assert refusal.code == "settings.broken"
    assert "line 2" in refusal.text
    home.settings.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="cannot read"):
        load_settings(home)


def test_wrong_settings_are_never_saved(home: StationHome) -> None:
    with pytest.raises(Refused):
        save_settings(home, changed(Settings(), "hours", quiet_from="late"))
    assert not home.settings.exists()


def test_clock_time() -> None:
    assert clock_time("04:30", "x").hour == 4
    for text in ("4:30 pm", "", "24:00", "soon"):
        with pytest.raises(Refused):
            clock_time(text, "x")
