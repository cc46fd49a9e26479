"""Entry point of `python -m sdprocess`."""

import sys

from sdprocess.cli import main

if __name__ == "__main__":
    sys.exit(main())
