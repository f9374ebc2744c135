"""A bulletin of 1,000 words voiced, beside the bare engine; then one sentence of it changed and voiced again.

Run by hand: .venv/bin/python tests/bench/speech_speed.py [RUNS=3] [WORDS=1000].
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.speech.service import SpeechService
from broadcaster.speech.voices.espeak import EspeakEngine
from broadcaster.wiring import build_app

SENTENCES = (
    "Ủy ban nhân dân xã thông báo lịch tiêm chủng cho trẻ em dưới 5 tuổi tại Trạm y tế xã.",
    "Thời gian bắt đầu từ 7 giờ 30 phút, ngày {n}/12/2026, đề nghị bà con mang theo sổ tiêm chủng.",
    "Các hộ gia đình ở thôn {n} khơi thông cống rãnh, phát quang bụi rậm và đậy kín dụng cụ chứa nước.",
    "Mọi thắc mắc xin liên hệ cán bộ phụ trách của thôn hoặc gọi Đài truyền thanh xã để được hướng dẫn thêm.")


def bulletin(words: int, change: str = "") -> str:
    """Text of so many words; `change` replaces its third sentence."""
    text: list[str] = []
    while len(" ".join(text).split()) < words:
        text.append(SENTENCES[len(text) % 4].format(n=1 + len(text) // 4))
    if change:
        text[2] = change
    return " ".join(" ".join(text).split()[:words])


def timed(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def through_the_program(folder: Path, text: str, words: int, runs: int) -> tuple[float, list[float]]:
    """(seconds until a bulletin is stored in house form, the same after each edit of a sentence)."""
    app = build_app(StationHome(folder / "home"), SystemClock())
    app.speech.synthesise("Xin chào.", folder)
    made = app.bulletins.new("Thông báo", text, by="Cán bộ truyền thanh")
    first = timed(lambda: app.bulletins.voice(made.id))
    again = []
    for edit in range(runs + 2):
        app.bulletins.save(made.id, text=bulletin(words, f"Câu này đã được sửa {edit + 1} lần."))
        again.append(timed(lambda: app.bulletins.voice(made.id)))
    app.close()
    return first, again


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    words = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    text, voice = bulletin(words), Settings().speech.voice
    bare, whole, edited = [], [], []
    engine = EspeakEngine()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engine.speak("Xin chào.", voice, 140, folder / "warm.wav")
        for run in range(runs):
            service = SpeechService(Settings())
            spoken = service.normalise(text)
            service.synthesise("Xin chào.", folder)
            bare.append(timed(lambda spoken=spoken: engine.speak(spoken, voice, 140, folder / "bare.wav")))
            whole.append(timed(lambda service=service: service.synthesise(text, folder)))
            other = bulletin(words, f"Câu này đã được sửa lần {run + 1}.")
            edited.append(timed(lambda service=service, other=other: service.synthesise(other, folder)))
            service.close()
        produced, again = through_the_program(folder, text, words, runs)
    engine_s, service_s = statistics.median(bare), statistics.median(whole)
    print(f"words                             {len(text.split())}, runs {runs}, load {os.getloadavg()[0]:.1f}")
    print(f"bare engine, one call             {engine_s:.2f} s")
    print(f"speech service, by sentence       {service_s:.2f} s  = {service_s / engine_s:.2f} x the bare engine")
    print(f"one sentence edited               {statistics.median(edited):.2f} s")
    print(f"bulletin voiced, to approved form {produced:.2f} s (trimmed, levelled, measured, stored as FLAC)")
    print(f"one sentence edited, same         {statistics.median(again):.2f} s (slowest {max(again):.2f} s)")


if __name__ == "__main__":
    main()
