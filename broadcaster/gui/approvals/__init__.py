"""Duyệt: what waits for an approver."""
