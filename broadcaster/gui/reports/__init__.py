"""Báo cáo: look at a report, then take it away."""
