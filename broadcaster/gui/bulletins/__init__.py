"""Bản tin: write, listen, approve."""
