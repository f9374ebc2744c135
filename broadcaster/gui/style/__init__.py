"""The style page: every token and every part of the window in the theme that is on, with its name and its contrast."""
