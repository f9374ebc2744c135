"""What ails this station and this computer: found, explained, and where it can be done from here, mended."""
