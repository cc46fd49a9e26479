"""Dates and terms with their sums. Knows no database and no page."""
