"""How the window looks: Fusion, our own palette, one style sheet, our own fonts. Calm, large, legible from a chair.

Colours, distances and sizes: theme_tokens.py; the other sets: theme_sets.py; the sheet: theme_sheet.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from string import Template
from typing import cast

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from broadcaster.base.paths import shipped
from broadcaster.gui.theme_sets import SETS, TONE_NAMES
from broadcaster.gui.theme_sheet import SHEET
from broadcaster.gui.theme_tokens import Colors, Sizes, Space, Widths, sizes, space, widths

__all__ = ["ICON_SIZE", "TONES", "Colors", "Pairs", "Shades", "Sizes", "Space", "Widths", "apply_theme", "colors",
           "danger_edge", "digit_font", "left_middle", "running_theme", "sizes", "space", "text_font", "tone", "widths"]

TEXT_FAMILY = "Be Vietnam Pro"
DIGIT_FAMILY = "Inter"


class _Running:
    """Reads the set that is on now: whoever asks while drawing follows every change of theme."""

    name = "light"

    def __getattr__(self, token: str) -> str:
        return cast("str", getattr(SETS[self.name], token))


_running = _Running()
colors = cast("Colors", _running)


class Shades(Mapping[str, str]):
    """Words of a page -> colour of the running theme: `Shades(good="good_mark")["good"]`."""

    def __init__(self, **tokens: str) -> None:
        self._tokens = tokens

    def __getitem__(self, key: str) -> str:
        return cast("str", getattr(colors, self._tokens[key]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)


class Pairs(Mapping[str, tuple[str, str]]):
    """The same for a ground and what is drawn on it."""

    def __init__(self, **tokens: tuple[str, str]) -> None:
        self._tokens = tokens

    def __getitem__(self, key: str) -> tuple[str, str]:
        ground, ink = self._tokens[key]
        return cast("str", getattr(colors, ground)), cast("str", getattr(colors, ink))

    def __iter__(self) -> Iterator[str]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)


TONES = Pairs(**{name: (f"{name}_ground", f"{name}_ink") for name in TONE_NAMES})
"""Ground and ink of a badge or banner."""

_FONTS = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Medium.ttf", "BeVietnamPro-SemiBold.ttf", "BeVietnamPro-Bold.ttf",
          "Inter.ttf")
ICON_SIZE = QSize(20, 20)


def running_theme() -> str:
    """light, dark or contrast."""
    return _running.name


def apply_theme(application: QApplication, name: str = "light") -> None:
    """Fonts, palette, style sheet and the Vietnamese locale. Later calls change the look; pages are then made anew."""
    if not application.property("dressed"):
        QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        for font in _FONTS:
            QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", font)))
        application.setStyle("Fusion")
        application.setFont(text_font(sizes.body))
        application.setProperty("dressed", True)
    _running.name = name
    application.setPalette(_palette())
    application.setStyleSheet(_sheet())


def _sheet() -> str:
    look = "" if _running.name == "light" else f"-{_running.name}"
    edge = danger_edge()
    return Template(SHEET).substitute(
        asdict(SETS[_running.name]), **{f"size_{key}": value for key, value in asdict(sizes).items()},
        danger_edge=edge, danger_pad=f"{8 - edge}px {15 - edge}px", icon_look=look,
        icons=shipped("resources", "icons").as_posix(),
        check_look="-contrast" if _running.name == "contrast" else "")


def danger_edge() -> int:
    """Pixels around what stops or removes; in high contrast the frame says it, red alone is dark on black."""
    return 3 if _running.name == "contrast" else 1


def text_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The reading font at a size in device-independent pixels."""
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def digit_font(pixels: int, weight: int = 600) -> QFont:
    """Inter with figures of one width, so that a running clock does not tremble. `weight`: 100…900."""
    font = QFont(DIGIT_FAMILY)
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setVariableAxis(QFont.Tag("wght"), float(weight))
    return font


def tone(name: str) -> tuple[QColor, QColor]:
    """Ground and ink of one tone; an unknown name is plain."""
    ground, ink = TONES.get(name, TONES["plain"])
    return QColor(ground), QColor(ink)


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, color in {
        roles.Window: colors.ground, roles.WindowText: colors.ink, roles.Base: colors.field,
        roles.AlternateBase: colors.ground, roles.Text: colors.ink, roles.Button: colors.card,
        roles.ButtonText: colors.ink, roles.Highlight: colors.accent_fill, roles.HighlightedText: colors.on_accent,
        roles.ToolTipBase: colors.tip_ground, roles.ToolTipText: colors.tip_ink,
        roles.PlaceholderText: colors.placeholder, roles.Link: colors.accent,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.off_ink))
    palette.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(colors.accent_fill))
    return palette


def left_middle() -> Qt.AlignmentFlag:
    """The alignment of table text."""
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
