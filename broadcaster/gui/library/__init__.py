"""The library: sounds that can be scheduled, on their way to approval."""
