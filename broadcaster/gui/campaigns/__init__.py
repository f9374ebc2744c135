"""What airs how often: the campaign dialog, what was missed, how far letters have come."""
