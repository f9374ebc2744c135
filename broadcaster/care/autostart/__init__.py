"""The station starts by itself with the computer."""
