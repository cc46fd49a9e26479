"""Forms: what a page asks and which answers it takes. No rule of the process lives here."""
