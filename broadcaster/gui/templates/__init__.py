"""Lời văn bản tin: the station's own words for its bulletins."""
