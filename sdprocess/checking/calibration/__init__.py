"""How well verdicts agree with what readers found, and readers with each other. Pure: no files, no people."""
