"""A channel as files: which there are, how they are called, and writing them without touching any other."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from broadcaster.base.paths import unwritable, write_atomic
from broadcaster.base.vietnamese import fold
from broadcaster.bulletins.kit import led, portal
from broadcaster.bulletins.kit.blocks import Block, Readings, Sheet, article_blocks, leaflet_blocks, script_blocks
from broadcaster.bulletins.kit.wording import KitWords

SUFFIXES: dict[str, tuple[str, ...]] = {
    "sms": (".txt",), "social": (".txt",), "portal": (".docx", ".html", ".txt"), "led": (".txt", ".csv"),
    "leaflet": (".pdf",), "poster": (".pdf",), "script": (".pdf", ".docx"),
}
"""The files of each channel."""
SENT_AS_THEY_STAND = frozenset({"sms", "led"})
"""Whoever sends these looks at nothing else: an unapproved one is not written."""
_LONGEST_NAME = 60
_MOST_ALIKE = 1000


def render(channel: str, suffix: str, text: str, sheet: Sheet, words: KitWords, readings: Readings) -> bytes:
    """One file of a channel. `sheet`: what stands around the text on paper; its `draft` marks every kind of file."""
    if suffix == ".csv":
        return _led_csv(text, words, sheet.draft)
    if suffix == ".html":
        return portal.as_html(text, sheet.draft).encode()
    if suffix == ".txt":
        above = f"{sheet.draft}\n\n" if sheet.draft else ""
        # Notepad and the programs of LED boards know UTF-8 by its mark; a message without accents needs none.
        return (above + text + "\n").replace("\n", "\r\n").encode("utf-8" if (above + text).isascii() else "utf-8-sig")
    return printed(channel, suffix, replace(sheet, blocks=blocks(channel, text, sheet, words, readings)))


def blocks(channel: str, text: str, sheet: Sheet, words: KitWords, readings: Readings) -> tuple[Block, ...]:
    """The text as paragraphs of a page; `sheet.blocks` (a script's title) stand before it."""
    if channel == "script":
        return (*sheet.blocks, *script_blocks(text, words, readings))
    return article_blocks(text) if channel == "portal" else leaflet_blocks(text)


def printed(channel: str, suffix: str, sheet: Sheet) -> bytes:
    """A page as PDF or Word document."""
    # A third of a second of imports that nobody pays who only sends a message.
    if suffix == ".docx":
        from broadcaster.bulletins.kit.word import docx_bytes

        return docx_bytes(sheet)
    from broadcaster.bulletins.kit import paper

    makers: dict[str, Callable[[Sheet], bytes]] = {"leaflet": paper.leaflet_pdf, "poster": paper.poster_pdf}
    return makers.get(channel, paper.script_pdf)(sheet)


def file_name(title: str, channel: str, words: KitWords) -> str:
    """ "tiem-phong-dai-to-roi": plain letters that every system takes, without the ending."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(title))
    slug = "-".join(part for part in plain.split("-") if part)[:_LONGEST_NAME].strip("-")
    tail = "".join(c for c in fold(words.of("files").word(channel)) if (c.isascii() and c.isalnum()) or c == "-")
    return "-".join(part for part in (slug or "ban-tin", tail or channel) if part)


def write_new(folder: Path, name: str, suffix: str, data: bytes) -> Path:
    """Write beside what is there: "name (2).pdf" when there is a "name.pdf". Raises Refused: disk.*."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {entry.name.casefold() for entry in folder.iterdir()}
    except OSError as error:
        raise unwritable(folder, error) from error
    for number in range(1, _MOST_ALIKE):
        path = folder / (f"{name}{suffix}" if number == 1 else f"{name} ({number}){suffix}")
        if path.name.casefold() not in taken:
            write_atomic(path, data)
            return path
    raise unwritable(folder, FileExistsError(17, "too many files of this name"))


def _led_csv(text: str, words: KitWords, draft: str) -> bytes:
    """A line of the board a row, with the seconds it is shown."""
    out = io.StringIO(newline="")
    if draft:
        out.write(f"{draft}\r\n")
    out.write("STT,Dòng chữ,Số giây\r\n")
    for number, line in enumerate(led.shown(text), 1):
        quoted = line.replace('"', '""')
        disarmed = f"' {quoted}" if quoted[:1] in "=+-@" else quoted
        out.write(f'{number},"{disarmed}",{words.options.led_seconds}\r\n')
    return out.getvalue().encode("utf-8-sig")
