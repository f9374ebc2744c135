"""What should be sounding, compared with what is: the only proof that somebody could have heard it."""
