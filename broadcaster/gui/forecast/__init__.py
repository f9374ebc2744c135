"""Chạy thử: the coming days played ahead, with faults supposed."""
