"""Every feature file, played against the real services."""

from pytest_bdd import scenarios

scenarios("../../features")
