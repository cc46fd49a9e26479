"""The options of the commands about versions of proceskaders."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sdprocess.texts.nl import say

Add = Callable[[Any, str, str], ArgumentParser]


def add_kader_versions(kaders: Any, add: Add) -> None:
    """Put them under `sdprocess kaders`; `add` makes one command of a name and a code for its help."""
    _look(kaders, add)
    _change(kaders, add)
    _files(kaders, add)


def _look(kaders: Any, add: Add) -> None:
    compare = add(kaders, "vergelijk", "hulp-kaders-vergelijk")
    compare.description = say("hulp-kaders-vergelijk-uitleg")
    compare.add_argument("what", nargs="+", metavar="WAT", help=say("hulp-kaders-wat"))
    _verb(compare, "compare")
    versions = add(kaders, "versies", "hulp-kaders-versies")
    versions.add_argument("id", nargs="?", metavar="ID", help=say("hulp-kaders-id"))
    _verb(versions, "versions")
    simulate = add(kaders, "wat-als", "hulp-kaders-wat-als")
    simulate.add_argument("file", type=Path, metavar="BESTAND", help=say("hulp-bestand"))
    _states(simulate)
    _verb(simulate, "simulate")


def _change(kaders: Any, add: Add) -> None:
    choose = add(kaders, "gebruik", "hulp-kaders-gebruik")
    _id_and_version(choose)
    _by(choose, required=True)
    _verb(choose, "choose")
    upgrade = add(kaders, "bijwerken", "hulp-kaders-bijwerken")
    upgrade.add_argument("id", metavar="ID", help=say("hulp-kaders-id"))
    upgrade.add_argument("to", metavar="NIEUW", help=say("hulp-kaders-versie"))
    upgrade.add_argument("--van", dest="before", default="", metavar="VERSIE", help=say("hulp-kaders-van"))
    upgrade.add_argument("--dossier", dest="number", default="", metavar="NUMMER", help=say("hulp-kaders-dossier"))
    _states(upgrade)
    upgrade.add_argument("--ja", dest="yes", action="store_true", help=say("hulp-kaders-ja"))
    _reason(upgrade)
    _by(upgrade, required=False)
    _verb(upgrade, "upgrade")
    undo = add(kaders, "terugzetten", "hulp-kaders-terugzetten")
    undo.add_argument("number", metavar="NUMMER", help=say("hulp-kaders-nummer"))
    _reason(undo)
    _by(undo, required=True)
    _verb(undo, "undo")


def _files(kaders: Any, add: Add) -> None:
    out = add(kaders, "uitvoer", "hulp-kaders-uitvoer")
    out.add_argument("id", metavar="ID", help=say("hulp-kaders-id"))
    out.add_argument("version", nargs="?", default="", metavar="VERSIE", help=say("hulp-kaders-versie-of-alle"))
    out.add_argument("--uit", dest="out", type=Path, default=Path(), metavar="MAP", help=say("hulp-kaders-uit"))
    _verb(out, "write_out")
    into = add(kaders, "invoer", "hulp-kaders-invoer")
    into.add_argument("file", type=Path, metavar="BESTAND", help=say("hulp-bestand"))
    into.add_argument(
        "--controlegetal", dest="sha256", default="", metavar="SHA256", help=say("hulp-kaders-controlegetal")
    )
    _by(into, required=True)
    _verb(into, "read_in")


def _id_and_version(under: ArgumentParser) -> None:
    under.add_argument("id", metavar="ID", help=say("hulp-kaders-id"))
    under.add_argument("version", metavar="VERSIE", help=say("hulp-kaders-versie"))


def _states(under: ArgumentParser) -> None:
    under.add_argument(
        "--toestand", dest="states", action="append", default=[], metavar="OUD=NIEUW", help=say("hulp-kaders-toestand")
    )


def _by(under: ArgumentParser, *, required: bool) -> None:
    under.add_argument("--door", dest="by", required=required, metavar="E-MAIL", help=say("hulp-kaders-door"))


def _reason(under: ArgumentParser) -> None:
    under.add_argument("--reden", dest="reason", default="", metavar="TEKST", help=say("hulp-kaders-reden"))


def _verb(under: ArgumentParser, function: str) -> None:
    under.set_defaults(module="kader_versions", function=function)
