"""Texts of [[zones]]: what they mean, what is refused, and that they come back from the file as they were."""

from __future__ import annotations

import contextlib
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, ZoneSection, changed, load_settings, save_settings
from broadcaster.base.zones import (
    MOST_CHANNELS,
    channels,
    check_output,
    check_power,
    check_zones,
    gain_steps,
    gain_text,
)


def test_gain_by_time_of_day() -> None:
    assert gain_steps("") == gain_steps("  ") == ()
    assert gain_steps("04:30 -6, 06:00 0 ,19:00 -6.5") == ((time(4, 30), -6.0), (time(6), 0.0), (time(19), -6.5))
    assert gain_steps("19:00 \u22126 dB, 04:30 +3dB") == ((time(4, 30), 3.0), (time(19), -6.0))


@pytest.mark.parametrize("text", [
    "6", "04:30", "04:30-6", "4:30 -6", "24:00 0", "04:60 0", "04:30 -41", "04:30 6.5", "04:30 nan", "04:30 1e1",
    "04:30 -6, 04:30 0", "04:30 -6,", ",", "04:30 -6,5", "04:30 -6; 06:00 0", "٠٤:٣٠ -٦", "04:30\u00a0\u00a0−",
    "0" * 9000,
    ", ".join(f"{hour:02}:{minute:02} 0" for hour in range(24) for minute in (0, 30)),
])
def test_wrong_gains_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        gain_steps(text)
    assert refusal.value.code == "settings.value"
    assert refusal.value.facts["name"] == "zones.gain"
    assert len(refusal.value.text) < 400


_STEPS = st.dictionaries(st.times().map(lambda at: at.replace(second=0, microsecond=0)),
                         st.integers(-400, 60).map(lambda tenths: tenths / 10), max_size=24)


@given(_STEPS)
def test_gain_text_comes_back(steps: dict[time, float]) -> None:
    assert gain_steps(gain_text(steps.items())) == tuple(sorted(steps.items()))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (gain_steps, channels, check_output, check_power):
        with contextlib.suppress(Refused):
            read(text)


def test_channels() -> None:
    assert channels("") == ()
    assert channels("1") == (1,)
    assert channels(" 3, 4 ") == (3, 4)
    for text in ("0", "-1", "1,1", "1,", "a", "²", "1.5", str(MOST_CHANNELS + 1), "1 2"):
        with pytest.raises(Refused, match=r"zones\.channels"):
            channels(text)


@pytest.mark.parametrize(("key", "value"), [
    ("name", ""), ("name", "  "), ("name", "ALL"), ("name", "a\nb"), ("name", "x" * 81), ("name", "loa \u202e1"),
    ("output", "icecast://"), ("output", "icecast:x"), ("output", "icecast://host"), ("output", "icecast://h:99999/m"),
    ("output", "icecast://h:8000/"), ("output", "icecast://[::1/m"), ("output", "folder:"), ("output", "folder:  "),
    ("output", "a\x00b"), ("channels", "x"), ("gain", "x"), ("wake", "noise"), ("wake", ""),
    ("power", "lamp"), ("power", "command:"), ("power", "command:on"), ("power", "command:on || "),
    ("power", "command:on 'x || off"), ("power", "command:a || b || c"), ("power", "serial:"),
    ("power", "serial:COM3"), ("power", "serial:COM3 lcus9"), ("power", "serial:COM3 rts dtr"),
    ("pre_roll", -1.0), ("pre_roll", float("nan")), ("post_roll", float("inf")), ("post_roll", 601.0),
    ("monitor", "x\n"), ("monitor", "m" * 2001),
])
def test_wrong_zones_are_refused_by_name(key: str, value: object) -> None:
    with pytest.raises(Refused) as refusal:
        check_zones([ZoneSection(**{"name": "Thôn Đông", key: value})])  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.facts["name"]) == ("settings.value", f"zones.{key}")


def test_the_same_name_in_another_dress_is_refused() -> None:
    with pytest.raises(Refused, match="there twice"):
        check_zones([ZoneSection("Thôn Đông"), ZoneSection("tho\u0302n Đo\u0302ng ")])


def test_a_password_stays_out_of_the_refusal() -> None:
    with pytest.raises(Refused) as refusal:
        check_zones([ZoneSection("A", output="icecast://source:hackme@host:99999/m")])
    assert "hackme" not in refusal.value.text + str(refusal.value.facts)


ZONES = (
    ZoneSection("Cụm trung tâm", "USB Audio CODEC: – (hw:1,0)", "1", "04:30 -6, 06:00 0", True, "tone",
                "serial:/dev/ttyUSB0 lcus1", 4.0, 6.5, "Monitor of USB"),
    ZoneSection("Thôn \"Đông\" \\ 📢", "icecast://source:mật%20khẩu@127.0.0.1:8000/dong.mp3", "", "", False, "silence",
                "command:/usr/bin/bat 'mot hai' || /usr/bin/tat"),
    ZoneSection("Nền tảng khác", "folder:/srv/gui di", pre_roll=0.0, post_roll=0.0),
    ZoneSection("Thử", "null"),
)


def test_zones_come_back_from_the_file(home: StationHome) -> None:
    settings = changed(Settings(zones=ZONES), "audio", max_session_minutes=90, live_minutes=5)
    save_settings(home, settings)
    assert load_settings(home) == settings


@pytest.mark.parametrize("text", [
    "[[zones]]\nname = 'A'\ngain = '25:00 0'\n", "[[zones]]\nname = 'A'\n[[zones]]\nname = 'A'\n", "[[zones]]\n",
    "[zones]\nname = 'A'\n", "[[zones]]\nname = 'A'\nhorn = 1\n", "[[zones]]\nname = 'A'\npre_roll = nan\n",
    "[audio]\nmax_session_minutes = 0\n", "[audio]\nlive_minutes = 721\n", "[audio]\nlive_minutes = 1.5\n",
    "[audio]\nlatency = inf\n",
])
def test_wrong_files_are_refused(home: StationHome, text: str) -> None:
    home.settings.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        load_settings(home)
    assert refusal.value.code == "settings.value"


def test_a_wrong_zone_is_never_saved(home: StationHome) -> None:
    with pytest.raises(Refused):
        save_settings(home, Settings(zones=(ZoneSection("A", gain="always loud"),)))
    assert not home.settings.exists()
