"""The settings page: who we are, hours, sound, voice, people."""
