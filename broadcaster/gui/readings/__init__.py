"""How words are read: the choices in a text, and the station's own lexicon."""
