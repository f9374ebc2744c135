"""The on-air page: what sounds now, what comes next, and the stop button."""
