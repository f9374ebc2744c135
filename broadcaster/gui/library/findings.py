"""What the import found in a sound, in plain words with its figures. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from broadcaster.base.frames import clock_text
from broadcaster.gui.i18n import number_text
from broadcaster.gui.library.model import loudness_text, warning_words
from broadcaster.library.checks import MIXED, MUSIC, SPEECH, Checks
from broadcaster.library.model import Cart


def warnings(cart: Cart) -> list[str]:
    """A sentence for every warning, with its figures where it has some."""
    checks = Checks.from_json(cart.cut.checks)
    return [_sentence(checks, code) for code in checks.warnings]


def _sentence(checks: Checks, code: str) -> str:
    translate = QCoreApplication.translate
    plain = {
        "silent_head": translate("Library", "{seconds} s of silence at the beginning were cut off."),
        "silent_tail": translate("Library", "{seconds} s of silence at the end were cut off."),
        "silent_middle": translate("Library", "A silence of {seconds} s in the middle: listen before it is approved."),
        "clipped": translate("Library", "The recording is distorted ({percent} % of it): it was recorded too loud."),
        "mono_loss": translate(
            "Library", "Left and right cancel each other: on the loudspeakers it is {db} dB fainter. Listen to it."),
        "opposite_polarity": translate(
            "Library", "The right channel was recorded upside down; only the left one is used."),
        "near_duplicate": translate("Library", "The same recording seems to be here already ({percent} % alike)."),
        "short": translate("Library", "The sound is very short: {seconds} s."),
    }
    if code not in plain:
        return warning_words(code)
    try:
        facts = {name: number_text(value, 1) if isinstance(value, float) else value
                 for name, value in checks.facts(code).items()}
    except KeyError:
        return warning_words(code)
    return plain[code].format(**facts)


def sound_facts(cart: Cart) -> list[tuple[str, str]]:
    """(name, value) of what was measured; what is not known is left out."""
    translate = QCoreApplication.translate
    cut, checks = cart.cut, Checks.from_json(cart.cut.checks)
    lines = [
        (translate("Library", "Length"), clock_text(cut.seconds)),
        (translate("Library", "Loudness"), loudness_text(cart)),
        (translate("Library", "True peak"), f"{_signed(cut.true_peak_db)} dBTP"),
        (translate("Library", "Content"), content_words(checks)),
        (translate("Library", "File"), cut.original_name),
        (translate("Library", "Format"), format_words(checks)),
    ]
    if checks.source_lufs is not None and cut.checks:
        words = translate("Library", "{lufs} LUFS, brought to the station's loudness by {gain} dB")
        lines.append((translate("Library", "As it came"), words.format(
            lufs=_signed(checks.source_lufs), gain=_signed(checks.gain_db, plus=True))))
    return lines


def content_words(checks: Checks) -> str:
    """Speech, music or both; empty when it cannot be told."""
    translate = QCoreApplication.translate
    return {SPEECH: translate("Library", "speech"), MUSIC: translate("Library", "music"),
            MIXED: translate("Library", "speech and music")}.get(checks.content, "")


def format_words(checks: Checks) -> str:
    """MP3 · 44,1 kHz · 128 kbit/s · stereo."""
    translate = QCoreApplication.translate
    channels = {0: "", 1: translate("Library", "mono"), 2: translate("Library", "stereo")}.get(
        checks.channels, translate("Library", "{count} channels").format(count=checks.channels))
    parts = [_codec_words(checks.codec), f"{number_text(checks.rate / 1000, 1)} kHz" if checks.rate else "",
             f"{round(checks.bit_rate / 1000)} kbit/s" if checks.bit_rate else "", channels]
    return " · ".join(part for part in parts if part)


def _codec_words(codec: str) -> str:
    """The name people know a file by: the decoder calls WAV "pcm_s16le" and MP3 "mp3float"."""
    if codec.startswith(("pcm_", "adpcm_")):
        return "WAV"
    for known in ("mp3", "mp2", "aac", "wma", "amr", "opus", "vorbis", "flac", "alac", "ac3"):
        if codec.startswith(known):
            return known.upper()
    return codec.upper()


def _signed(value: float, *, plus: bool = False) -> str:
    text = number_text(abs(value), 1)
    return f"−{text}" if value < 0 else f"+{text}" if plus else text
