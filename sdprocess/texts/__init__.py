"""Every Dutch sentence that belongs to a code, and nothing else."""
