"""From concept to the public page, played three times: mouse, keyboard only, and a browser without JavaScript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sdprocess.demo.files import demo_files
from tests.browser.hands import Hands, KeyboardHands, MouseHands, arrived, plain
from tests.browser.site import Site, login_of

DRAFT = "raadsvoorstel-budgetcoaching.docx"
WAYS = {
    "muis": (MouseHands, {}),
    "toetsenbord": (KeyboardHands, {}),
    "zonder JavaScript": (MouseHands, {"java_script_enabled": False}),
}
CRITERIA = "ABCDENKP"
ASKED = "Wat is de stand van vandaag, en wie meet die?"
WHY = "Het antwoord staat in het voorstel, onder een andere kop."


@dataclass
class Walk:
    """One dossier on its way, and who handles it."""

    site: Site
    hands: Hands
    title: str
    number: str = ""
    overruled: str = ""

    @property
    def page(self) -> Page:
        return self.hands.page

    def said(self, text: str) -> None:
        """The page says this after what was done."""
        expect(self.page.get_by_role("status")).to_have_text(text)

    def sign_in(self, role: str) -> None:
        self.page.goto("/inloggen")
        self.hands.write("E-mailadres", login_of(role))
        self.hands.write("Wachtwoord", self.site.passphrase)
        self.hands.press("Log in")
        arrived(self.page, "Mijn werk")

    def sign_out(self) -> None:
        self.hands.press("Log uit")
        expect(self.page.get_by_role("link", name="Log in", exact=True)).to_be_visible()

    def take_up(self, task: str) -> None:
        """Open the dossier from Mijn werk, where it stands as this task."""
        self.hands.follow(f"Open {self.number}: {task}")
        arrived(self.page, self.title)

    def judge_everything(self) -> None:
        """Look at the first question of every criterion, then say that the rest is right too."""
        for criterion in CRITERIA:
            count = self.page.locator(f"#criterium-{criterion} .vraag").count()
            self.unfold(f"{criterion}1")
            self.hands.choose(f"Uw oordeel over {criterion}1", "klopt")
            with self.page.expect_navigation():  # two criteria as large say the same sentence
                if count > 1:
                    self.hands.press(f"Bewaar, en de rest van {criterion} klopt")
                else:
                    self.hands.press(f"Bewaar uw oordelen bij {criterion}")
            self.said(f"Uw oordeel over {f'{count} vragen' if count > 1 else '1 vraag'} is bewaard.")
        expect(self.page.get_by_text("U hebt bij elke vraag een oordeel gegeven.")).to_be_visible()

    def unanswered(self) -> str:
        """The first question that the toets does not find answered: there one can say that it is answered after all."""
        heads = self.page.locator("summary").filter(has=self.page.locator(".oordeel--nee, .oordeel--deels"))
        return heads.first.locator(".letter").inner_text()

    def unfold(self, question: str) -> None:
        """Open the fold of this question where it is shut."""
        fold = self.page.locator("details.vouw").filter(has=self.page.locator(f"#vraag-{question}"))
        if fold.get_attribute("open") is None:
            self.hands.unfold(plain(fold.locator("summary").first.inner_text()))


def open_and_upload(walk: Walk, draft: Path) -> None:
    hands = walk.hands
    hands.follow("Dossiers")
    arrived(walk.page, "Dossiers")
    hands.follow("Open een dossier")
    arrived(walk.page, "Open een dossier")
    hands.write("Titel", walk.title)
    hands.write("Waar gaat het over?", "Inwoners met schulden krijgen sneller hulp van een coach aan huis.")
    hands.write("Thema", "Bestaanszekerheid")
    hands.write("Portefeuille", "Werk, inkomen en financiën")
    hands.choose("Proceskader", "Raadsvoorstel")
    hands.press("Open het dossier")
    arrived(walk.page, walk.title)
    walk.number = walk.page.url.rpartition("/")[2]
    walk.said(f"Dossier {walk.number} is geopend. Upload nu het concept.")
    hands.upload("Nieuwe versie van het voorstel", draft)
    hands.press("Upload en toets")
    walk.said("Versie 1 is opgeslagen en getoetst.")


def check_and_ask(walk: Walk) -> None:
    """Self-check every question, overrule one of them, ask a colleague."""
    hands = walk.hands
    hands.press("Begin met de zelftoets")
    walk.said("Het dossier staat nu bij: Zelftoets.")
    hands.follow("Lees het voorstel naast de toets")
    expect(walk.page.get_by_role("region", name="Tekst van het voorstel")).to_contain_text("budgetcoach")
    walk.judge_everything()
    walk.overruled = walk.unanswered()
    walk.unfold(walk.overruled)
    hands.choose(f"Uw oordeel over {walk.overruled}", "toch beantwoord")
    hands.write(f"Waarom bij vraag {walk.overruled}?", WHY)
    hands.press(f"Bewaar uw oordelen bij {walk.overruled[0]}")
    walk.said("Uw oordeel over 1 vraag is bewaard.")
    hands.follow("Dossier")
    arrived(walk.page, walk.title)
    hands.press("Vraag de collegiale toets aan")
    walk.said("Het dossier staat nu bij: Collegiale toets.")


def release(walk: Walk) -> None:
    walk.hands.press("Geef versie 1 vrij")
    walk.said("Versie 1 is vrijgegeven. De raad kan deze versie lezen zodra het dossier bij de griffie is.")
    walk.hands.press("Breng het voorstel naar het college")
    walk.said("Het dossier staat nu bij: College.")


def take_a_question(walk: Walk) -> str:
    """Tick a question, make it one's own, save and download the list."""
    hands, page = walk.hands, walk.page
    arrived(page, walk.title)
    first = page.get_by_role("group", name=re.compile(r"^Vraag [A-Z]\d$")).first
    question = plain(first.locator("legend").first.inner_text()).removeprefix("Vraag ")
    hands.tick(plain(first.locator("label").first.inner_text()))
    hands.unfold(f"Pas aan of noteer iets bij {question}")
    hands.write(f"Uw vraag bij {question}", ASKED)
    hands.press("Bewaar uw lijst")
    walk.said("Uw lijst is bewaard. U neemt 1 vraag mee.")
    with page.expect_download() as download:
        hands.follow("Download als tekst")
    return download.value.path().read_text("utf-8")


def answer_for(walk: Walk, link: str, button: str, said: str) -> None:
    """Agree with what is asked, from the dossier page."""
    walk.page.goto(f"{walk.site.address}/dossiers/{walk.number}")
    walk.hands.follow(link)
    expect(walk.page.get_by_role("group", name="Uw antwoord", exact=True)).to_be_visible()
    walk.hands.choose("Uw antwoord", "Akkoord")
    walk.hands.press(button)
    walk.said(said)


def hand_over(walk: Walk, role: str, task: str, move: str, state: str) -> None:
    walk.sign_in(role)
    walk.take_up(task)
    walk.hands.press(move)
    walk.said(f"Het dossier staat nu bij: {state}.")


@pytest.mark.parametrize("way", WAYS)
def test_from_concept_to_the_public_page(site: Site, tmp_path: Path, way: str):
    make, options = WAYS[way]
    draft = tmp_path / DRAFT
    draft.write_bytes(next(file.data for file in demo_files() if file.name == DRAFT))
    with site.visit(**options) as visitor:
        walk = Walk(site, make(visitor.page), f"Budgetcoaching aan huis ({way})")
        play(walk, draft)
        assert not visitor.complaints


def play(walk: Walk, draft: Path) -> None:
    walk.sign_in("steller")
    open_and_upload(walk, draft)
    check_and_ask(walk)
    walk.sign_out()

    walk.sign_in("toetser")
    walk.take_up("Geef bij elke vraag uw oordeel")
    walk.unfold(walk.overruled)
    expect(walk.page.locator(f"#vraag-{walk.overruled}")).to_contain_text(WHY)
    walk.judge_everything()
    for title in ("Advies van de jurist", "Advies van de controller"):
        answer_for(walk, f"Geef advies ({title})", "Geef advies", "Uw advies is bewaard.")
    walk.sign_out()

    walk.sign_in("steller")
    expect(walk.page.get_by_text("Kan nog niet: Het voorstel is nog niet vrijgegeven.").first).to_be_visible()
    walk.take_up("Breng het voorstel naar het college")
    release(walk)
    walk.sign_out()

    walk.sign_in("college")
    answer_for(walk, "Geef uw paraaf (Paraaf van de portefeuillehouder)", "Geef uw paraaf", "Uw paraaf is bewaard.")
    walk.hands.press("Stem in en geef door aan de griffie")
    walk.said("Het dossier staat nu bij: Griffie.")
    walk.sign_out()
    hand_over(walk, "griffie", move := "Leg voor aan de agendacommissie", move, "Agendacommissie")
    walk.sign_out()
    hand_over(walk, "agendacommissie", "Kies de volgende stap", "Zet op de agenda voor beeldvorming", "Beeldvorming")
    walk.sign_out()

    walk.sign_in("raadslid")
    walk.hands.follow(f"Open {walk.number}: Bereid de vergadering voor")
    taken = take_a_question(walk)
    assert ASKED in taken
    walk.sign_out()

    walk.hands.follow("Voorstellen")
    arrived(walk.page, "Openbare voorstellen")
    walk.hands.follow(walk.title)
    arrived(walk.page, walk.title)
    expect(walk.page.get_by_text("De raad heeft nog niet besloten.")).to_be_visible()
