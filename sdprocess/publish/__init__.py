"""What leaves the house as text, json, html, csv or document. Decides nothing."""
