"""The mix itself, measured: lengths, levels, joins; and what the bulletin's approval makes of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from broadcaster.accounts.model import Role
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.bulletins.model import Bulletin, Production
from broadcaster.library.model import Cart, CartKind, Cut, State
from broadcaster.wiring import App, build_app

AUTHOR, TEXT = "Cán bộ truyền thanh", "Kính mời bà con đi tiêm vắc xin."
_WORDS_HZ, _BED_HZ = 1000.0, 300.0


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    made.accounts.add("Phó Chủ tịch", "", Role.APPROVER, "2222")
    yield made
    made.close()


def tone(path: Path, hertz: float, seconds: float, level: float = 0.2) -> Path:
    soundfile.write(path, level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE), RATE)
    return path


def item(app: App, path: Path, kind: CartKind) -> Cart:
    cart = app.library.add(path, kind=kind, by=AUTHOR).cart
    app.approvals.submit(f"cart:{cart.id}", AUTHOR)
    app.approvals.approve(f"cart:{cart.id}", app.accounts.by_name("Phó Chủ tịch"))
    return app.library.get(cart.id)


def recorded(app: App, folder: Path, seconds: float = 4.0) -> Bulletin:
    """A bulletin whose words are a tone."""
    made = app.bulletins.new("Tiêm phòng", TEXT, by=AUTHOR)
    return app.bulletins.record(made.id, tone(folder / "lời.wav", _WORDS_HZ, seconds), by=AUTHOR)


def samples(app: App, cut: Cut | None) -> NDArray[np.float64]:
    assert cut is not None
    found, rate = soundfile.read(app.home.audio(cut.sha256), dtype="float64")
    assert rate == RATE
    return np.asarray(found)


def level(sound: NDArray[np.float64], hertz: float) -> float:
    """Amplitude of one tone in dB, by a window that hears nothing of the other."""
    window = np.hanning(len(sound))
    wave = np.exp(-2j * np.pi * hertz * np.arange(len(sound)) / RATE)
    return float(20 * np.log10(2 * abs(np.sum(sound * window * wave)) / window.sum()))


def test_without_parts_the_words_are_what_airs(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    assert made.cut is not None
    assert (made.cut.sha256, made.cut.source) == (made.speech_sha256, "recording")
    assert (made.audio_current, made.words_current, made.voice) == (True, True, "")


def test_repeats_are_the_same_samples_at_the_right_places(app: App, tmp_path: Path) -> None:
    before = recorded(app, tmp_path)
    made = app.bulletins.produce(before.id, Production(repeats=3, pause_seconds=1.25))
    sound, words = samples(app, made.cut), samples(app, before.cut)
    step = len(words) + round(1.25 * RATE)
    assert len(sound) == 3 * step - round(1.25 * RATE)
    first, second, third = (sound[place * step:place * step + len(words)] for place in range(3))
    assert np.array_equal(first, second)
    assert np.array_equal(second, third)
    assert not sound[len(words):step].any()
    assert np.abs(first[480:-480] - words[480:-480]).max() <= 1.01 / 32768
    assert made.cut is not None
    assert made.cut.source == "production"
    assert made.speech_sha256 == before.speech_sha256


def test_music_lies_as_far_under_the_words_as_asked(app: App, tmp_path: Path) -> None:
    before = recorded(app, tmp_path, 6.0)
    bed = item(app, tone(tmp_path / "nhạc.wav", _BED_HZ, 5.0, 0.5), CartKind.MUSIC)
    production = Production(bed=bed.id, bed_db=-15.0, fade_seconds=1.0)
    made = app.bulletins.produce(before.id, production)
    assert made.cut is not None
    sound, music = samples(app, made.cut), samples(app, bed.cut)
    words = app.bulletins.producer.layout(production, before.cut.seconds if before.cut else 0).of("words")[0]
    begin, end = words.start * 48, words.end * 48
    assert len(sound) == round((before.cut.seconds if before.cut else 0) * RATE) + 1400 * 48 + 1800 * 48
    gain = level(sound[begin:end], _BED_HZ) - level(music[RATE:4 * RATE], _BED_HZ)
    lufs_between = (bed.cut.lufs or 0.0) - (before.cut.lufs or 0.0 if before.cut else 0.0)
    assert gain + lufs_between == pytest.approx(-15.0, abs=1.0)
    free = level(sound[round(1.0 * RATE):round(1.0 * RATE) + 4800], _BED_HZ)
    assert free - level(sound[begin:end], _BED_HZ) > 5  # it came down before the words
    assert made.cut.true_peak_db <= -1.0


def test_no_join_clicks(app: App, tmp_path: Path) -> None:
    """Every sound here is a pure tone: a greater step than its own steepest one would be a click."""
    before = recorded(app, tmp_path)
    bed = item(app, tone(tmp_path / "nhạc.wav", _BED_HZ, 2.345, 0.5), CartKind.MUSIC)
    chime = item(app, tone(tmp_path / "chuông.wav", 523.0, 1.111, 0.5), CartKind.CHIME)
    made = app.bulletins.produce(before.id, Production(chime=chime.id, bed=bed.id, closing=chime.id, repeats=2))
    sound = samples(app, made.cut)
    steepest = 2 * np.pi * _WORDS_HZ / RATE * np.abs(samples(app, before.cut)).max() \
        + 2 * np.pi * _BED_HZ / RATE * np.abs(samples(app, bed.cut)).max()
    assert np.abs(np.diff(sound)).max() < 1.05 * steepest
    assert abs(sound[0]) < 0.01
    assert abs(sound[-1]) < 0.01


def test_loud_words_over_loud_music_are_held_under_the_ceiling(app: App, tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    burst = random.standard_normal(4 * RATE) * np.where(np.arange(4 * RATE) % RATE < 1500, 0.9, 0.02)
    soundfile.write(tmp_path / "lời.wav", burst.clip(-1, 1), RATE)
    made = app.bulletins.new("Tiêm phòng", TEXT, by=AUTHOR)
    app.bulletins.record(made.id, tmp_path / "lời.wav")
    bed = item(app, tone(tmp_path / "nhạc.wav", _BED_HZ, 5.0, 0.5), CartKind.MUSIC)
    done = app.bulletins.produce(made.id, Production(bed=bed.id, bed_db=0.0))
    assert done.cut is not None
    assert done.cut.true_peak_db <= -1.0
    assert np.abs(samples(app, done.cut)).max() < 10 ** (-1 / 20)


def test_another_production_voids_the_approval_at_once(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    app.approvals.approve(f"bulletin:{made.id}", app.accounts.by_name("Phó Chủ tịch"))
    cart = app.approvals.cart_of(made.id)
    changed = app.bulletins.save(made.id, production=Production(chime="default"))
    assert (changed.state, changed.audio_current, changed.words_current) == (State.DRAFT, False, True)
    assert app.approvals.current(cart.id) is None
    again = app.bulletins.produce(made.id)
    assert again.audio_current
    app.approvals.submit(f"bulletin:{made.id}", AUTHOR)
    approval = app.approvals.approve(f"bulletin:{made.id}", app.accounts.by_name("Phó Chủ tịch"))
    assert again.cut is not None
    assert approval.audio_sha256 == again.cut.sha256


def test_back_to_plain_gives_the_words_back(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    app.bulletins.produce(made.id, Production(chime="default", repeats=2))
    plain = app.bulletins.produce(made.id, Production())
    assert plain.cut == made.cut
    assert plain.audio_current


def test_voice_reads_and_produces_in_one_go(app: App) -> None:
    made = app.bulletins.new("Tiêm phòng", TEXT, by=AUTHOR)
    app.bulletins.save(made.id, production=Production(chime="default", repeats=2, pause_seconds=2.0))
    guess = app.bulletins.estimate(made.id)
    done = app.bulletins.voice(made.id)
    assert done.cut is not None
    words = app.library.cut(done.speech_sha256)
    assert (words.source, done.cut.source) == ("voice", "production")
    assert done.cut.seconds == pytest.approx(3.0 + 2.0 + 2 * words.seconds + 2.0, abs=0.005)
    assert done.cut.seconds == pytest.approx(guess, rel=0.25)
    assert done.audio_current
    assert app.bulletins.last_production() == done.production


def test_changed_words_must_be_read_before_they_are_produced(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    app.bulletins.save(made.id, text="Lịch đã đổi.")
    with pytest.raises(Refused) as refusal:
        app.bulletins.produce(made.id, Production(repeats=2))
    assert refusal.value.code == "production.no_words"


def test_a_recording_of_an_older_text_is_not_current(app: App, tmp_path: Path) -> None:
    made = app.bulletins.new("Tiêm phòng", TEXT, by=AUTHOR)
    done = app.bulletins.record(made.id, tone(tmp_path / "lời.wav", _WORDS_HZ, 2.0), text="Văn bản trước khi sửa.")
    assert not done.audio_current


def test_a_person_may_find_that_the_recording_still_fits(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    app.bulletins.save(made.id, text=f"{TEXT} ")
    kept = app.bulletins.still_says(made.id, AUTHOR)
    assert (kept.audio_current, kept.cut) == (True, made.cut)
    read = app.bulletins.voice(app.bulletins.new("Khác", TEXT).id)
    with pytest.raises(Refused) as refusal:
        app.bulletins.still_says(read.id)
    assert refusal.value.code == "production.no_words"


@pytest.mark.parametrize(("how", "code"), [("absent", "production.part_missing"),
                                           ("withdrawn", "production.part_missing"),
                                           ("draft", "production.part_not_approved")])
def test_a_part_that_may_not_air_is_named(app: App, tmp_path: Path, how: str, code: str) -> None:
    made = recorded(app, tmp_path)
    cart = app.library.add(tone(tmp_path / "Nhạc nền.wav", _BED_HZ, 2.0), kind=CartKind.MUSIC).cart
    if how == "withdrawn":
        app.library.withdraw(cart.id)
    with pytest.raises(Refused) as refusal:
        app.bulletins.produce(made.id, Production(bed="không có" if how == "absent" else cart.id))
    assert refusal.value.code == code
    assert refusal.value.facts["name"] in {"không có", "Nhạc nền"}
    assert app.bulletins.get(made.id).cut == made.cut


def test_a_mix_that_is_called_off_changes_nothing(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    with pytest.raises(Refused) as refusal:
        app.bulletins.produce(made.id, Production(repeats=2), cancelled=lambda: True)
    assert refusal.value.code == "production.cancelled"
    assert app.bulletins.get(made.id).cut == made.cut
    assert not list(app.home.run.glob("mix-*"))


def test_what_is_previewed_is_what_will_air(app: App, tmp_path: Path) -> None:
    made = recorded(app, tmp_path)
    production = Production(chime="default", repeats=2)
    heard = app.bulletins.producer.render(app.bulletins.words(made), production, tmp_path / "nghe thử.flac")
    done = app.bulletins.produce(made.id, production)
    assert done.cut is not None
    assert heard.read_bytes() == app.home.audio(done.cut.sha256).read_bytes()
    assert [path.name for path in tmp_path.glob("nghe thử*")] == ["nghe thử.flac"]


def test_a_plain_bulletin_loads_no_pydub() -> None:
    code = "import sys, broadcaster.wiring, broadcaster.bulletins.producer; sys.exit('pydub' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
