"""Alembic revisions. A released revision is never edited: it is frozen and does not import the tables of today."""
