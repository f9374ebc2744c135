"""The channel kit: one bulletin in the form of every other channel, and what was handed out of it."""
