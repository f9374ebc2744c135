"""The three looks: light, dark, high contrast; and which inks stand on which grounds, so that a test can measure."""

from __future__ import annotations

from dataclasses import replace

from broadcaster.gui.theme_tokens import Colors

LIGHT = Colors()

DARK = replace(
    LIGHT,
    ink="#e8edf0", soft="#aab6bf", faint="#83909b", ground="#12191e", card="#1b242a", raised="#222d34",
    line="#34414a", grid="#2b363e", hover="#27333b", pressed="#303e47", tip_ground="#e8edf0", tip_ink="#12191e",
    shade="#dc060b0e",
    accent="#5cc8c4", accent_dark="#8adbd7", accent_soft="#1d4649", accent_faint="#1c3033", accent_fill="#10797e",
    accent_fill_hover="#0c6468", red="#ff8a80", red_dark="#ffb0a8", red_faint="#332020", red_hover="#4a2726",
    danger_fill="#c93434", danger_fill_hover="#a92a2a", danger_fill_held="#641414", danger_line="#d64545",
    focus="#6fd6d2", focus_on_accent="#d9fbf9", focus_on_danger="#ffe3e0",
    field="#141c21", field_line="#71808c", field_line_hover="#94a3ae",
    button_line="#566570", off_ground="#1f282e", off_ink="#7a8792",
    off_fill="#3a4750", on_off_fill="#b4c0c8", placeholder="#93a0aa", track="#33404a", handle="#4d5c67",
    handle_hover="#6d7e8a",
    side="#0c171b", side_text="#c3d2d6", side_hover="#17282e",
    good_ground="#1c3a28", good_ink="#8fdda9", wait_ground="#45340f", wait_ink="#ffcf7a", bad_ground="#4c2221",
    bad_ink="#ffb3ab", plain_ground="#2e3942", plain_ink="#c3ced7", info_ground="#1f3658", info_ink="#aacbff",
    accent_ground="#1d4649", accent_ink="#8fe0dc", violet_ground="#362a4b", violet_ink="#d0b5f5",
    good_mark="#4fb878", wait_mark="#e5a63a", bad_mark="#f0675e", plain_mark="#8ca2b8", info_mark="#6f9fe6",
    accent_mark="#3fa9a9", violet_mark="#a884dc", quiet_mark="#8f7db0", rose_mark="#d07a9d", emergency_mark="#c57be3",
    live_mark="#f0609a", rest_mark="#53626d", hatch="#71828f",
    wave_ground="#141c21", wave_soft="#3f8587", wave_out_ground="#222c33", wave_pause="#1f2f45",
    wave_veil="#5a53626d", cue="#f0a13c", cue_ground="#4a3413",
    meter_good="#46b572", meter_good_off="#22332a", meter_high="#e3b13a", meter_high_off="#383019",
    meter_over="#f0675e", meter_over_off="#3d2523",
    read_sure="#1f5553", read_unsure="#614415", read_bad="#66302d", read_shorter="#3d4520", read_office="#2e3942",
    read_here="#5c4c12",
    fill_0="#1b242a", fill_1="#1c3336", fill_2="#1d4346", fill_3="#1f5659", fill_4="#236c6f",
    past_1="#222b31", past_2="#293339", past_3="#303b42", past_4="#39454d",
    lamp_live="#c93434", lamp_warn="#f0bd55", lamp_bad="#8e2525", lamp_calm="#2e3942", on_lamp_calm="#c3ced7",
)

CONTRAST = replace(
    DARK,
    ink="#ffffff", soft="#f2f2f2", faint="#d0d0d0", ground="#000000", card="#000000", raised="#101010",
    line="#ffffff", grid="#8a8a8a", hover="#2a2a2a", pressed="#3d3d3d", tip_ground="#ffffff", tip_ink="#000000",
    shade="#f0000000",
    accent="#7ff4ef", accent_dark="#b5fffb", accent_soft="#004146", accent_faint="#00282b", accent_fill="#ffdd33",
    accent_fill_hover="#fff0a0", on_accent="#000000", red="#ffa8a0", red_dark="#ffd0cb", red_faint="#2a0000",
    red_hover="#4d0000", danger_fill="#a80000", danger_fill_hover="#820000", danger_fill_held="#3a0000",
    danger_line="#ffffff", focus="#ffdd33", focus_on_accent="#ffffff", focus_on_danger="#ffdd33",
    field="#000000", field_line="#ffffff", field_line_hover="#ffdd33",
    button_line="#ffffff", off_ground="#000000", off_ink="#b8b8b8",
    off_fill="#585858", on_off_fill="#ffffff", placeholder="#d8d8d8", track="#3a3a3a", handle="#cfcfcf",
    handle_hover="#ffffff",
    side="#000000", side_text="#ffffff", side_hover="#2a2a2a", side_focus="#ffdd33", side_mark="#ffdd33",
    on_side_mark="#000000",
    good_ground="#003d14", good_ink="#b0ffc6", wait_ground="#402c00", wait_ink="#ffe2a0", bad_ground="#5c0000",
    bad_ink="#ffdad6", plain_ground="#262626", plain_ink="#ffffff", info_ground="#002a66", info_ink="#d6e6ff",
    accent_ground="#004146", accent_ink="#c9fffc", violet_ground="#34005c", violet_ink="#ecd9ff",
    good_mark="#5dff91", wait_mark="#ffc247", bad_mark="#ff7d72", plain_mark="#c0d0e0", info_mark="#8fbaff",
    accent_mark="#3fe0da", violet_mark="#cf9fff", quiet_mark="#b9a8dc", rose_mark="#ff9fc4", emergency_mark="#e79bff",
    live_mark="#ff80b4", rest_mark="#8a8a8a", hatch="#ffffff",
    wave_ground="#000000", wave_soft="#2aa5a0", wave_out_ground="#262626", wave_pause="#002a66", cue="#ffc247",
    cue_ground="#4d3300", meter_good="#5dff91", meter_good_off="#1c331f", meter_high="#ffc247",
    meter_high_off="#3d3005", meter_over="#ff7d72", meter_over_off="#4a1512",
    read_sure="#00504d", read_unsure="#5c3d00", read_bad="#700d0d", read_shorter="#394300", read_office="#333333",
    read_here="#5c4a00",
    fill_0="#000000", fill_1="#002a2c", fill_2="#00383b", fill_3="#00464a", fill_4="#005257",
    past_1="#1a1a1a", past_2="#262626", past_3="#303030", past_4="#3d3d3d",
    lamp_live="#a80000", lamp_warn="#ffdd33", on_lamp_warn="#000000", lamp_bad="#700000", lamp_calm="#333333",
    on_lamp_calm="#ffffff", insert_red="#a80000", insert_amber="#5c3200", insert_blue="#123a80",
    wall="#000000", wall_ink="#ffffff", wall_soft="#dadada", wall_accent="#7ff4ef",
    led_wide="#ff8579", led_soft="#c4b08a",
)

SETS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

TONE_NAMES = ("good", "wait", "bad", "plain", "info", "accent", "violet")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "soft", "red", "accent", "accent_dark")
      for ground in ("ground", "card", "raised", "field", "hover")),
    *(("ink", ground) for ground in ("accent_soft", "accent_faint", "pressed", "read_sure", "read_unsure", "read_bad",
                                     "read_shorter", "read_office", "read_here", "fill_0", "fill_1", "fill_2", "fill_3",
                                     "fill_4", "past_1", "past_2", "past_3", "past_4", "wave_ground", "cue_ground")),
    *((f"{name}_ink", f"{name}_ground") for name in TONE_NAMES),
    *((f"{name}_ink", "card") for name in TONE_NAMES),
    *((ink, f"{name}_ground") for ink in ("ink",) for name in TONE_NAMES),
    ("placeholder", "field"), ("tip_ink", "tip_ground"), ("on_accent", "accent_fill"),
    ("on_accent", "accent_fill_hover"), ("on_danger", "danger_fill"), ("on_danger", "danger_fill_hover"),
    ("red", "red_faint"), ("red", "red_hover"), ("on_off_fill", "off_fill"), ("accent", "accent_faint"),
    ("side_ink", "side"), ("side_text", "side"), ("side_text", "side_hover"), ("on_side_mark", "side_mark"),
    *((f"on_lamp_{name}", f"lamp_{name}") for name in ("live", "warn", "bad", "calm")),
    *(("on_insert", f"insert_{name}") for name in ("red", "amber", "blue")),
    ("paper_ink", "paper"), ("paper_ink", "paper_mark"), ("wall_ink", "wall"), ("wall_strong", "wall"),
    ("wall_soft", "wall"), ("wall_accent", "wall"), ("wall_alarm", "wall"), ("led", "led_ground"),
    ("led_wide", "led_ground"), ("led_soft", "led_ground"),
)
"""Words and what they stand on: 4.5 : 1, in the high-contrast set 7 : 1."""

MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *((f"{name}_mark", "card") for name in ("good", "wait", "bad", "plain", "info", "accent", "violet", "quiet",
                                            "rose", "emergency", "live")),
    ("faint", "card"), ("field_line", "field"), ("field_line", "card"), ("field_line", "ground"), ("focus", "card"),
    ("focus", "ground"), ("focus", "field"), ("side_focus", "side"), ("accent_fill", "card"), ("danger_line", "card"),
    ("cue", "wave_ground"), ("accent", "wave_ground"), ("red", "wave_ground"), ("meter_good", "card"),
    ("meter_over", "card"), ("off_ink", "off_ground"),
)
"""Borders, focus rings and drawn marks, and what they stand on: 3 : 1. Switched-off words are held to this too."""


def contrast(one: str, other: str) -> float:
    """The contrast of two opaque colours as WCAG 2.2 counts it, 1 … 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[place:place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
