"""Listening in the window: on the chosen device and on no other, one sound at a time, A and B without a gap."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from gui_steps import settle
from numpy.typing import NDArray
from page_station import Station
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import NOBODY, Settings, ZoneSection, changed, load_settings
from broadcaster.gui.listening import Choice, Output, choose, devices_of_air
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.settings.fields import set_value
from broadcaster.gui.settings.listening import PREVIEW_DEVICE
from broadcaster.gui.sounds import FileSound, Turns, peaks_of
from broadcaster.gui.widgets.ab_player import AbPlayer
from broadcaster.gui.widgets.ab_player_match import match

sys.path.append(str(Path(__file__).parents[1] / "air"))

from air_pulse import PulseServer, missing_parts

CHILD = Path(__file__).with_name("preview_child.py")
LOUD = 0.02
A_HERTZ, B_HERTZ = 440.0, 1000.0
ONE, TWO, HDMI = Output(0, "Loa (Realtek)", True), Output(1, "Tai nghe USB"), Output(2, "HDMI")
DEFAULT, ZONE_A, ZONE_B = Output(0, "default", True), Output(1, "zone_a"), Output(2, "zone_b")
CARD, CARD_2 = Output(1, "PCH: ALC257 (hw:0,0)"), Output(2, "USB: Audio (hw:1,0)")


# Which device


@pytest.mark.parametrize(("outputs", "wanted", "air", "choice"), [
    ([ONE, TWO], "Tai nghe USB", {""}, Choice(TWO)),
    ([ONE, TWO], "Tai nghe USB", {"Tai nghe USB"}, Choice(ONE, "preview.device_on_air")),
    ([ONE, TWO], "", {""}, Choice(TWO, "preview.device_on_air")),
    ([ONE, TWO], "", {"Tai nghe USB"}, Choice(ONE)),
    ([ONE, TWO, HDMI], "", {"", "Tai nghe USB"}, Choice(HDMI, "preview.device_on_air")),
    ([ONE], "", {""}, Choice(ONE)),
    ([ONE], "Tai nghe USB", {""}, Choice(ONE, "preview.device_gone")),
    ([ONE, TWO], "HDMI", {"Tai nghe USB"}, Choice(ONE, "preview.device_gone")),
    ([ONE, TWO], "HDMI", {""}, Choice(TWO, "preview.device_gone")),
    ([], "HDMI", {""}, Choice(None, "preview.device_gone")),
    # Behind an alias may stand any device: nothing is known to be another.
    ([DEFAULT, ZONE_A, ZONE_B], "", {""}, Choice(DEFAULT)),
    ([DEFAULT, ZONE_A, ZONE_B], "", {"zone_a"}, Choice(ZONE_B, "preview.device_on_air")),
    ([DEFAULT, ZONE_A, ZONE_B], "zone_b", {""}, Choice(ZONE_B)),
    # The air holds a card by itself: the system's default is another.
    ([DEFAULT, CARD, CARD_2], "", {"PCH: ALC257 (hw:0,0)"}, Choice(DEFAULT)),
    ([DEFAULT, CARD, CARD_2], "USB: Audio (hw:2,0)", {""}, Choice(CARD_2)),
    ([ONE, TWO], "", set(), Choice(ONE)),
])
def test_the_device_to_listen_on(outputs: list[Output], wanted: str, air: set[str], choice: Choice) -> None:
    assert choose(outputs, wanted, frozenset(air)) == choice


def test_the_devices_of_the_air_are_those_it_really_uses() -> None:
    plain = changed(Settings(), "audio", device="Loa")
    assert devices_of_air(plain) == {"Loa"}
    assert devices_of_air(changed(Settings(), "audio", device=NOBODY)) == frozenset()
    zones = (ZoneSection("một"), ZoneSection("hai", output="USB"), ZoneSection("ba", output="folder:/tmp"),
             ZoneSection("bốn", output="icecast://u:p@h:8000/m"))
    assert devices_of_air(replace(plain, zones=zones)) == {"Loa", "USB"}


# Heard through a sound server


@pytest.fixture
def pulse(tmp_path: Path) -> Iterator[PulseServer]:
    """A sound server of our own with two loudspeakers, zone_a (the system's default) and zone_b."""
    if missing := missing_parts():
        pytest.skip(f"not on this machine: {missing}")
    server = PulseServer(tmp_path / "pulse")
    server.start()
    yield server
    server.close()


def tone(path: Path, hertz: float, seconds: float = 20.0) -> str:
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE), RATE)
    return str(path)


def listen(pulse: PulseServer, wanted: str, air: str, *steps: list[Any],
           ) -> tuple[dict[str, NDArray[np.float64]], list[dict[str, Any]]]:
    """What both loudspeakers said, and what the player told."""
    recorders = {sink: pulse.record(sink) for sink in ("zone_a", "zone_b")}
    done = subprocess.run([sys.executable, str(CHILD), wanted, air, json.dumps(steps)], env=pulse.env,
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    time.sleep(0.3)  # what is still on its way to the recorder
    for recorder in recorders.values():
        recorder.stop()
    return {sink: recorder.samples() / 32768 for sink, recorder in recorders.items()}, \
        [json.loads(line) for line in done.stdout.splitlines()]


def silent(samples: NDArray[np.float64]) -> bool:
    return bool(np.abs(samples).max(initial=0.0) < LOUD)


def longest_gap(samples: NDArray[np.float64]) -> float:
    """Seconds, between the first and the last that is loud."""
    loud = np.flatnonzero(np.abs(samples) > LOUD)
    return float(np.diff(loud).max()) / RATE


@pytest.mark.pulse
def test_it_sounds_on_the_chosen_device_and_nowhere_else(pulse: PulseServer, tmp_path: Path) -> None:
    path = tone(tmp_path / "a.wav", A_HERTZ)
    heard, told = listen(pulse, "zone_b", "zone_a", [0.1, "play", 0, path], [1.0, "quit"])
    assert silent(heard["zone_a"])
    assert not silent(heard["zone_b"])
    assert [line for line in told if "told" in line or "failed" in line] == []


@pytest.mark.pulse
def test_the_device_of_the_air_is_left_alone_and_a_missing_one_is_told(pulse: PulseServer, tmp_path: Path) -> None:
    path = tone(tmp_path / "a.wav", A_HERTZ)
    heard, told = listen(pulse, "tai nghe đã rút", "zone_a", [0.1, "play", 0, path], [1.2, "play", 0, path],
                         [0.8, "quit"])
    assert silent(heard["zone_a"])
    assert not silent(heard["zone_b"])
    facts = {"name": "tai nghe đã rút", "used": "zone_b"}
    assert [line["told"] for line in told if "told" in line] == [["preview.device_gone", facts]]


@pytest.mark.pulse
def test_one_at_a_time_quieter_and_from_another_place(pulse: PulseServer, tmp_path: Path) -> None:
    first, second = tone(tmp_path / "a.wav", A_HERTZ), tone(tmp_path / "b.wav", B_HERTZ)
    heard, told = listen(pulse, "zone_b", "zone_a", [0.1, "play", 0, first], [0.8, "volume", 0.25],
                         [0.4, "seek", 10.0], [0.5, "play", 1, second], [0.7, "quit"])
    states = [line["state"] for line in told if "state" in line]
    assert states == [[0, "playing"], [0, "stopped"], [1, "playing"], [1, "stopped"]]
    assert max(line["position"] for line in told if "position" in line) > 10
    samples = heard["zone_b"]
    pieces = [piece for piece in np.array_split(samples, len(samples) // 4800) if np.abs(piece).max() > LOUD]
    pitches = [float(np.abs(np.fft.rfft(piece * np.hanning(len(piece)))).argmax() * RATE / len(piece))
               for piece in pieces]
    assert min(pitches, key=lambda hertz: abs(hertz - B_HERTZ)) == pytest.approx(B_HERTZ, abs=12)
    turned = next(number for number, hertz in enumerate(pitches) if hertz > 700)
    assert all(hertz < 700 for hertz in pitches[:turned])
    assert all(hertz > 700 for hertz in pitches[turned:])
    assert np.abs(pieces[2]).max() == pytest.approx(0.3, abs=0.02)
    assert np.abs(pieces[-2]).max() == pytest.approx(0.075, abs=0.01)


@pytest.mark.pulse
def test_a_and_b_change_over_without_a_gap_at_the_same_place(pulse: PulseServer, tmp_path: Path) -> None:
    first, second = tone(tmp_path / "a.wav", A_HERTZ), tone(tmp_path / "b.wav", B_HERTZ)
    heard, _ = listen(pulse, "zone_b", "zone_a", [0.1, "pair", first, second], *([0.4, "turn"] for _ in range(3)),
                      [0.5, "quit"])
    assert longest_gap(heard["zone_b"]) < 0.02
    spectrum = np.abs(np.fft.rfft(heard["zone_b"]))
    for hertz in (A_HERTZ, B_HERTZ):  # both were heard
        place = round(hertz * len(heard["zone_b"]) / RATE)
        assert spectrum[place - 20:place + 20].max() > 500


@pytest.mark.pulse
def test_a_loop_has_no_gap(pulse: PulseServer, tmp_path: Path) -> None:
    path = tone(tmp_path / "a.wav", A_HERTZ)
    heard, told = listen(pulse, "zone_b", "zone_a", [0.1, "loop", 2.0, 2.5], [0.0, "play", 0, path, 2.0],
                         [1.6, "quit"])
    assert longest_gap(heard["zone_b"]) < 0.02
    positions = [line["position"] for line in told if "position" in line]
    assert max(positions) <= 2.5
    assert len(positions) > 8


@pytest.mark.pulse
def test_a_device_that_goes_away_is_not_replaced_by_the_airs(pulse: PulseServer, tmp_path: Path) -> None:
    path, recorder = tone(tmp_path / "a.wav", A_HERTZ), pulse.record("zone_a")
    player = subprocess.Popen([sys.executable, str(CHILD), "zone_b", "zone_a",
                               json.dumps([[0.1, "play", 0, path], [20, "quit"]])], env=pulse.env,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert player.stdout is not None
    told = iter(player.stdout)
    while "position" not in next(told):
        pass
    modules = subprocess.run(["pactl", "list", "short", "modules"], env=pulse.env, capture_output=True, text=True)
    number = next(line.split()[0] for line in modules.stdout.splitlines() if "zone_b" in line)
    subprocess.run(["pactl", "unload-module", number], env=pulse.env, check=True)  # PulseAudio moves its streams
    assert any("preview.device_lost" in line for line in told)
    player.kill()
    player.communicate()
    recorder.stop()
    assert np.count_nonzero(np.abs(recorder.samples() / 32768) > LOUD) / RATE < 1.0


def test_the_settings_refuse_the_device_of_the_air_and_try_another(
        qtbot: QtBot, open_window: Callable[[], MainWindow], home: StationHome, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("broadcaster.gui.settings.page.output_names", lambda: ["Loa lớn", "Tai nghe"])
    window = open_window()
    window.go("settings")
    settle(qtbot)
    page: Any = window.page("settings")
    assert [page.ear.box.itemData(number) for number in range(page.ear.box.count())] == ["", "Loa lớn", "Tai nghe"]
    set_value(page.fields["audio.device"], "Tai nghe")
    set_value(page.fields[PREVIEW_DEVICE], "Tai nghe")
    page.save_button.click()
    settle(qtbot)
    assert any("vang ra ngoài" in text for text in page.forms["library"].complaints())
    assert load_settings(home).library.preview_device == ""
    set_value(page.fields["audio.device"], "Loa lớn")
    page.save_button.click()
    settle(qtbot)
    assert load_settings(home).library.preview_device == "Tai nghe"


# Turns and matches, to the sample


def speech(seconds: float, seed: int) -> NDArray[np.float32]:
    """Syllables and pauses."""
    random, parts, count = np.random.default_rng(seed), [], 0
    while count < seconds * RATE:
        length = int(random.uniform(0.1, 0.35) * RATE)
        parts.append(random.uniform(0.02, 0.3) * random.standard_normal(length) * np.hanning(length))
        if random.random() < 0.2:
            parts.append(np.zeros(int(random.uniform(0.1, 0.6) * RATE)))
        count = sum(len(part) for part in parts)
    return np.concatenate(parts)[:int(seconds * RATE)].clip(-1, 1).astype(np.float32)


def peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    return peaks_of(samples[:, None])


def test_turns_go_on_at_the_place_that_sounds_alike(tmp_path: Path) -> None:
    first = speech(4, 1)
    second = np.concatenate([speech(1, 2), first]) * np.float32(0.5)
    for name, samples in (("a", first), ("b", second)):
        soundfile.write(tmp_path / f"{name}.wav", samples, RATE, subtype="FLOAT")
    found = match(peaks(first), peaks(second), 6.02)
    turns = Turns(found.across, (0.5, 1.0))
    turns.open(FileSound(tmp_path / "a.wav"), FileSound(tmp_path / "b.wav"))
    parts, at = [], 0
    for number in range(40):
        turns.second = number // 8 % 2 == 1
        parts.append(turns.read(at, 4000))
        at += 4000
    assert turns.place(at) == (False, at)
    turns.second = True
    turns.read(at, 10)
    assert turns.place(at) == (True, at + RATE)
    turns.close()
    assert np.abs(np.concatenate(parts)[:, 0] - 0.5 * first[:at]).max() < 1e-6


@pytest.mark.parametrize(("changed_to", "only_a", "only_b"), [
    (lambda a, _: a, [], []),
    (lambda a, _: 0.5 * a, [], []),
    (lambda a, _: a[int(3.217 * RATE):], [(0, 3.2)], []),
    (lambda a, new: np.concatenate([a[:10 * RATE], new[:4 * RATE], a[10 * RATE:]]), [], [(10, 14)]),
    (lambda a, _: np.concatenate([a[:10 * RATE], a[15 * RATE:]]), [(10, 15)], []),
    (lambda a, new: np.concatenate([a[:10 * RATE], new[:2 * RATE], a[12 * RATE:]]), [(10, 12)], [(10, 12)]),
    (lambda a, new: np.concatenate([a[:487_000], new[:RATE // 4], a[487_000 + RATE // 4:]]), [(10.1, 10.4)],
     [(10.1, 10.4)]),
    (lambda _, new: new, [(0, 20)], [(0, 12)]),
], ids=["same", "quieter", "trimmed", "more", "less", "another passage", "another word", "another recording"])
def test_what_differs_is_found(changed_to: Any, only_a: list[tuple[float, float]],
                               only_b: list[tuple[float, float]]) -> None:
    first, new = speech(20, 5), speech(12, 6)
    second = changed_to(first, new).astype(np.float32)
    gain = 20 * np.log10(np.abs(first).max() / np.abs(second).max()) if len(only_a + only_b) == 0 else 0.0
    found = match(peaks(first), peaks(second), float(gain))
    for told, wanted in ((found.differing(False), only_a), (found.differing(True), only_b)):
        assert len(told) == len(wanted), told
        for (start, end), (low, high) in zip(told, wanted, strict=True):
            assert low - 0.6 <= start / RATE <= low + 0.2
            assert high - 0.2 <= end / RATE <= high + 0.6


# The widget


def test_two_sounds_side_by_side(qtbot: QtBot, home: StationHome, tmp_path: Path) -> None:
    station, first = Station(home, tmp_path), speech(12, 5)
    for name, samples in (("a", first), ("b", np.concatenate([first[:6 * RATE], speech(3, 9), first[6 * RATE:]]))):
        soundfile.write(tmp_path / f"{name}.wav", samples, RATE)
    one, two = (station.app.library.add(tmp_path / f"{name}.wav", title=name).cart.cut for name in "ab")
    player = AbPlayer(station.app)
    qtbot.addWidget(player)
    player.resize(700, 300)
    player.show()
    player.show_sounds(one.sha256, two.sha256)
    settle(qtbot)
    assert "dài hơn 3 giây" in player.told.text()
    assert player.next_button.isEnabled()
    places = [(round(start / RATE), round(end / RATE)) for start, end in player._places(True)]
    assert places == [(6, 9)]
    player._at = 10 * RATE
    qtbot.keyClick(player, Qt.Key.Key_X)
    assert player.sides[1].isChecked()
    assert player._at == 13 * RATE
    qtbot.keyClick(player, Qt.Key.Key_Left)
    assert player._at == 8 * RATE
    player.show_sounds("0" * 64, two.sha256)
    settle(qtbot)
    assert "không còn trong thư viện" in player.trouble.text()
    assert not player.play_button.isEnabled()
    player.close()
    QApplication.processEvents()
    station.app.close()
