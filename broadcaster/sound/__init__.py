"""Shaping of samples that the player and the window must do alike. Knows base and numpy, nothing else."""
