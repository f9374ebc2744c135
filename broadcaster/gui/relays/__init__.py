"""Programmes of other stations: which may be planned, and how a letter asks for one."""
