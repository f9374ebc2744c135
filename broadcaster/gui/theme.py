"""How the window looks: Fusion, our own palette, one style sheet, our own fonts. Calm, large, legible from a chair."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from broadcaster.base.paths import shipped

TEXT_FAMILY = "Be Vietnam Pro"
DIGIT_FAMILY = "Inter"


@dataclass
class Colors:
    """The colours by what they mean; painters and style sheets read them when they draw, so that a theme can change."""

    ink: str = "#17212b"
    soft: str = "#536170"
    """Secondary text: 5.6 : 1 on white."""
    faint: str = "#8a96a3"
    line: str = "#dfe4e9"
    ground: str = "#f3f5f7"
    card: str = "#ffffff"
    accent: str = "#0b6e73"
    accent_dark: str = "#08575b"
    accent_soft: str = "#d5eceb"
    side: str = "#15323a"
    side_text: str = "#cfdcdf"
    red: str = "#c62828"
    red_dark: str = "#9f1f1f"


colors = Colors()

TONES = {
    "good": ("#e3f2e7", "#1b6b35"),
    "wait": ("#fdf0dc", "#8a4b00"),
    "bad": ("#fbe6e5", "#a61f1a"),
    "plain": ("#eaeef2", "#475362"),
    "info": ("#e2ecfb", "#1f4f96"),
    "accent": ("#d5eceb", "#08575b"),
}
"""Ground and ink of a badge or banner; each pair is at least 4.5 : 1."""

_FONTS = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Medium.ttf", "BeVietnamPro-SemiBold.ttf", "BeVietnamPro-Bold.ttf",
          "Inter.ttf")

_SHEET = """
* { outline: none; }
QWidget { color: $ink; }
QMainWindow, QDialog, #ground { background: $ground; }
QToolTip { background: $ink; color: white; border: 0; padding: 6px 8px; }
#side { background: $side; }
#side QLabel { color: white; font-weight: 600; font-size: 17px; }
#side QPushButton { background: transparent; color: $side_text; border: 1px solid transparent; border-radius: 8px;
  padding: 9px 12px; text-align: left; font-size: 16px; }
#side QPushButton:hover { background: #1f434c; }
#side QPushButton:checked { background: $accent; color: white; font-weight: 600; }
#side QPushButton:focus { border: 1px solid #9fd3d5; }
#status { background: white; border-top: 1px solid $line; }
#status QLabel { color: $soft; font-size: 14px; }
#card { background: $card; border: 1px solid $line; border-radius: 10px; }
#title { font-size: 23px; font-weight: 600; }
#caption { color: $soft; font-size: 13px; font-weight: 600; }
#strong { font-weight: 600; }
#soft { color: $soft; }
#faint { color: $soft; font-size: 13px; }
#wrong { color: #a61f1a; font-size: 14px; }
QPushButton { background: white; border: 1px solid #c4ccd4; border-radius: 7px; padding: 7px 14px; min-height: 20px; }
QPushButton:hover { background: #eef3f4; border-color: #9fabb6; }
QPushButton:pressed { background: #dfe8ea; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:disabled { color: #9aa5af; background: #f3f5f7; border-color: $line; }
QPushButton#primary { background: $accent; color: white; border-color: $accent; font-weight: 600; }
QPushButton#primary:hover { background: $accent_dark; }
QPushButton#primary:focus { border: 2px solid #063f42; }
QPushButton#danger { background: $red; color: white; border-color: $red; font-weight: 600; }
QPushButton#danger:hover { background: $red_dark; }
QPushButton#danger:focus { border: 2px solid #6d1111; }
QPushButton#primary:disabled, QPushButton#danger:disabled { background: #c9d2d8; color: white; border-color: #c9d2d8; }
QPushButton#flat { background: transparent; border: 1px solid transparent; padding: 5px 8px; }
QPushButton#flat:hover { background: #e6ecef; }
QPushButton#flat:focus { border: 1px solid $accent; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit {
  background: white; border: 1px solid #c4ccd4; border-radius: 7px; padding: 6px 9px; min-height: 22px;
  selection-background-color: $accent; selection-color: white; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus { border: 2px solid $accent; padding: 5px 8px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
QTimeEdit:disabled { background: $ground; color: $soft; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"] { border: 2px solid $red; padding: 5px 8px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/style-chevron-down.svg"); width: 16px; height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 26px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/style-chevron-up.svg"); width: 14px; height: 14px; }
QAbstractSpinBox::down-arrow { image: url("$icons/style-chevron-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: white; border: 1px solid #c4ccd4; selection-background-color: $accent_soft;
  selection-color: $ink; padding: 4px; }
QCheckBox, QRadioButton { spacing: 9px; padding: 3px; }
QCheckBox:focus, QRadioButton:focus { background: $accent_soft; border-radius: 6px; }
QCheckBox::indicator { width: 18px; height: 18px; border: 1px solid #8a96a3; border-radius: 4px; background: white; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/style-check.svg"); }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid #8a96a3; border-radius: 9px; background: white; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QTableView, QListView, QTreeView, QListWidget { background: white; border: 0; gridline-color: transparent;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: white; }
QTableView::item, QListView::item { border-bottom: 1px solid #e8ecf0; padding: 0 8px; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $ink; }
QHeaderView { background: white; border: 0; }
QHeaderView::section { background: white; border: 0; border-bottom: 1px solid #c4ccd4; padding: 8px; color: $soft;
  font-weight: 600; text-align: left; }
QHeaderView::up-arrow { image: url("$icons/style-chevron-up.svg"); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; }
QHeaderView::down-arrow { image: url("$icons/style-chevron-down.svg"); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; }
QScrollArea, QScrollArea > QWidget > QWidget#plain { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: #c1cad2; border-radius: 4px; margin: 2px; min-height: 36px; min-width: 36px; }
QScrollBar::handle:hover { background: #98a5b0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: #e5eaee; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; padding: 9px 16px; color: $soft; border-bottom: 3px solid transparent; }
QTabWidget[tight="true"] QTabBar::tab, QTabBar[tight="true"]::tab { padding: 9px 8px; }
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; font-weight: 600; }
QTabBar::tab:focus { color: $ink; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QMenu { background: white; border: 1px solid #c4ccd4; padding: 5px; }
QMenu::item { padding: 7px 26px 7px 14px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::separator { height: 1px; background: $line; margin: 5px; }
QCalendarWidget QToolButton { background: white; color: $ink; padding: 5px; border: 0; }
"""


def apply_theme(application: QApplication) -> None:
    """Fonts, palette, style sheet and the Vietnamese locale; once, before the first widget."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", name)))
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setFont(text_font(15))
    icons = shipped("resources", "icons").as_posix()
    application.setStyleSheet(Template(_SHEET).substitute(asdict(colors), icons=icons))


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


ICON_SIZE = QSize(20, 20)


def _palette() -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, color in {
        roles.Window: colors.ground, roles.WindowText: colors.ink, roles.Base: colors.card,
        roles.AlternateBase: colors.ground, roles.Text: colors.ink, roles.Button: colors.card,
        roles.ButtonText: colors.ink, roles.Highlight: colors.accent, roles.HighlightedText: colors.card,
        roles.ToolTipBase: colors.ink, roles.ToolTipText: colors.card, roles.PlaceholderText: "#6b7783",
        roles.Link: colors.accent,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.faint))
    palette.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(colors.accent))
    return palette


def left_middle() -> Qt.AlignmentFlag:
    """The alignment of table text."""
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
