"""A cut and what was taken off it are one recording, to the sample; another shape of it is another cut."""

from __future__ import annotations
