"""The coming days, played ahead: the real planner, the real player, no sound, and faults on request."""
