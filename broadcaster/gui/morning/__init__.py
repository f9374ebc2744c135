"""Sáng nay: what became of yesterday, whose name stands under it, and what could go wrong today."""
