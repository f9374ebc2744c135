"""The style sheet of the whole program; every colour and size in it is a token (theme_tokens.py)."""

from __future__ import annotations

SHEET = """
* { outline: none; }
QWidget { color: $ink; }
QMainWindow, QDialog, #ground { background: $ground; }
QToolTip { background: $tip_ground; color: $tip_ink; border: 0; padding: 6px 8px; }
#side { background: $side; }
#side QLabel { color: $side_ink; font-weight: 600; font-size: ${size_lead}px; }
#side QPushButton { background: transparent; color: $side_text; border: 1px solid transparent; border-radius: 8px;
  padding: 9px 12px; text-align: left; font-size: ${size_strong}px; }
#side QScrollArea, #sidePages { background: $side; }
#side QPushButton[low="true"] { padding: 8px 12px; }
#side QScrollBar:vertical { width: 6px; }
#side QScrollBar::handle { margin: 0 1px; border-radius: 2px; background: $faint; }
#side QPushButton:hover { background: $side_hover; }
#side QPushButton:checked { background: $accent_fill; color: $on_accent; font-weight: 600; }
#side QPushButton:focus { border: 1px solid $side_focus; }
#side #pill { background: $side_mark; color: $on_side_mark; border-radius: 9px; padding: 0 5px;
  font-size: ${size_caption}px; }
#status { background: $card; border-top: 1px solid $line; }
#status QLabel { color: $soft; font-size: ${size_small}px; }
#card, #damaged, #readback { background: $card; border: 1px solid $line; border-radius: 10px; }
#rule { background: $line; }
#title { font-size: ${size_title}px; font-weight: 600; }
#heading { font-size: ${size_heading}px; font-weight: 600; }
#lead { font-size: ${size_lead}px; }
#caption { color: $soft; font-size: ${size_caption}px; font-weight: 600; }
#strong { font-weight: 600; }
#soft { color: $soft; }
#faint { color: $soft; font-size: ${size_caption}px; }
#wrong { color: $bad_ink; font-size: ${size_small}px; }
QPushButton { background: $card; border: 1px solid $button_line; border-radius: 7px; padding: 7px 14px;
  min-height: 20px; }
QPushButton:hover { background: $hover; border-color: $field_line_hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $focus; padding: 6px 13px; }
QPushButton:disabled { color: $off_ink; background: $off_ground; border-color: $off_fill; }
QPushButton#primary { background: $accent_fill; color: $on_accent; border-color: $accent_fill; font-weight: 600; }
QPushButton#primary:hover { background: $accent_fill_hover; border-color: $accent_fill_hover; }
QPushButton#primary:focus { border: 2px solid $focus_on_accent; }
QPushButton#danger { background: $danger_fill; color: $on_danger; border: ${danger_edge}px solid $danger_line;
  padding: ${danger_pad}; font-weight: 600; }
QPushButton#danger:hover { background: $danger_fill_hover; }
QPushButton#danger:pressed { background: $danger_fill_held; }
QPushButton#danger:focus { border: 3px solid $focus_on_danger; padding: 5px 12px; }
QPushButton#primary:disabled, QPushButton#danger:disabled { background: $off_fill; color: $on_off_fill;
  border-color: $off_fill; }
QPushButton#alarm { background: $red_faint; color: $red; border: 2px solid $red; font-weight: 700; }
QPushButton#alarm:hover { background: $red_hover; }
QPushButton#alarm:focus { border: 3px solid $focus_on_danger; padding: 6px 13px; }
QPushButton#alarm:disabled { color: $off_ink; border-color: $off_fill; background: $off_ground; }
QPushButton#flat { background: transparent; border: 1px solid transparent; padding: 5px 8px; }
QPushButton#flat:hover { background: $pressed; }
QPushButton#flat:focus { border: 1px solid $focus; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit {
  background: $field; border: 1px solid $field_line; border-radius: 7px; padding: 6px 9px; min-height: 22px;
  selection-background-color: $accent_fill; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QTimeEdit:focus { border: 2px solid $focus; padding: 5px 8px; }
QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit { padding: 5px 9px 4px 9px; }
QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus { padding: 4px 8px 3px 8px; }
QComboBox { padding-left: 11px; }
QComboBox:focus { padding-left: 10px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
QTimeEdit:disabled { background: $off_ground; color: $soft; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"] { border: 2px solid $red; padding: 5px 8px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/style-chevron-down$icon_look.svg"); width: 16px;
  height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 26px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/style-chevron-up$icon_look.svg"); width: 14px; height: 14px; }
QAbstractSpinBox::down-arrow { image: url("$icons/style-chevron-down$icon_look.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $field_line;
  selection-background-color: $accent_soft;
  selection-color: $ink; padding: 4px; }
QCheckBox, QRadioButton { spacing: 9px; padding: 3px; }
QCheckBox:focus, QRadioButton:focus { background: $accent_soft; border-radius: 6px; }
QCheckBox::indicator { width: 18px; height: 18px; border: 1px solid $field_line; border-radius: 4px;
  background: $field; }
QCheckBox::indicator:checked { background: $accent_fill; border-color: $accent_fill;
  image: url("$icons/style-check$check_look.svg"); }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $field_line; border-radius: 9px;
  background: $field; }
QRadioButton::indicator:checked { border: 5px solid $accent_fill; width: 8px; height: 8px; }
QTableView, QListView, QTreeView, QListWidget { background: $card; border: 0; gridline-color: transparent;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: $card; }
QTableView::item, QListView::item { border-bottom: 1px solid $grid; padding: 0 5px; }
QTableView::item:selected, QListView::item:selected { background: $accent_soft; color: $ink; }
#frozen { border-right: 2px solid $rest_mark; }
QHeaderView { background: $card; border: 0; }
QHeaderView::section { background: $card; border: 0; border-bottom: 1px solid $rest_mark; padding: 8px; color: $soft;
  font-weight: 600; text-align: left; }
QHeaderView::up-arrow { image: url("$icons/style-chevron-up$icon_look.svg"); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; }
QHeaderView::down-arrow { image: url("$icons/style-chevron-down$icon_look.svg"); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; }
QSlider { min-height: 28px; }
QSlider::groove:horizontal { height: 4px; background: $track; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent_mark; border-radius: 2px; }
QSlider::handle:horizontal { width: 18px; height: 18px; margin: -7px 0; border-radius: 9px; background: $card;
  border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $focus; }
QSlider::sub-page:horizontal:disabled { background: $faint; }
QSlider::handle:horizontal:disabled { border-color: $faint; }
#wall { background: $wall; }
#wall QLabel { color: $wall_ink; }
#wall #wallSoft { color: $wall_soft; }
#wall #wallAlarm { color: $wall_alarm; font-weight: 600; }
QScrollArea, QScrollArea > QWidget > QWidget#plain { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; min-height: 36px; min-width: 36px; }
QScrollBar::handle:hover { background: $handle_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $track; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent_mark; border-radius: 4px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; padding: 9px 16px; color: $soft; border-bottom: 3px solid transparent; }
QTabWidget[tight="true"] QTabBar::tab, QTabBar[tight="true"]::tab { padding: 9px 8px; }
QTabBar::tab:selected { color: $accent; border-bottom: 3px solid $accent; font-weight: 600; }
QTabBar::tab:focus { color: $ink; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QMenu { background: $card; border: 1px solid $field_line; padding: 5px; }
QMenu::item { padding: 7px 26px 7px 14px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::separator { height: 1px; background: $line; margin: 5px; }
QCalendarWidget QToolButton { background: $card; color: $ink; padding: 5px; border: 0; }
"""
