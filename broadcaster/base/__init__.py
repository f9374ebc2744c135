"""What every part stands on and that knows nothing of the rest."""
