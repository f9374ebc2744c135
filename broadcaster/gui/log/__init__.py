"""The airing log: what was planned, what really went out, and the journal lines that prove it."""
