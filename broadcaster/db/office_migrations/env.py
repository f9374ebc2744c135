"""Alembic runs inside the program, on the connection it is handed."""

from alembic import context

from broadcaster.db.office_schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
