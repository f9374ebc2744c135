"""Reports and logs as comma-separated text: base/csv_text.py, by the name the writers know."""

from __future__ import annotations

from broadcaster.base.csv_text import disarmed, write_rows

__all__ = ["disarmed", "write_rows"]
