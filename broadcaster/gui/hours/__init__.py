"""The hours of the sessions, and the rules they keep to."""
