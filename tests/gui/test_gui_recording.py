"""Recording one's own voice: a real microphone (a sound server's), takes that survive, trim, retake, take one."""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from gui_steps import OPERATOR, settle
from numpy.typing import NDArray
from page_station import answer
from PySide6.QtCore import Qt

from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.production.prompter import Prompter, sentences, text_for_qt
from broadcaster.gui.production.recorder_dialog import RecorderDialog
from broadcaster.gui.production.takes import Take, TakeShelf, shape
from broadcaster.gui.widgets.dialogs import ConfirmDialog
from broadcaster.wiring import App

sys.path.append(str(Path(__file__).parents[1] / "air"))

from air_pulse import PulseServer, missing_parts

CHILD = Path(__file__).with_name("recording_child.py")
MIC, HERTZ, LEVEL = "micro_thu", 997.0, 0.25
TEXT = "Kính thưa bà con. Mời bà con đi họp lúc 7h30.\nXin cảm ơn."


@pytest.fixture
def pulse(tmp_path: Path) -> Iterator[PulseServer]:
    """A sound server whose microphone MIC hears what is played into zone_b."""
    if missing := missing_parts():
        pytest.skip(f"not on this machine: {missing}")
    server = PulseServer(tmp_path / "pulse")
    with (server.folder / "asoundrc").open("a") as file:
        file.write(f'pcm.{MIC} {{ type pulse device "zone_b.monitor" hint {{ show on description "{MIC}" }} }}\n')
    server.start()
    yield server
    server.close()


@pytest.fixture
def speaker(pulse: PulseServer, tmp_path: Path) -> Iterator[None]:
    """Somebody "speaks": a tone that goes on."""
    path = tmp_path / "tiếng.wav"
    soundfile.write(path, LEVEL * np.sin(2 * np.pi * HERTZ * np.arange(60 * RATE) / RATE), RATE)
    player = subprocess.Popen(["paplay", "-d", "zone_b", str(path)], env=pulse.env)
    yield
    player.kill()
    player.wait()


def child(pulse: PulseServer, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, str(CHILD), *words], env=pulse.env, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)


def told(process: subprocess.Popen[str]) -> dict[str, Any]:
    out, error = process.communicate(timeout=40)
    assert process.returncode == 0, error
    found: dict[str, Any] = {}
    for line in out.splitlines():
        found |= json.loads(line)
    return found


@pytest.mark.pulse
@pytest.mark.usefixtures("speaker")
def test_what_is_heard_is_recorded_with_its_level_and_length(pulse: PulseServer, tmp_path: Path) -> None:
    path = TakeShelf(StationHome(tmp_path), "01abc").begin(TEXT, RATE).path
    found = told(child(pulse, MIC, str(path), "2.0", "pause"))
    assert found["opened"] == RATE
    assert found["peak"] == pytest.approx(20 * np.log10(LEVEL), abs=0.5)
    assert found["noise"] == pytest.approx(20 * np.log10(LEVEL / np.sqrt(2)), abs=0.5)
    samples = np.frombuffer(path.read_bytes()[44:], "<i2") / 32768
    assert len(samples) / RATE == pytest.approx(2.0, abs=0.06)  # the pause in between is not in it
    window = np.hanning(RATE // 2)
    wave_ = np.exp(-2j * np.pi * HERTZ * np.arange(RATE // 2) / RATE)
    amplitude = 2 * abs(np.sum(samples[:RATE // 2] * window * wave_)) / window.sum()
    assert 20 * np.log10(amplitude) == pytest.approx(20 * np.log10(LEVEL), abs=0.5)


@pytest.mark.pulse
def test_a_microphone_that_goes_away_and_a_full_disk_are_told(pulse: PulseServer, tmp_path: Path) -> None:
    assert told(child(pulse, MIC, "/dev/full", "2.0"))["failed"] == "disk.full"
    path = tmp_path / "thử.pcm"
    process = child(pulse, MIC, str(path), "60")
    assert process.stdout is not None
    assert "opened" in process.stdout.readline()
    assert "noise" in process.stdout.readline()
    pulse.kill()
    assert told(process)["failed"] == "recording.unplugged"
    assert path.exists()


@pytest.mark.pulse
def test_an_input_that_is_not_there_is_told(pulse: PulseServer, tmp_path: Path) -> None:
    assert told(child(pulse, "không có", str(tmp_path / "thử.pcm"), "1"))["failed"] == "preview.no_input"


# Takes


def spoken(*seconds: float, rate: int = RATE) -> NDArray[np.int16]:
    """Tones of these lengths with a third of a second of near silence between them."""
    parts: list[NDArray[np.float64]] = []
    for length in seconds:
        parts += [0.3 * np.sin(np.arange(round(length * rate)) / 7), np.full(round(0.3 * rate), 0.0002)]
    return (np.concatenate(parts) * 32767).astype("<i2")


def taken(shelf: TakeShelf, samples: NDArray[np.int16], marks: tuple[tuple[int, int], ...] = ((0, 0),)) -> Take:
    take = shelf.begin(TEXT, RATE, samples.tobytes(), marks)
    return shelf.finish(take)


def test_a_take_that_a_crash_ended_is_offered_again(home: StationHome) -> None:
    shelf = TakeShelf(home, "01abc")
    shelf.begin(TEXT, 44_100, spoken(1.0, rate=44_100).tobytes() + b"\0")  # and then the power went
    (take,) = TakeShelf(home, "01abc").takes()
    assert (take.text, take.rate, take.path.suffix) == (TEXT, 44_100, ".wav")
    assert take.seconds == pytest.approx(1.3, abs=0.001)
    assert TakeShelf(home, "01other").takes() == []
    assert soundfile.info(str(take.path)).samplerate == 44_100
    assert not list(take.path.parent.glob("*.pcm"))


def test_an_empty_take_leaves_nothing(home: StationHome) -> None:
    shelf = TakeShelf(home, "01abc")
    shelf.finish(shelf.begin(TEXT, RATE))
    assert shelf.takes() == []
    assert not list((home.recordings / "takes").iterdir())


def test_a_note_that_is_damaged_does_not_lose_the_sound(home: StationHome) -> None:
    shelf = TakeShelf(home, "01abc")
    take = taken(shelf, spoken(1.0))
    take.path.with_suffix(".json").write_text("{", encoding="utf-8")
    (found,) = shelf.takes()
    assert found.seconds == pytest.approx(1.3)
    assert found.text == ""


def test_speaking_again_from_a_sentence_keeps_what_stands_before_it(home: StationHome) -> None:
    shelf = TakeShelf(home, "01abc")
    samples = spoken(1.0, 1.0, 1.0)
    take = taken(shelf, samples, ((0, 0), (1, 1500), (2, 2500)))  # the mark came 200 ms late
    kept, marks = shelf.kept_until(take, 1)
    count = len(kept) // 2
    assert RATE <= count <= round(1.3 * RATE)  # in the pause, not in the word
    assert np.array_equal(np.frombuffer(kept, "<i2"), samples[:count])
    assert marks == ((0, 0),)


def test_silence_at_both_ends_is_proposed_to_be_cut(home: StationHome) -> None:
    quiet = np.zeros(RATE, dtype="<i2")
    take = taken(TakeShelf(home, "01abc"), np.concatenate([quiet, spoken(1.0), quiet]))
    waveform, start, end = shape(take)
    assert len(waveform) == 1000
    assert max(waveform) == pytest.approx(0.3 * 255, abs=2)
    assert 700 <= start < 1000
    assert 2000 < end < 2600


# Prompter


def test_sentences_are_found_where_they_stand() -> None:
    text = 'Kính thưa bà con. Họp lúc 7.30 "sáng mai". Mời bà con!\n\n- Ai vắng?\n…'
    assert [text[line.start:line.end] for line in sentences(text)] == [
        "Kính thưa bà con.", 'Họp lúc 7.30 "sáng mai".', "Mời bà con!", "- Ai vắng?"]
    assert len(sentences("." * 60_000)) == 0
    assert len(text_for_qt("a🎺b\r\nc")) == 5


def test_the_text_moves_with_the_pace_and_can_be_moved(qtbot: Any) -> None:
    prompter = Prompter("lời")
    qtbot.addWidget(prompter)
    prompter.show_text(TEXT, 28)
    prompter.show_weights([4, 60, 3])
    prompter.set_pace(120)
    seen: list[int] = []
    prompter.moved.connect(seen.append)
    prompter.begin(0, 0.0)
    prompter.follow(1.0)
    assert prompter.current == 0
    prompter.follow(3.0)
    assert (prompter.current, seen) == (1, [1])
    prompter.step(1, 5.0)
    assert (prompter.current, seen) == (2, [1, 2])
    prompter.follow(6.0)
    assert prompter.current == 2


# The dialog


@pytest.fixture
def opened(qtbot: Any, station: App, open_window: Callable[[], MainWindow]) -> Iterator[Callable[..., RecorderDialog]]:
    window = open_window()
    dialogs: list[RecorderDialog] = []

    def open_it(bulletin: Bulletin) -> RecorderDialog:
        dialog = RecorderDialog(station, window, window, bulletin)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # looked at after it was closed
        dialogs.append(dialog)
        dialog.open()
        settle(qtbot)
        return dialog

    yield open_it
    for dialog in dialogs:
        dialog.reject()
        settle(qtbot)
        dialog.deleteLater()


@pytest.fixture
def bulletin(station: App) -> Bulletin:
    return station.bulletins.new("Họp thôn", TEXT, by=OPERATOR)


def test_a_take_is_trimmed_and_becomes_the_words(qtbot: Any, station: App, opened: Callable[..., RecorderDialog],
                                                 bulletin: Bulletin) -> None:
    shelf = TakeShelf(station.home, bulletin.id)
    taken(shelf, spoken(1.0))
    taken(shelf, spoken(1.0, 1.0))
    dialog = opened(bulletin)
    assert "chưa dùng" in dialog.banner.text()
    assert dialog.review.take().number == 2
    dialog.review.wave.set_bounds(0, 1200)
    got: list[Bulletin] = []
    dialog.taken.connect(got.append)
    dialog.use_button.click()
    settle(qtbot)
    (made,) = got
    words = station.library.cut(made.speech_sha256)
    assert (words.source, made.voice, made.audio_current) == ("recording", "", True)
    assert words.seconds == pytest.approx(1.05, abs=0.15)
    assert shelf.takes() == []
    assert not dialog.isVisible()


def test_a_take_of_an_older_text_is_not_taken_for_the_new_one(qtbot: Any, station: App, bulletin: Bulletin,
                                                              opened: Callable[..., RecorderDialog]) -> None:
    taken(TakeShelf(station.home, bulletin.id), spoken(1.0))
    changed = station.bulletins.save(bulletin.id, text="Lịch họp đã đổi.")
    dialog = opened(changed)
    dialog.use_button.click()
    settle(qtbot)
    assert not station.bulletins.get(bulletin.id).audio_current


def test_a_take_is_deleted_only_after_asking(qtbot: Any, station: App, opened: Callable[..., RecorderDialog],
                                             bulletin: Bulletin) -> None:
    shelf = TakeShelf(station.home, bulletin.id)
    taken(shelf, spoken(1.0))
    dialog = opened(bulletin)
    answer(qtbot, ConfirmDialog, lambda asked: asked.no.click())
    dialog.discard_button.click()
    assert len(shelf.takes()) == 1
    answer(qtbot, ConfirmDialog, lambda asked: asked.yes.click())
    dialog.discard_button.click()
    settle(qtbot)
    assert shelf.takes() == []
    assert dialog.review.take() is None


def test_counting_and_recording_into_a_take(qtbot: Any, station: App, opened: Callable[..., RecorderDialog],
                                            bulletin: Bulletin) -> None:
    """Without a microphone: the recorder's own news are told by hand, what is written is real."""
    dialog = opened(bulletin)
    assert not dialog.record_button.isEnabled()
    dialog.recorder.rate = RATE
    dialog._show_state()
    dialog._timer.setInterval(10)
    dialog.record_button.click()
    assert dialog.counter.text() == "3"
    qtbot.waitUntil(lambda: dialog.recording, timeout=5000)
    dialog.recorder._write(dialog.recorder._run, spoken(1.0).tobytes(), 1)
    qtbot.waitUntil(lambda: dialog.time.text() == "0:01", timeout=5000)
    qtbot.keyClick(dialog, Qt.Key.Key_Down)
    assert dialog.prompter.current == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    dialog.recorder._write(dialog.recorder._run, spoken(1.0).tobytes(), 2)  # paused: not written
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    dialog.stop_button.click()
    settle(qtbot)
    take = dialog.review.take()
    assert take.seconds == pytest.approx(1.3)
    assert take.marks == ((0, 0), (1, 1300))
    dialog.again_from_here()
    qtbot.waitUntil(lambda: dialog.recording, timeout=5000)
    dialog.recorder._write(dialog.recorder._run, spoken(0.5).tobytes(), 1)
    dialog.reject()  # what was spoken is kept
    assert [kept.number for kept in TakeShelf(station.home, bulletin.id).takes()] == [1, 2]
    with wave.open(str(TakeShelf(station.home, bulletin.id).takes()[1].path)) as file:
        assert 1.0 < file.getnframes() / RATE - 0.8 < 1.35


def test_noise_and_distortion_are_told(qtbot: Any, station: App, opened: Callable[..., RecorderDialog],
                                       bulletin: Bulletin) -> None:
    dialog = opened(bulletin)
    dialog.recorder.noise.emit(-38.2)
    assert dialog.noise.text() == "Phòng ồn: −38 dB, nên đóng cửa, tắt quạt."
    dialog.recorder.noise.emit(-61.0)
    assert "đủ yên" in dialog.noise.text()
    dialog.recorder.level.emit(-0.1, True)
    assert "vỡ" in dialog.hint.text()
