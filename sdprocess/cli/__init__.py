"""Commands. Thin: asks services and checking, prints."""
