"""YAML in, frozen pydantic models out. Knows no dossier, no text that is judged, no database and no page."""
