"""Moves dossiers along a workflow: machine, guards, move. Reads no file and writes no row."""
