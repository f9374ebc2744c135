"""The bulletin on other channels than the loudspeakers."""

from __future__ import annotations

from broadcaster.gui.bulletins.desk_tab import DeskTab


class KitTab(DeskTab):
    """Shown beside the words of a bulletin."""


TAB = KitTab
