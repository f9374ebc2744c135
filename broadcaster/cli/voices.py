"""The voices' part of `broadcaster speech`: say, voices, pack."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from broadcaster.base.paths import write_atomic
from broadcaster.base.settings import load_settings
from broadcaster.cli.main import print_json
from broadcaster.speech.lexicon_file import Lexicon
from broadcaster.speech.service import SpeechService
from broadcaster.speech.worker import work


def configure_voices(acts: Any) -> None:
    """Add them to the verb's own parsers."""
    say = acts.add_parser("say", help="one utterance into a WAV file")
    say.add_argument("text")
    say.add_argument("--out", type=Path, required=True)
    say.add_argument("--voice")
    say.add_argument("--rate", type=int)
    say.add_argument("--pitch", type=int, help="0 to 99, 50 is natural")
    voices = acts.add_parser("voices", help="the voices of this computer")
    voices.add_argument("--json", action="store_true")
    pack = acts.add_parser("pack", help="voice packs (Piper): show, look, add, remove, restore")
    steps = pack.add_subparsers(dest="pack_act", required=True)
    steps.add_parser("list", help="the packs of this station").add_argument("--json", action="store_true")
    for name, words in (("look", "what a pack says of itself, its licence above all"),
                        ("add", "take in a folder or zip with an .onnx and its .onnx.json")):
        steps.add_parser(name, help=words).add_argument("path", type=Path)
    for name, words in (("remove", "put a pack away"), ("restore", "bring it back")):
        steps.add_parser(name, help=words).add_argument("name")
    engine = acts.add_parser("worker")  # the program's own: an engine's process, where there is no python to start
    engine.add_argument("engine")
    engine.add_argument("folder", nargs="?", default="")


def run_voices(args: argparse.Namespace) -> int:
    """Carry one out."""
    if args.act == "worker":
        work(args.engine, args.folder)
        return 0
    home = args.station_home
    speech = SpeechService(load_settings(home), packs=home.root / "voices" / "packs", lexicon=Lexicon(home.lexicon))
    try:
        return {"say": _say, "voices": _voices, "pack": _pack}[args.act](speech, args)
    finally:
        speech.close()


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


def _pack(speech: SpeechService, args: argparse.Namespace) -> int:
    if args.pack_act == "list":
        packs = speech.packs()
        if args.json:
            print_json([asdict(pack) for pack in packs])
        else:
            for pack in packs:
                print(f"{pack.name:<28} {pack.size >> 20:>4} MB  {pack.licence}")
    elif args.pack_act == "look":
        print(speech.look_at_pack(args.path).licence_text or "this pack names no licence")
    elif args.pack_act == "remove":
        speech.remove_pack(args.name)
    else:
        made = speech.install_pack(args.path) if args.pack_act == "add" else speech.restore_pack(args.name)
        print(f"piper:{made.name}")
    return 0
