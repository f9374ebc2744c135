"""Moved to gui/hours."""

from __future__ import annotations

from broadcaster.gui.hours.hours_dialog import HoursDialog as HoursDialog
from broadcaster.gui.hours.sessions_dialog import SessionsDialog as SessionsDialog
