"""Letters printed to pictures and scanned badly: what the tests and the figures of the recogniser read."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

LETTERS = Path(__file__).parent / "data" / "letters"
_FONTS = ("/usr/share/fonts/truetype/dejavu/DejaVuSerifCondensed.ttf",
          "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "C:/Windows/Fonts/times.ttf")
_MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
_WIDTH, _HEIGHT, _MARGIN, _POINTS = 8.27, 11.69, 1.0, 13.0
"""Inches of A4, and the size of print Nghị định 30/2020 asks for."""
Blocks = tuple[list[str], list[str], list[str], list[str], list[str]]


def font_file() -> str | None:
    """A serif face with Vietnamese letters, if this computer has one."""
    return next((name for name in _FONTS if Path(name).exists()), None)


def blocks_of(text: str) -> Blocks:
    """Left and right of the letterhead, the body, left and right of the foot: where print would put each line."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    to = next((i for i, line in enumerate(lines) if line.startswith(("Kính gửi", "KẾ HOẠCH"))), 0)
    foot = next((i for i, line in enumerate(lines) if line.startswith("Nơi nhận")), len(lines))
    parts = [part.split("\n") for part in "\n".join(lines[:to]).split("\n\n") if part.strip()]
    right = [line for part in parts if _is_right(part) for line in part if line]
    left = [line for part in parts if not _is_right(part) for line in part if line]
    if not any("Độc lập" in line for line in right):
        right = _MOTTO + right
    ending = [line.strip("*") for line in lines[foot:]]
    signed = next((i for i, line in enumerate(ending) if i and line and not line.startswith(("-", "–"))
                   and (line.isupper() or not ending[i - 1])), len(ending))
    return (left, right, [line for line in lines[to:foot] if line], [line for line in ending[:signed] if line],
            [line for line in ending[signed:] if line])


def _is_right(part: list[str]) -> bool:
    whole = " ".join(part)
    return "CỘNG H" in whole or "Độc lập" in whole or (", ngày" in whole and "V/v" not in whole) or (
        whole.startswith("tháng"))


def printed_text(blocks: Blocks) -> str:
    """The text in the order a person reads it."""
    return "\n".join(line for block in blocks for line in block)


class _Sheet:
    """Pages that fill up line by line."""

    def __init__(self, dpi: int) -> None:
        name = font_file()
        assert name is not None
        self.dpi = dpi
        self.font = ImageFont.truetype(name, round(_POINTS * dpi / 72))
        self.step = round(1.35 * _POINTS * dpi / 72)
        self.pages: list[Image.Image] = []
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        self.pages.append(Image.new("L", (round(_WIDTH * self.dpi), round(_HEIGHT * self.dpi)), 255))
        self.pen = ImageDraw.Draw(self.pages[-1])
        self.y = _MARGIN * self.dpi

    def wrapped(self, line: str, width: float) -> list[str]:
        rows = [""]
        for word in line.split():
            longer = f"{rows[-1]} {word}".strip()
            if self.font.getlength(longer) > width and rows[-1]:
                rows.append(word)
            else:
                rows[-1] = longer
        return rows

    def body(self, lines: list[str]) -> None:
        for line in lines:
            for row in self.wrapped(line, (_WIDTH - 2 * _MARGIN) * self.dpi):
                if self.y > (_HEIGHT - _MARGIN) * self.dpi:
                    self.turn()
                self.pen.text((_MARGIN * self.dpi, self.y), row, fill=20, font=self.font)
                self.y += self.step
            self.y += 0.4 * self.step

    def columns(self, left: list[str], right: list[str]) -> None:
        rows = [[row for line in column for row in self.wrapped(line, width * self.dpi)]
                for column, width in ((left, 2.8), (right, 3.2))]
        if self.y + max(map(len, rows)) * self.step > (_HEIGHT - _MARGIN) * self.dpi:
            self.turn()
        for column, centre in zip(rows, (_MARGIN + 1.4, _WIDTH - _MARGIN - 1.6), strict=True):
            for number, row in enumerate(column):
                x = centre * self.dpi - self.font.getlength(row) / 2
                self.pen.text((x, self.y + number * self.step), row, fill=20, font=self.font)
        self.y += (max(map(len, rows)) + 1) * self.step


def printed(blocks: Blocks, dpi: int = 200) -> list[Image.Image]:
    """The letter on A4 pages, set as Nghị định 30/2020 sets it."""
    sheet = _Sheet(dpi)
    sheet.columns(blocks[0], blocks[1])
    sheet.body(blocks[2])
    if blocks[3] or blocks[4]:
        sheet.columns(blocks[3], blocks[4])
    return sheet.pages


def badly_scanned(page: Image.Image, *, angle: float = 1.0, quality: int = 45, shadow: float = 70.0,
                  seed: int = 1) -> Image.Image:
    """The page set askew, blurred, shaded from one corner, speckled and saved as a poor JPEG."""
    turned = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.8))
    values = np.asarray(turned, dtype=np.float32)
    down, across = np.mgrid[0:1:values.shape[0] * 1j, 0:1:values.shape[1] * 1j]
    values = values - shadow * (down + across) / 2 + np.random.default_rng(seed).normal(0, 9, values.shape)
    stream = io.BytesIO()
    Image.fromarray(np.clip(values, 0, 255).astype(np.uint8)).save(stream, "JPEG", quality=quality)
    return Image.open(stream)
