"""Đài Xã: runs a commune's loudspeaker radio, from directive letter to report."""

__version__ = "0.1.0"
