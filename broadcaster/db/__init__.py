"""The database: SQLite now, PostgreSQL for the office above later. SQL lives here and in each feature's store."""
