"""Judges a SourceText with a checklist. Knows nothing of dossiers, files, people or pages."""
