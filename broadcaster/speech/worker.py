"""One engine's own process: `python -m broadcaster.speech.worker ENGINE [FOLDER]`, one JSON line in, one out.

A speech engine may hang or crash; in here it takes nobody along, not even the other engines.
    {"id": 1, "op": "speak", "text": …, "voice": "vi", "rate": 130, "pitch": 50, "out": "/…/a.wav"}
    →  {"id": 1, "ok": true}
    {"id": 2, "op": "voices"}  →  {"id": 2, "ok": true, "voices": […], "version": "…"}
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from broadcaster.base.errors import BroadcasterError
from broadcaster.speech.voices.engine import Engine, no_engine

_NICE, _BELOW_NORMAL = 5, 0x4000


def serve(engine: Engine, lines: TextIO, answers: TextIO) -> None:
    """Answer until the input ends: when the parent dies, so do we."""
    for line in lines:
        request: dict[str, Any] = {}
        try:
            request = json.loads(line)
            answer = {"ok": True, **_answer(engine, request)}
        except BroadcasterError as error:
            answer = {"ok": False, "code": error.code, "text": error.text, "facts": error.facts}
        except Exception as error:
            answer = {"ok": False, "code": "speech.failed", "text": f"the voice failed: {error}",
                      "facts": {"detail": str(error)}}
        answers.write(json.dumps({"id": request.get("id"), **answer}, default=str) + "\n")
        answers.flush()


def _answer(engine: Engine, request: dict[str, Any]) -> dict[str, Any]:
    if request["op"] == "voices":
        return {"voices": [asdict(voice) for voice in engine.voices()], "version": engine.version()}
    engine.speak(request["text"], request["voice"], request["rate"], Path(request["out"]), request.get("pitch", 50))
    return {}


def make_engine(name: str, folder: str = "") -> Engine:
    """espeak | piper (with the folder of its packs) | sapi5 | nsss | winrt. Raises Refused("speech.no_engine")."""
    if name == "espeak":
        from broadcaster.speech.voices.espeak import EspeakEngine

        return EspeakEngine()
    if name == "piper":
        _stand_back()
        from broadcaster.speech.voices.piper import PiperEngine

        return PiperEngine(Path(folder))
    if name == "winrt":
        from broadcaster.speech.voices.winrt import WinrtEngine

        return WinrtEngine()
    if name in {"sapi5", "nsss"}:
        from broadcaster.speech.voices import system

        return system.sapi5() if name == "sapi5" else system.nsss()
    raise no_engine(f"unknown engine {name!r}")


def _stand_back() -> None:
    """A neural voice takes every core it can get: the broadcast comes first."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICE)


def work(name: str, folder: str = "") -> None:
    """Be the process of this engine until the input ends."""
    # pyttsx3 prints on stdout: give it stderr, and keep the real stdout for the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        engine = make_engine(name, folder)
    except BroadcasterError as error:
        answers.write(json.dumps({"id": 0, "ok": False, "code": error.code, "text": error.text, "facts": error.facts},
                                 default=str) + "\n")
        answers.flush()
        return
    serve(engine, sys.stdin, answers)


if __name__ == "__main__":
    work(*(sys.argv[1:3] or ["espeak"]))
