"""The first minutes at a new station: eight short steps, or the demo station, or a backup. Can be run again later."""
