"""Steps about who reads along: the councillor's questions, the board, residents and visitors."""

from __future__ import annotations

import html
import re

from pytest_bdd import given, parsers, then, when

from sdprocess.content.workflow import POLICY_STEPS
from sdprocess.domain.dossier import Side
from sdprocess.domain.findings import Weight
from sdprocess.publish.question_list import QuestionList, as_text
from sdprocess.services import queries
from sdprocess.services.ports import DossierFilter, World
from sdprocess.services.take_questions import question_list, save_questions
from sdprocess.services.views import Board
from sdprocess.web import create_app
from tests.bdd.town import Town


@given(parsers.parse('een vrijgegeven voorstel "{title}" dat bij de griffie ligt, met het stuk "{draft}"'))
def released_proposal(town: Town, title: str, draft: str) -> None:
    town.open(title)
    town.upload("Noor", draft)
    town.bring_to("Collegiale toets")
    town.release("Noor", "De termijn van de subsidie loopt af.")
    town.advise("Bram")
    town.choose("Noor", "Breng het voorstel naar het college")
    town.advise("Ilse")
    town.choose("Ilse", "Stem in en geef door aan de griffie")
    assert town.state("Tamar") == "Griffie", town.reasons()


@when("raadslid Samira de vragenlijst opent")
def opens_list(town: Town) -> None:
    town.notes["lijst"] = question_list(town.world, town.people["Samira"], town.number)


@when(parsers.parse('raadslid Samira de eerste vraag aankruist en er "{text}" van maakt'))
def rewords(town: Town, text: str) -> None:
    first = question_list(town.world, town.people["Samira"], town.number)[0]
    save_questions(town.world, town.people["Samira"], town.number, [(first.id, True, text, first.kind, "")])


@then("staat op de lijst voor elke open vraag een vraag in gewone woorden")
def list_covers(town: Town) -> None:
    page = queries.councillor_page(town.world, town.people["Samira"], town.number)
    asked = {f.question for f in page.assessment.findings if page.assessment.asks(f.question, f.verdict)}
    still_open = {q for q in asked if page.assessment.weight(q) is not Weight.NVT}
    listed = {q.question: q.text for q in question_list(town.world, town.people["Samira"], town.number)}
    assert still_open
    assert set(listed) == still_open
    assert all(text.endswith("?") for text in listed.values())


@then("staat bij elke vraag of die technisch of politiek is")
def list_has_kinds(town: Town) -> None:
    kinds = {q.kind for q in question_list(town.world, town.people["Samira"], town.number)}
    assert kinds <= {"technisch", "politiek"}


@then(parsers.parse('bevat de uitvoer van Samira "{text}"'))
def export_holds(town: Town, text: str) -> None:
    questions = tuple(question_list(town.world, town.people["Samira"], town.number))
    paper = as_text(QuestionList(town.number, "Dagbesteding", "Samira", "maandag 2 november 2026", questions))
    assert text in paper


@then("ziet raadslid Pieter de vraag van Samira niet")
def private(town: Town) -> None:
    other = question_list(town.world, town.people["Pieter"], town.number)
    assert all(not q.taken for q in other)
    assert "Wie gaat dit doen, en met hoeveel mensen?" not in {q.text for q in other}


@when("de agendacommissie het bord opent")
def opens_board(town: Town) -> None:
    town.notes["bord"] = queries.board(town.world, town.people["Joost"], DossierFilter())


@when("de agendacommissie alleen de late dossiers opvraagt")
def opens_late(town: Town) -> None:
    town.notes["bord"] = queries.board(town.world, town.people["Joost"], DossierFilter(late=True))


def _board(town: Town) -> Board:
    board = town.notes["bord"]
    assert isinstance(board, Board)
    assert board.cards
    return board


@then("heeft het bord zes kolommen")
def six_columns(town: Town) -> None:
    assert tuple(c.step for c in _board(town).columns) == POLICY_STEPS


@then("staat op elke kaart bij welke stap het dossier is en wie aan zet is")
def cards_tell(town: Town) -> None:
    for card in _board(town).cards:
        assert card.state_title
        assert card.step in POLICY_STEPS
        assert card.turn or card.dossier.closed or not card.moves


@then("toont de tabel dezelfde dossiers als het bord")
def same_dossiers(town: Town) -> None:
    board = _board(town)
    on_board = sorted(card.dossier.number for column in board.columns for card in column.cards)
    assert on_board == sorted(card.dossier.number for card in board.cards)


@then("staat er geen enkel dossier op dat nog alleen van het college is")
def no_college(town: Town) -> None:
    assert Side.COLLEGE not in {card.dossier.side for card in _board(town).cards}


@then("tellen de aantallen alleen wat de agendacommissie mag zien")
def counts_hold(town: Town) -> None:
    board = _board(town)
    everything = queries.board(town.world, town.people["Ilse"], DossierFilter())
    assert board.total == len(board.cards) < everything.total


@then("is elk getoond dossier te laat")
def all_late(town: Town) -> None:
    assert all(card.term.late for card in _board(town).cards)


@when("een inwoner de openbare pagina van een vrijgegeven voorstel opent")
def resident_opens(town: Town) -> None:
    public = queries.public_list(town.world)[0]
    town.notes["voorstel"] = public
    answer = create_app(town.world).test_client().get(f"/voorstellen/{public.dossier.number}")
    assert answer.status_code == 200
    town.notes["pagina"] = html.unescape(answer.get_data(as_text=True))


@then("staat daar waar het voorstel over gaat")
def tells_about(town: Town) -> None:
    assert town.notes["voorstel"].dossier.title in town.notes["pagina"]


@then("staat daar waar het in het proces is")
def tells_where(town: Town) -> None:
    assert town.notes["voorstel"].state_title in town.notes["pagina"]


@when("een inwoner het adres van een concept van het college probeert")
def resident_tries(town: Town) -> None:
    cards = queries.board(town.world, town.people["Ilse"], DossierFilter()).cards
    draft = next(card.dossier for card in cards if card.dossier.side is Side.COLLEGE)
    town.notes["antwoord"] = create_app(town.world).test_client().get(f"/voorstellen/{draft.number}")
    town.notes["titel"] = draft.title


@then("krijgt de inwoner te zien dat de pagina niet bestaat")
def not_there(town: Town) -> None:
    answer = town.notes["antwoord"]
    assert answer.status_code == 404
    assert town.notes["titel"] not in answer.get_data(as_text=True)


@when("een bezoeker een tekst plakt op de toetspagina")
def visitor_pastes(town: Town) -> None:
    client = create_app(town.world).test_client()
    form = client.get("/toets").get_data(as_text=True)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', form)
    assert token
    _, data = town.draft("sterk")
    text = town.world.reader(data, "stuk.docx").plain
    before = queries.board(town.world, town.people["Ilse"], DossierFilter()).total
    town.notes["antwoord"] = client.post("/toets", data={"csrf_token": token[1], "tekst": text})
    town.notes["aantal"] = before


@then("krijgt de bezoeker meteen het rapport")
def gets_report(town: Town) -> None:
    answer = town.notes["antwoord"]
    assert answer.status_code == 200
    page = answer.get_data(as_text=True)
    assert all(question in page for question in ("A1", "C4", "E3", "P1"))
    assert answer.headers["Cache-Control"].startswith("no-store")


@then("is er niets bewaard")
def nothing_stored(town: Town) -> None:
    assert queries.board(town.world, town.people["Ilse"], DossierFilter()).total == town.notes.get("aantal", 0)


@given("de demogemeente met haar dossiers")
def demo_town(town: Town, demo_world: World) -> None:
    town.use(demo_world)
