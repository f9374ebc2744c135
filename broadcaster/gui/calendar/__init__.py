"""The month at a glance and the days on which other rules hold."""
