"""sdprocess: brengt de gemeenteraad in positie. May hold the version and nothing else."""

__version__ = "0.1.0"
