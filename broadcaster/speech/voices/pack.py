"""A Piper voice pack: what its files must say before they are believed."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from broadcaster.base.errors import Refused
from broadcaster.base.vietnamese import fold, one_line
from broadcaster.speech.model import Pack

MODEL, DESCRIPTION, RECORD = ".onnx", ".onnx.json", "pack.json"
MOST_BYTES = 500 << 20
MOST_TEXT_BYTES = 1 << 20
_SHOWN_TEXT = 20_000
_PAPERS = ("model_card", "license", "licence", "copying", "readme", "notice")
_LICENCE = re.compile(r"\blicen[cs]e\b[\s*_`:\-–|]*(.{2,120})", re.IGNORECASE)
_REGIONS = {"vi-vn-x-central": "central", "vi-vn-x-south": "south"}
# Plain "vi" says how the text is spelled out, not where the speaker comes from.
_MOST_SPEAKERS = 500


def is_paper(name: str) -> bool:
    """Whether a file of this name tells of licence and origin."""
    stem = name.lower().partition(".")[0]
    return stem.replace("-", "_").startswith(_PAPERS)


def pair(names: list[str]) -> tuple[str, str]:
    """The model and its description among these file names.

    Raises Refused: speech.pack_files, speech.pack_several.
    """
    models = sorted(name for name in names if name.lower().endswith(MODEL) and not name.startswith("."))
    if not models:
        raise Refused("speech.pack_files", "there is no .onnx file in this voice pack", missing="*.onnx")
    paired = [name for name in models if f"{name}.json" in names]
    if not paired:
        missing = f"{models[0]}.json"
        raise Refused("speech.pack_files", f"the voice pack lacks {missing}", missing=missing)
    if len(paired) > 1:
        raise Refused("speech.pack_several", f"{len(paired)} voices lie together: install one at a time",
                      count=len(paired), names=", ".join(paired[:5]))
    return paired[0], f"{paired[0]}.json"


def described(model: str, description: bytes, papers: dict[str, str], size: int) -> Pack:
    """What the pack's own files say.

    Raises Refused: speech.pack_broken, speech.pack_json, speech.pack_language.
    """
    try:
        body = json.loads(description.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise broken(f"{model}.json: {error}") from error
    rate, speakers, voice = _facts(body)
    licence, text = licence_of(papers)
    return Pack(name_of(model), rate, speakers, size, licence, text, region=_REGIONS.get(voice.lower(), ""))


def name_of(model: str) -> str:
    """A folder name every system takes, from "vi_VN-vais1000-medium.onnx"."""
    stem = fold(model[:-len(MODEL)])
    cleaned = re.sub(r"[^a-z0-9._-]+", "-", stem).strip(".-_")[:60]
    return cleaned or "giong-doc"


def licence_of(papers: dict[str, str]) -> tuple[str, str]:
    """(one line, the whole text) of the papers by file name; empty when there are none."""
    for text in papers.values():
        if found := _LICENCE.search(text):
            return one_line(found[1].strip(" *_`|"), 120), _whole(papers)
    first = next((line for text in papers.values() for line in text.splitlines() if line.strip()), "")
    return one_line(first.strip("# "), 120), _whole(papers)


def installed(folder: Path) -> Pack | None:
    """The pack in this folder, as it was recorded when it was installed; None: there is none, or it is damaged."""
    try:
        body = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return Pack(**{**body, "name": folder.name, "speakers": tuple(body["speakers"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def model_of(folder: Path) -> Path:
    """The model's file. Raises Refused: speech.pack_files, speech.pack_several."""
    return folder / pair([path.name for path in folder.iterdir()])[0]


def digest(model: Path) -> str:
    """sha256 over model and description."""
    total = hashlib.sha256()
    for path in (model, model.with_name(f"{model.name}.json")):
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def broken(detail: str) -> Refused:
    return Refused("speech.pack_broken", f"this voice pack is damaged: {detail}", detail=detail)


def _facts(body: Any) -> tuple[int, tuple[str, ...], str]:
    if not isinstance(body, dict):
        raise _lacks("audio.sample_rate")
    rate = _inside(body, "audio", "sample_rate")
    voice = _inside(body, "espeak", "voice")
    if not isinstance(rate, int) or isinstance(rate, bool) or not 8_000 <= rate <= 48_000:
        raise _lacks("audio.sample_rate")
    if not isinstance(voice, str):
        raise _lacks("espeak.voice")
    if not (voice.lower() == "vi" or voice.lower().startswith("vi-")) or body.get("phoneme_type", "espeak") != "espeak":
        raise Refused("speech.pack_language", f"this voice speaks {voice!r}, not Vietnamese", language=voice[:40])
    ids = body.get("phoneme_id_map")
    if not isinstance(ids, dict) or not ids or not all(isinstance(value, list) for value in ids.values()):
        raise _lacks("phoneme_id_map")
    count = body.get("num_speakers")
    if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= _MOST_SPEAKERS:
        raise _lacks("num_speakers")
    if not isinstance(body.get("num_symbols"), int):
        raise _lacks("num_symbols")
    return rate, _speakers(body.get("speaker_id_map"), count), voice


def _speakers(known: Any, count: int) -> tuple[str, ...]:
    if count <= 1:
        return ()
    names = {number: str(name) for name, number in known.items()} if isinstance(known, dict) else {}
    return tuple(one_line(names.get(number, str(number)), 40) for number in range(count))


def _inside(body: dict[str, Any], section: str, key: str) -> Any:
    found = body.get(section)
    if not isinstance(found, dict) or key not in found:
        raise _lacks(f"{section}.{key}")
    return found[key]


def _lacks(key: str) -> Refused:
    return Refused("speech.pack_json", f"the voice pack's description lacks {key}", key=key)


def _whole(papers: dict[str, str]) -> str:
    return "\n\n".join(f"{name}\n{text.strip()}" for name, text in sorted(papers.items()))[:_SHOWN_TEXT]
