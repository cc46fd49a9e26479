"""`sdprocess versie`."""

from __future__ import annotations

from argparse import Namespace

from sdprocess import __version__
from sdprocess.cli.exit_codes import DONE


def show_version(_chosen: Namespace) -> int:
    """Print the version alone, so that a script can use it."""
    print(f"sdprocess {__version__}")
    return DONE
