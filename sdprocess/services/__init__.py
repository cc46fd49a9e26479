"""Use cases, one file per verb, and the ports they need. No Flask, no SQL."""
