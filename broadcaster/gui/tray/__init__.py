"""The station's sign in the corner of the desktop, and what closing the window means."""
