"""`broadcaster speech normalise|say|voices`: the reading voice from the command line."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from broadcaster.base.paths import write_atomic
from broadcaster.base.settings import load_settings
from broadcaster.cli.main import print_json
from broadcaster.speech.service import SpeechService


def configure(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    text = acts.add_parser("normalise", help="the text as it will be read aloud")
    text.add_argument("text", help="the text, or - for standard input")
    say = acts.add_parser("say", help="one utterance into a WAV file")
    say.add_argument("text")
    say.add_argument("--out", type=Path, required=True)
    say.add_argument("--voice")
    say.add_argument("--rate", type=int)
    say.add_argument("--pitch", type=int, help="0 to 99, 50 is natural")
    voices = acts.add_parser("voices", help="the voices of this computer")
    voices.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    home = args.station_home
    speech = SpeechService(load_settings(home), packs=home.root / "voices" / "packs")
    try:
        return {"normalise": _normalise, "say": _say, "voices": _voices}[args.act](speech, args)
    finally:
        speech.close()


def _normalise(speech: SpeechService, args: argparse.Namespace) -> int:
    if args.text != "-":
        print(speech.normalise(args.text))
        return 0
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    for line in text.splitlines():
        print(speech.normalise(line).replace("\n", " "))
    return 0


def _say(speech: SpeechService, args: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="dai-xa-") as folder:
        wav = speech.synthesise(args.text, Path(folder), args.voice, args.rate, pitch=args.pitch)
        write_atomic(args.out, wav.read_bytes())
    print(args.out)
    return 0


def _voices(speech: SpeechService, args: argparse.Namespace) -> int:
    found = speech.voices()
    if args.json:
        print_json([asdict(voice) for voice in found])
        return 0
    for voice in found:
        print(f"{voice.id:<28} {voice.engine:<8} {voice.region:<8} {voice.licence}")
    for engine in speech.absent():
        print(f"{engine.engine}: {engine.reason}", file=sys.stderr)
    return 0
