"""Music under words, chimes, repeats; and one's own voice."""

from __future__ import annotations

from broadcaster.gui.bulletins.desk_tab import DeskTab


class ProductionTab(DeskTab):
    """Shown beside the words of a bulletin."""


TAB = ProductionTab
