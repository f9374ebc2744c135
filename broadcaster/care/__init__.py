"""Looking after a station: backup and restore, the doctor, updates, starting by itself, the built program's self-test.

Above the services, because a restored copy and an ailing home are opened through them; below window and keeper.
"""
