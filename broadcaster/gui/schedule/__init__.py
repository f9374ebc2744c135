"""The schedule: what airs on a day, and which campaigns ask for it."""
