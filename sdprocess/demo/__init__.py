"""The demo municipality: its people, dossiers and drafts, put in through the ordinary services."""
