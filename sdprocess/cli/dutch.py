"""argparse that speaks Dutch: its headings, its help option and its messages."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from sdprocess.cli.exit_codes import WRONG_USE
from sdprocess.texts.nl import say

_MESSAGES = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "cli-ontbreekt"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "cli-onbekend"),
    (
        re.compile(r"argument (?P<argument>.+?): invalid choice: '(?P<given>.*)' \(choose from (?P<allowed>.+)\)"),
        "cli-keuze",
    ),
    (re.compile(r"argument (?P<argument>.+?): expected one argument"), "cli-waarde-nodig"),
    (re.compile(r"argument (?P<argument>.+?): expected at least one argument"), "cli-waarden-nodig"),
)


class DutchFormatter(argparse.RawDescriptionHelpFormatter):
    """Help with Dutch headings; line breaks of descriptions stay."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say("hulp-gebruik") if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """An ArgumentParser whose words are Dutch. Wrong use ends with exit code 2 and one sentence on stderr."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=DutchFormatter, add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = say("hulp-argumenten")
        self._optionals.title = say("hulp-opties")
        self.add_argument("-h", "--help", "--hulp", action="help", help=say("hulp-hulp"))

    def error(self, message: str) -> NoReturn:
        lines = (say("cli-fout", program=self.prog, message=dutch(message)), say("cli-meer-hulp", program=self.prog))
        self.exit(WRONG_USE, "\n".join(lines) + "\n")


def dutch(message: str) -> str:
    """A message of argparse in Dutch; one that is not known stays as it is."""
    for pattern, code in _MESSAGES:
        found = pattern.fullmatch(message)
        if found:
            return say(code, **found.groupdict())
    return re.sub(r"^argument ", "", message)


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A converter for options that take a whole number between bounds."""

    def convert(given: str) -> int:
        if not re.fullmatch(r"\d{1,6}", given) or not low <= int(given) <= high:
            raise argparse.ArgumentTypeError(say("cli-getal", given=given, low=low, high=high))
        return int(given)

    return convert


def complain(sentence: str) -> None:
    """One line on stderr."""
    print(sentence, file=sys.stderr)
