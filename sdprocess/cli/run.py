"""From a command line to an exit code, with every expected error in Dutch."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import BROKEN, DONE, INTERRUPTED, WRONG_USE
from sdprocess.cli.parser import parser
from sdprocess.domain.errors import InvalidContent, SdprocessError
from sdprocess.texts.nl import knows, say

Command = Callable[[Namespace], int]


def run(argv: Sequence[str] | None = None) -> int:
    """Parse, run, and turn errors into a sentence on stderr and an exit code."""
    try:
        chosen = parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    command = cast("Command", getattr(import_module(f"sdprocess.cli.{chosen.module}"), chosen.function))
    try:
        return command(chosen)
    except InvalidContent as error:
        complain("\n".join([say("cli-inhoud-fout"), *(str(problem) for problem in error.problems)]))
        return BROKEN
    except SdprocessError as error:
        complain(sentence(error))
        return WRONG_USE
    except KeyboardInterrupt:
        complain(say("cli-gestopt"))
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def sentence(error: SdprocessError) -> str:
    """An expected error in words."""
    fields = getattr(error, "fields", {})
    if fields:
        return "\n".join(say(code) for code in fields.values())
    return say(error.code, **error.facts) if knows(error.code) else str(error)
