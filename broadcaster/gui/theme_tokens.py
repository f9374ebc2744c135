"""The tokens of the look: what a colour, a distance or a size of letters is for. The values here are the light theme.

How to choose one: docs/design-system.md. The other themes: theme_sets.py.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colors:
    """Colours by what they mean. `…_ground` carries `…_ink`; a `…_mark` is drawn, never written."""

    # Text and grounds
    ink: str = "#17212b"
    soft: str = "#536170"
    faint: str = "#7f8b98"
    """Pictures and what is switched off; never words somebody must read."""
    ground: str = "#f3f5f7"
    card: str = "#ffffff"
    raised: str = "#f5f8fa"
    """A part set off inside a card."""
    line: str = "#dfe4e9"
    """Between rows and round cards: an ornament, nothing depends on seeing it."""
    grid: str = "#e8ecf0"
    hover: str = "#eef3f4"
    pressed: str = "#dfe8ea"
    tip_ground: str = "#17212b"
    tip_ink: str = "#ffffff"
    shade: str = "#d215323a"
    """Over something that waits; half transparent."""
    # The one colour of the program, and red
    accent: str = "#0b6e73"
    accent_dark: str = "#08575b"
    """Stronger than accent on a card."""
    accent_soft: str = "#d5eceb"
    """Behind what is chosen; ink stays legible on it."""
    accent_faint: str = "#f0f8f7"
    accent_fill: str = "#0b6e73"
    accent_fill_hover: str = "#08575b"
    on_accent: str = "#ffffff"
    red: str = "#c62828"
    red_dark: str = "#9f1f1f"
    red_faint: str = "#fff5f5"
    red_hover: str = "#fde0de"
    danger_fill: str = "#c62828"
    danger_fill_hover: str = "#9f1f1f"
    danger_fill_held: str = "#5c0d0d"
    danger_line: str = "#c62828"
    on_danger: str = "#ffffff"
    focus: str = "#0b6e73"
    focus_on_accent: str = "#063f42"
    focus_on_danger: str = "#6d1111"
    # Fields and controls
    field: str = "#ffffff"
    field_line: str = "#818e9b"
    button_line: str = "#bcc5ce"
    """A button's words say that it is one; its border may be quiet."""
    field_line_hover: str = "#687784"
    off_ground: str = "#f0f3f5"
    off_ink: str = "#818d98"
    off_fill: str = "#c9d2d8"
    on_off_fill: str = "#4a5864"
    placeholder: str = "#66727e"
    track: str = "#e5eaee"
    handle: str = "#b3bec8"
    handle_hover: str = "#8c9aa6"
    # The bar at the left
    side: str = "#15323a"
    side_ink: str = "#ffffff"
    side_text: str = "#cfdcdf"
    side_hover: str = "#1f434c"
    side_focus: str = "#9fd3d5"
    side_mark: str = "#f2c14e"
    on_side_mark: str = "#17212b"
    # Tones: badges, banners, chips
    good_ground: str = "#e3f2e7"
    good_ink: str = "#1b6b35"
    wait_ground: str = "#fdf0dc"
    wait_ink: str = "#8a4b00"
    bad_ground: str = "#fbe6e5"
    bad_ink: str = "#a61f1a"
    plain_ground: str = "#eaeef2"
    plain_ink: str = "#475362"
    info_ground: str = "#e2ecfb"
    info_ink: str = "#1f4f96"
    accent_ground: str = "#d5eceb"
    accent_ink: str = "#08575b"
    violet_ground: str = "#f0eaf8"
    violet_ink: str = "#5f3a93"
    # Drawn marks: bars, dots, lamps
    good_mark: str = "#2f9e5b"
    wait_mark: str = "#bf7a0d"
    bad_mark: str = "#cf3a32"
    plain_mark: str = "#7188a3"
    info_mark: str = "#3f6fb8"
    accent_mark: str = "#0b6e73"
    violet_mark: str = "#7a4db0"
    quiet_mark: str = "#9a86b8"
    rose_mark: str = "#a34b6e"
    emergency_mark: str = "#7a1fa2"
    live_mark: str = "#c2185b"
    rest_mark: str = "#b8c2ca"
    hatch: str = "#8fa0ad"
    # Sounds
    wave_ground: str = "#ffffff"
    wave_soft: str = "#7fb5b7"
    wave_out_ground: str = "#eceff2"
    wave_pause: str = "#e6eef8"
    wave_veil: str = "#5ab8c2ca"
    cue: str = "#b25e00"
    cue_ground: str = "#fbe3c0"
    meter_good: str = "#2f9e5b"
    meter_good_off: str = "#e7f0eb"
    meter_high: str = "#d9a11a"
    meter_high_off: str = "#faf2de"
    meter_over: str = "#cf3a32"
    meter_over_off: str = "#f9e4e2"
    # Words marked in a text
    read_sure: str = "#bfe5e2"
    read_unsure: str = "#fbd9a2"
    read_bad: str = "#fbd3d0"
    read_shorter: str = "#eef3d6"
    read_office: str = "#edf0f3"
    read_here: str = "#ffe9a8"
    # Days of the month: nothing … full; past days
    fill_0: str = "#ffffff"
    fill_1: str = "#eaf5f4"
    fill_2: str = "#cfe8e6"
    fill_3: str = "#a9d5d3"
    fill_4: str = "#7dbfbe"
    past_1: str = "#f1f3f5"
    past_2: str = "#e6eaee"
    past_3: str = "#dae0e5"
    past_4: str = "#ccd4db"
    # What sounds now
    lamp_live: str = "#c62828"
    on_lamp_live: str = "#ffffff"
    lamp_warn: str = "#f6c45c"
    on_lamp_warn: str = "#4d2f00"
    lamp_bad: str = "#7f1d1d"
    on_lamp_bad: str = "#ffffff"
    lamp_calm: str = "#e3e8ec"
    on_lamp_calm: str = "#475362"
    insert_red: str = "#b71c1c"
    insert_amber: str = "#8a4b00"
    insert_blue: str = "#1f4f96"
    on_insert: str = "#ffffff"
    # Paper and things that have their own look whatever the theme
    paper: str = "#ffffff"
    paper_ink: str = "#17212b"
    paper_line: str = "#c4ccd4"
    paper_mark: str = "#bfe5e2"
    wall: str = "#0b1418"
    wall_ink: str = "#dfe8ea"
    wall_strong: str = "#ffffff"
    wall_soft: str = "#93a6ad"
    wall_accent: str = "#7fd6d2"
    wall_alarm: str = "#ffb4ab"
    led_ground: str = "#14110b"
    led: str = "#ffb000"
    led_wide: str = "#ff5a4d"
    led_soft: str = "#a8926a"


@dataclass(frozen=True)
class Space:
    """Distances in device-independent pixels."""

    hair: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    wide: int = 24


@dataclass(frozen=True)
class Sizes:
    """Sizes of letters in device-independent pixels."""

    tiny: int = 11
    """Figures on a ruler, nothing else."""
    mark: int = 12
    caption: int = 13
    small: int = 14
    body: int = 15
    strong: int = 16
    lead: int = 17
    heading: int = 18
    large: int = 20
    title: int = 23
    figure: int = 28
    display: int = 44
    prompter: int = 34
    counter: int = 72


@dataclass(frozen=True)
class Widths:
    """Widest useful parts on a very wide screen, in device-independent pixels."""

    words: int = 720
    form: int = 1240
    page: int = 1760


space = Space()
sizes = Sizes()
widths = Widths()
