"""The commands with their options. Imports no command: that happens when one is chosen."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from sdprocess.cli.dutch import DutchParser, whole_number
from sdprocess.cli.parser_kaders import add_kader_versions
from sdprocess.texts.nl import say

FORMATS = ("tekst", "json", "html", "md")
CALIBRATION_FORMS = ("tekst", "json")
GROUPS = ("naam", "map", "geen")
MOST_PROCESSES = 64
USUAL_PROCESSES = 4
PORTS = (1, 65_535)


def parser() -> DutchParser:
    """`command` becomes the module of sdprocess.cli that runs it, `verb` the function in it."""
    top = DutchParser(prog="sdprocess", description=say("hulp-programma"), epilog=say("hulp-exitcodes"))
    commands = _commands(top)
    _toets(commands)
    _ijk(commands)
    _kaders(commands)
    _demo(commands)
    _serve(commands)
    _administrator(commands)
    database = _commands(_add(commands, "database", "hulp-database"))
    _verb(_add(database, "bijwerken", "hulp-database-bijwerken"), "administration", "upgrade_database")
    _verb(_add(commands, "versie", "hulp-versie"), "version", "show_version")
    return top


def _commands(under: ArgumentParser) -> Any:
    return under.add_subparsers(title=say("hulp-opdrachten"), metavar="OPDRACHT", required=True)


def _add(commands: Any, name: str, help_code: str, description_code: str = "", epilog_code: str = "") -> DutchParser:
    made: DutchParser = commands.add_parser(
        name,
        help=say(help_code),
        description=say(description_code or help_code),
        epilog=say(epilog_code) if epilog_code else None,
    )
    return made


def _verb(under: ArgumentParser, module: str, function: str) -> None:
    under.set_defaults(module=module, function=function)


def _toets(commands: Any) -> None:
    toets = _add(commands, "toets", "hulp-toets", "hulp-toets-uitleg", "hulp-exitcodes")
    toets.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help=say("hulp-bestand"))
    toets.add_argument("--formaat", dest="form", choices=FORMATS, default="tekst", help=say("hulp-formaat"))
    toets.add_argument("--uit", dest="out", type=Path, metavar="MAP", help=say("hulp-uit"))
    toets.add_argument(
        "-j", dest="processes", type=whole_number(1, MOST_PROCESSES), default=1, metavar="N", help=say("hulp-j")
    )
    toets.add_argument("--checklist", default="raadsvoorstel", metavar="ID", help=say("hulp-checklist"))
    toets.add_argument("--register", type=Path, metavar="CSV", help=say("hulp-toets-register"))
    toets.add_argument("--volg", dest="follow", action="store_true", help=say("hulp-volg"))
    toets.add_argument("--soort", dest="kind", default="", metavar="SOORT", help=say("voorstelsoort-hulp"))
    _content(toets)
    _verb(toets, "toets", "toets")


def _ijk(commands: Any) -> None:
    ijk = _add(commands, "ijk", "hulp-ijk", "hulp-ijk-uitleg", "hulp-ijk-exitcodes")
    processes = min(os.cpu_count() or 1, USUAL_PROCESSES)
    ijk.add_argument("folder", type=Path, metavar="MAP", help=say("hulp-ijk-map"))
    ijk.add_argument("--labels", type=Path, required=True, metavar="BESTAND", help=say("hulp-ijk-labels"))
    ijk.add_argument("--formaat", dest="form", choices=CALIBRATION_FORMS, default="tekst", help=say("hulp-ijk-formaat"))
    ijk.add_argument("--groep", dest="group", choices=GROUPS, default="naam", help=say("hulp-ijk-groep"))
    ijk.add_argument("--verschillen", dest="differences", action="store_true", help=say("hulp-ijk-verschillen"))
    ijk.add_argument(
        "-j",
        dest="processes",
        type=whole_number(1, MOST_PROCESSES),
        default=processes,
        metavar="N",
        help=say("hulp-ijk-j", processes=processes),
    )
    ijk.add_argument("--checklist", default="raadsvoorstel", metavar="ID", help=say("hulp-checklist"))
    _content(ijk)
    _verb(ijk, "ijk", "calibrate_folder")


def _kaders(commands: Any) -> None:
    kaders = _commands(_add(commands, "kaders", "hulp-kaders"))
    check = _add(kaders, "toets", "hulp-kaders-toets", "hulp-kaders-toets-uitleg")
    check.add_argument("paths", nargs="*", type=Path, metavar="PAD", help=say("hulp-kaders-pad"))
    _verb(check, "kaders", "check_content")
    register = _add(kaders, "register", "hulp-kaders-register", "hulp-kaders-register-uitleg")
    register.add_argument("file", nargs="?", type=Path, metavar="CSV", help=say("hulp-kaders-register-csv"))
    _verb(register, "register", "register")
    listing = _add(kaders, "lijst", "hulp-kaders-lijst")
    _content(listing)
    _verb(listing, "kaders", "list_content")
    add_kader_versions(kaders, _add)


def _content(under: ArgumentParser) -> None:
    under.add_argument("--inhoud", dest="content", type=Path, metavar="MAP", help=say("hulp-inhoud"))


def _place(under: ArgumentParser) -> None:
    under.add_argument(
        "--poort", dest="port", type=whole_number(*PORTS), default=8000, metavar="N", help=say("hulp-poort")
    )


def _demo(commands: Any) -> None:
    demo = _add(commands, "demo", "hulp-demo")
    demo.add_argument("--eenmalig", dest="once", action="store_true", help=say("hulp-eenmalig"))
    demo.add_argument(
        "--gegevens", dest="data", type=Path, default=Path("demo-data"), metavar="MAP", help=say("hulp-gegevens")
    )
    _place(demo)
    _verb(demo, "demo", "demo")


def _serve(commands: Any) -> None:
    serve = _add(commands, "serveer", "hulp-serveer")
    serve.add_argument("--adres", dest="host", default="127.0.0.1", metavar="ADRES", help=say("hulp-adres"))
    _place(serve)
    _verb(serve, "serve", "serve")


def _administrator(commands: Any) -> None:
    make = _add(_commands(_add(commands, "beheerder", "hulp-beheerder")), "maak", "hulp-beheerder-maak")
    make.add_argument("--naam", dest="name", required=True, metavar="NAAM", help=say("hulp-beheerder-naam"))
    make.add_argument("--login", required=True, metavar="E-MAIL", help=say("hulp-beheerder-login"))
    _verb(make, "administration", "make_administrator")
