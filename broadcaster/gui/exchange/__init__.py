"""The schedule for other programs: taking it out, taking it over."""
