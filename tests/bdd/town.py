"""A small town to play scenarios in: real services, a SQLite file, and a clock that only moves when asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sdprocess.bootstrap import build
from sdprocess.demo.files import demo_files
from sdprocess.domain.dossier import DocumentVersion, Dossier, Release
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.domain.findings import Verdict
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.move import Moved, words
from sdprocess.services import queries
from sdprocess.services.add_version import add_version
from sdprocess.services.give_advice import give_advice
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.manage_people import add_person, first_admin
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.ports import World
from sdprocess.services.release_proposal import release_proposal
from sdprocess.services.views import ProposalPage
from sdprocess.settings import load_settings

PEOPLE = {
    "Noor": ("steller",),
    "Bram": ("toetser",),
    "Ilse": ("college",),
    "Tamar": ("griffie",),
    "Joost": ("agendacommissie",),
    "Samira": ("raadslid",),
    "Pieter": ("raadslid",),
}
DRAFTS = {"sterk": "raadsvoorstel-budgetcoaching.docx", "zwak": "raadsvoorstel-inburgering.odt"}
WAY = (
    ("Noor", "begin-zelftoets", "Zelftoets"),
    ("Noor", "vraag-collegiale-toets", "Collegiale toets"),
)
PASSWORD = "een lang wachtwoord voor de proef"


@dataclass
class StandingClock:
    """Fulfils `Clock`; each question moves it one minute, so that events have an order in time."""

    moment: datetime = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@dataclass
class Town:
    """The state of one scenario: who there is, which dossier it is about, and what came of the last act."""

    world: World
    people: dict[str, Actor]
    kader: str = "raadsvoorstel"
    number: str = ""
    refusals: tuple[Refusal, ...] = ()
    error: Exception | None = None
    released: Release | None = None
    seen_revision: dict[str, int] = field(default_factory=dict)
    notes: dict[str, object] = field(default_factory=dict)

    @classmethod
    def build(cls, folder: Path, database_url: str) -> Town:
        environ = {
            "SDPROCESS_GEGEVENS": str(folder),
            "SDPROCESS_DATABASE_URL": database_url,
            "SDPROCESS_GEMEENTE": "Merenveld",
        }
        world = build(load_settings(environ), clock=StandingClock())
        admin = first_admin(world, name="Beheer", login="beheer@merenveld.example", password=PASSWORD)
        root = Actor(admin.id, admin.name, admin.roles)
        people = {"Beheer": root}
        for name, roles in PEOPLE.items():
            login = f"{name.lower()}@merenveld.example"
            person = add_person(world, root, name=name, login=login, roles=roles, password=PASSWORD)
            people[name] = Actor(person.id, person.name, person.roles)
        return cls(world, people)

    def use(self, world: World) -> None:
        """Play on in a world that is there, with its own people: one of them for each of our names."""
        with world.uow() as uow:
            there = [p for p in uow.people.all() if p.active]
        self.world = world
        for name, roles in PEOPLE.items():
            person = next(p for p in there if p.roles.issuperset(roles))
            self.people[name] = Actor(person.id, person.name, person.roles)

    def draft(self, name: str) -> tuple[str, bytes]:
        """File name and bytes of a draft. `<naam>-gewijzigd` is the same text with a sentence added."""
        base, _, changed = name.partition("-")
        wanted = DRAFTS[base]
        data = next(f.data for f in demo_files() if f.name == wanted)
        if not changed:
            return wanted, data
        text = self.world.reader(data, wanted).plain + "\n\nWij voegen deze zin op het laatste moment toe.\n"
        return "gewijzigd.txt", text.encode()

    # acts

    def open(self, title: str) -> Dossier:
        dossier = open_dossier(
            self.world,
            self.people["Noor"],
            title=title,
            about="Waar dit voorstel over gaat, in één zin.",
            theme="bestaanszekerheid",
            portfolio="Ilse",
            kader_id=self.kader,
        )
        self.number = dossier.number
        return dossier

    def upload(self, who: str, draft: str) -> DocumentVersion:
        filename, data = self.draft(draft)
        revision = self.revision(who)
        return add_version(self.world, self.people[who], self.number, filename=filename, data=data, revision=revision)

    def upload_text(self, who: str, filename: str, text: str) -> DocumentVersion:
        """Upload a text that is no draft of the demo."""
        actor, revision = self.people[who], self.revision(who)
        return add_version(self.world, actor, self.number, filename=filename, data=text.encode(), revision=revision)

    def choose(self, who: str, title: str, reason: str = "", revision: int | None = None) -> None:
        """Press the button with this title, as a person would; keeps refusals or the error."""
        self.refusals, self.error = (), None
        actor = self.people[who]
        options = queries.dossier_page(self.world, actor, self.number).card.moves
        transition = next(m.transition for m in options if m.title == title)
        seen = revision if revision is not None else self.revision(who)
        try:
            outcome = move_dossier(self.world, actor, self.number, transition=transition, revision=seen, reason=reason)
        except StaleDossier as error:
            self.error = error
            return
        if not isinstance(outcome, Moved):
            self.refusals = outcome

    def agree(self, who: str) -> None:
        """Give every question the machine's verdict; where it gave none, say why the question does not apply."""
        page = self.proposal(who)
        judgements = [
            NewJudgement(
                f.question,
                Verdict.NVT if f.verdict is Verdict.NIET_BEOORDEELD else f.verdict,
                "speelt hier niet" if f.verdict in (Verdict.NIET_BEOORDEELD, Verdict.NVT) else "",
            )
            for f in page.assessment.findings
        ]
        actor = self.people[who]
        judge_questions(self.world, actor, self.number, version_id=page.version.id, judgements=judgements)

    def judge(self, who: str, question: str, verdict: str, reason: str) -> None:
        page = self.proposal(who)
        new = NewJudgement(question, Verdict(verdict), reason)
        self.error = None
        try:
            judge_questions(self.world, self.people[who], self.number, version_id=page.version.id, judgements=[new])
        except InvalidInput as error:
            self.error = error

    def advise(self, who: str) -> None:
        """Agree with everything that this person is asked."""
        page = queries.dossier_page(self.world, self.people[who], self.number)
        about = page.current.number if page.current else None
        for view in page.advice.now:
            common = {"revision": view.revision, "version": about}
            give_advice(self.world, self.people[who], self.number, view.id, verdict="akkoord", text="", **common)

    def release(self, who: str, deviation: str = "") -> None:
        self.refusals, self.released = (), None
        outcome = release_proposal(
            self.world, self.people[who], self.number, revision=self.revision(who), deviation=deviation
        )
        if isinstance(outcome, Release):
            self.released = outcome
        else:
            self.refusals = outcome

    def bring_to(self, state: str) -> None:
        """Walk the dossier along the ordinary way, with the ordinary judgements, to a state that is named by title."""
        while self.state("Noor") != state:
            who, transition, _ = next(step for step in WAY if self._possible(step[0], step[1]))
            if transition == "vraag-collegiale-toets":
                self.agree("Noor")
            outcome = move_dossier(
                self.world, self.people[who], self.number, transition=transition, revision=self.revision(who)
            )
            assert isinstance(outcome, Moved), [words(r) for r in outcome]

    def _possible(self, who: str, transition: str) -> bool:
        moves = queries.dossier_page(self.world, self.people[who], self.number).card.moves
        return any(m.transition == transition for m in moves)

    # looking

    def revision(self, who: str) -> int:
        return queries.dossier_page(self.world, self.people[who], self.number).card.dossier.revision

    def state(self, who: str) -> str:
        return queries.dossier_page(self.world, self.people[who], self.number).card.state_title

    def proposal(self, who: str) -> ProposalPage:
        return queries.proposal_page(self.world, self.people[who], self.number)

    def sees(self, who: str) -> bool:
        try:
            queries.dossier_page(self.world, self.people[who], self.number)
        except NotFound:
            return False
        return True

    def reasons(self) -> list[str]:
        return [words(r) for r in self.refusals]
