"""`sdprocess demo`: a fresh demo municipality, its scores as a table, and its pages."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, WRONG_USE
from sdprocess.cli.serve import serve_world
from sdprocess.cli.world import own_world
from sdprocess.demo.plan import population
from sdprocess.demo.seed import SeedReport, seed
from sdprocess.domain.findings import Verdict
from sdprocess.domain.people import Actor
from sdprocess.planning.working_days import local_day
from sdprocess.publish.table import as_table
from sdprocess.services.ports import DossierFilter, World
from sdprocess.services.queries import board, dossier_page
from sdprocess.services.views import DossierCard
from sdprocess.settings import Settings, load_settings
from sdprocess.texts.nl import say

HOST = "127.0.0.1"
MARK = ".sdprocess-demo"
"""Lies in a data folder that the demo made, so that a folder with other things is never emptied."""
INSIDERS = frozenset({"college"})
"""Whose eyes the table is seen with: the college may see every dossier."""
TITLE = 46
CRITERIA = ("A", "B", "C", "D", "E")


def demo(chosen: Namespace) -> int:
    """Fill, show, and serve unless it is `--eenmalig`. The environment is left out: a demo never touches real data."""
    folder = chosen.data.absolute()
    if not _emptied(folder):
        complain(say("cli-demo-niet-leeg", folder=folder))
        return WRONG_USE
    print(say("cli-demo-start"), flush=True)
    settings = demo_settings(folder)
    world = own_world(settings)
    report = seed(world, local_day(world.clock.now()))
    print(score_table(world, report))
    print(say("cli-demo-klaar", count=len(report.numbers), municipality=report.municipality))
    if chosen.once:
        return DONE
    print(accounts(report))
    print(say("cli-demo-gegevens", folder=folder))
    return serve_world(world, settings, HOST, chosen.port)


def demo_settings(folder: Path) -> Settings:
    """The settings of a demo with its data in `folder`."""
    name = population().municipality.name
    return load_settings({"SDPROCESS_OMGEVING": "demo", "SDPROCESS_GEGEVENS": str(folder), "SDPROCESS_GEMEENTE": name})


def score_table(world: World, report: SeedReport) -> str:
    """Every dossier with where it stands and how many questions of each criterion are answered."""
    insider = next(p for p in report.people if not INSIDERS.isdisjoint(p.roles))
    actor = Actor(insider.id, insider.name, insider.roles)
    cards = board(world, actor, DossierFilter(sort="nummer")).cards
    heads = (say("cli-demo-nummer"), say("cli-demo-titel"), say("cli-demo-stap"), say("cli-demo-toestand"))
    rows = [_row(card) for card in sorted(cards, key=lambda card: card.dossier.number)]
    table = as_table((*heads, *CRITERIA, say("cli-demo-open")), rows, right=len(CRITERIA) + 1)
    return "\n".join([table, *(_reason(world, actor, card) for card in cards if _without_questions(card))])


def _without_questions(card: DossierCard) -> bool:
    """Whether there is a criterion of which no question applies."""
    return any(not p.total and p.not_applicable for p in card.profiles)


def _reason(world: World, actor: Actor, card: DossierCard) -> str:
    """Why questions do not apply, as the toets says it."""
    found = dossier_page(world, actor, card.dossier.number).assessment
    why = next((f.why for f in found.findings if f.verdict is Verdict.NVT), "") if found else ""
    return say("cli-demo-nvt-reden", number=card.dossier.number, title=card.dossier.title, reason=why)


def accounts(report: SeedReport) -> str:
    """Who can sign in, as what, with which pass-phrase."""
    rows = [(p.login, ", ".join(sorted(p.roles)), p.name) for p in report.people]
    heads = (say("cli-demo-login"), say("cli-demo-rollen"), say("cli-demo-naam"))
    return "\n".join(("", say("cli-demo-accounts", password=report.passphrase), "", as_table(heads, rows), ""))


def _row(card: DossierCard) -> Sequence[str]:
    d = card.dossier
    title = d.title if len(d.title) <= TITLE else d.title[: TITLE - 1] + "…"
    scores = {p.criterion: f"{p.answered}/{p.total}" if p.total else say("cli-demo-nvt") for p in card.profiles}
    questions = "–" if card.open_questions is None else str(card.open_questions)
    return d.number, title, card.step_title, card.state_title, *(scores.get(c, "–") for c in CRITERIA), questions


def _emptied(folder: Path) -> bool:
    """Make the folder empty and marked. False, with everything left alone, when it holds something else than a demo."""
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        return False
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    (folder / MARK).touch()
    return True
