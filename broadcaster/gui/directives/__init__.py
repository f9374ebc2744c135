"""Văn bản: the register of letters and one letter in full."""
