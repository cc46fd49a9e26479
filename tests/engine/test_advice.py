"""How advice stands: whose turn, until when, what silence meant, what is about an old text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.domain.advice import (
    Addressee,
    Advice,
    AdviceAsk,
    AdviceKind,
    AdviceRequest,
    AdviceVerdict,
    NewText,
    Order,
    Silence,
)
from sdprocess.domain.dossier import DocumentVersion, Person, Side
from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Term
from sdprocess.engine.advice import AdviceRules, AdviceStand, asks_of, awaited, stand_of

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GOOD = Path(__file__).parent.parent / "content" / "good" / "adviezen.yaml"


def day(n: int) -> datetime:
    return START + timedelta(days=n)


def due(term: Term, at: datetime) -> Dated:
    """`5 dagen` after the day itself; nothing else is asked of the clock here."""
    return Dated(at.date() + timedelta(days=term.duration.n) if term.duration else None, "")


RULES = AdviceRules(due, lambda moment: moment.date())


def ask(number: int, **changes: object) -> AdviceAsk:
    standard: dict[str, object] = {
        "kind": AdviceKind.ADVICE,
        "order": Order.PARALLEL,
        "enough": None,
        "new_text": NewText.REOPENS,
        "term": "5 dagen",
        "silence": Silence.STAYS_OPEN,
        "by": Addressee("toetser"),
    }
    return AdviceAsk(id=f"a{number}", title=f"Advies {number}", rank=number, **{**standard, **changes})  # type: ignore[arg-type]


def requests(how_many: int, **changes: object) -> list[AdviceRequest]:
    return [AdviceRequest(n, 1, "college", 1, ask(n, **changes), Side.COLLEGE, START) for n in range(1, how_many + 1)]


def answer(request: int, at: int, verdict: str = "akkoord", version: int | None = 1) -> Advice:
    return Advice(at * 10 + request, request, version, 5, "Iris", AdviceVerdict(verdict), "", day(at))


def version(number: int, at: int, text: str = "") -> DocumentVersion:
    words = text or f"tekst {number}"
    return DocumentVersion(number, 1, number, "v.md", "md", "0", words, 1, day(at), "steller")


FIRST = (version(1, -1),)


def shown(stands: tuple[AdviceStand, ...]) -> list[str]:
    return [s.status.value for s in stands]


@pytest.mark.parametrize(
    ("silence", "now", "expected", "late"),
    [
        pytest.param("blijft-open", 5, "open", False, id="op de laatste dag"),
        pytest.param("blijft-open", 6, "open", True, id="blijft open, te laat"),
        pytest.param("akkoord", 5, "open", False, id="op de laatste dag is het nog geen stilte"),
        pytest.param("akkoord", 6, "stil-akkoord", False, id="stilte is akkoord"),
        pytest.param("geen-advies", 6, "stil-geen-advies", False, id="stilte is geen advies"),
    ],
)
def test_silence_means_what_the_kader_says_when_the_term_is_over(
    silence: str, now: int, expected: str, late: bool
) -> None:
    (stand,) = stand_of(requests(1, silence=Silence(silence)), [], FIRST, day(now), RULES)
    assert (stand.status.value, stand.late) == (expected, late)
    assert (stand.since, stand.due.day) == (START, date(2026, 3, 7))


@pytest.mark.parametrize(
    ("answers", "now", "expected"),
    [
        pytest.param([], 0, ["open", "wacht", "wacht"], id="de eerste begint"),
        pytest.param([(1, 1)], 1, ["gegeven", "open", "wacht"], id="dan de tweede"),
        pytest.param([(1, 1), (2, 2)], 2, ["gegeven", "gegeven", "open"], id="dan de derde"),
        pytest.param([(2, 1)], 1, ["open", "gegeven", "wacht"], id="wie voordringt telt, maar helpt niemand verder"),
        pytest.param(
            [(1, 1), (2, 2), (1, 3, "ingetrokken")], 3, ["open", "gegeven", "wacht"], id="een teruggenomen advies"
        ),
        pytest.param([(1, 1, "niet-akkoord")], 1, ["gegeven", "open", "wacht"], id="advies tegen stopt niets"),
    ],
)
def test_in_a_sequence_there_is_one_turn_at_a_time(
    answers: list[tuple[int, int]], now: int, expected: list[str]
) -> None:
    asked = requests(3, order=Order.SEQUENCE)
    given = [answer(*a) for a in answers]
    assert shown(stand_of(asked, given, FIRST, day(now), RULES)) == expected


def test_a_refused_paraaf_stops_the_line() -> None:
    asked = requests(2, order=Order.SEQUENCE, kind=AdviceKind.INITIALS)
    assert shown(stand_of(asked, [answer(1, 1, "niet-akkoord")], FIRST, day(1), RULES)) == ["gegeven", "wacht"]


def test_after_silence_the_next_begins_the_day_after_and_a_late_answer_does_not_move_that() -> None:
    asked = requests(2, order=Order.SEQUENCE, silence=Silence.NO_ADVICE)
    quiet = stand_of(asked, [], FIRST, day(7), RULES)
    assert shown(quiet) == ["stil-geen-advies", "open"]
    assert quiet[1].since == datetime(2026, 3, 8, tzinfo=UTC)
    late = stand_of(asked, [answer(1, 8)], FIRST, day(8), RULES)
    assert shown(late) == ["gegeven", "open"]
    assert (late[1].since, late[1].due) == (quiet[1].since, quiet[1].due)


@pytest.mark.parametrize(
    ("new_text", "versions", "status", "old"),
    [
        pytest.param("heropen", [version(2, 3)], "open", True, id="heropen: opnieuw aan de beurt"),
        pytest.param("markeer-oud", [version(2, 3)], "gegeven", True, id="markeer-oud: telt, met een merk"),
        pytest.param("blijft", [version(2, 3)], "gegeven", True, id="blijft: telt"),
        pytest.param("heropen", [version(2, 3, "tekst 1")], "gegeven", False, id="dezelfde woorden: niets nieuws"),
        pytest.param(
            "heropen", [version(3, 4, "tekst 1"), version(2, 3)], "gegeven", False, id="de oude tekst kwam terug"
        ),
    ],
)
def test_a_new_text_does_what_the_kader_says(
    new_text: str, versions: list[DocumentVersion], status: str, old: bool
) -> None:
    asked = requests(1, new_text=NewText(new_text))
    (stand,) = stand_of(asked, [answer(1, 1)], (*versions, *FIRST), day(4), RULES)
    assert (stand.status.value, stand.old) == (status, old)


def test_when_a_new_text_reopens_the_term_begins_again_at_that_text() -> None:
    (stand,) = stand_of(requests(1), [answer(1, 1)], (version(2, 3), *FIRST), day(4), RULES)
    assert (stand.since, stand.due.day) == (day(3), date(2026, 3, 10))


def test_advice_from_before_there_was_a_document_is_about_an_old_text_once_there_is() -> None:
    (before,) = stand_of(requests(1), [answer(1, 1, version=None)], (), day(2), RULES)
    (after,) = stand_of(requests(1), [answer(1, 1, version=None)], (version(1, 3),), day(4), RULES)
    assert [(s.status.value, s.old) for s in (before, after)] == [("gegeven", False), ("open", True)]


@pytest.mark.parametrize(
    ("enough", "answers", "waiting"),
    [
        pytest.param(None, [1, 2], ["a3"], id="alle: de derde nog"),
        pytest.param(2, [1], ["a2", "a3"], id="twee van drie: nog een van beide"),
        pytest.param(2, [1, 3], [], id="twee van drie: genoeg"),
    ],
)
def test_nobody_is_waited_for_once_there_is_enough(enough: int | None, answers: list[int], waiting: list[str]) -> None:
    stands = stand_of(requests(3, enough=enough), [answer(n, 1) for n in answers], FIRST, day(1), RULES)
    assert [s.request.ask.id for s in awaited(stands)] == waiting


@pytest.fixture(scope="module")
def kader() -> Workflow:
    return read_workflow(GOOD)[0]


@pytest.mark.parametrize(
    ("portfolio", "titles"),
    [
        pytest.param("Zorg", ["Advies van de portefeuillehouder"], id="een portefeuille"),
        pytest.param(
            "Zorg; Werk en inkomen",
            ["Advies van de portefeuillehouder (Zorg)", "Advies van de portefeuillehouder (Werk en inkomen)"],
            id="twee portefeuilles",
        ),
        pytest.param("", ["Advies van de portefeuillehouder"], id="geen portefeuille"),
    ],
)
def test_a_rule_asks_the_college_by_what_the_dossier_is_about(
    kader: Workflow, portfolio: str, titles: list[str]
) -> None:
    asked = asks_of(kader.state("paraferen"), portfolio)
    assert [a.title for a in asked if a.kind is AdviceKind.ADVICE] == titles
    assert [a.rank for a in asked] == list(range(1, len(asked) + 1))
    assert len({a.id for a in asked}) == len(asked)


MARIJKE = Person(1, "Marijke", "marijke@merenveld.example", frozenset({"toetser"}), "jurist, team recht")
OZLEM = Person(2, "Özlem", "ozlem@merenveld.example", frozenset({"college"}), "wethouder zorg, jeugd en welzijn")


@pytest.mark.parametrize(
    ("addressee", "person", "fits"),
    [
        pytest.param(Addressee("toetser"), MARIJKE, True, id="rol"),
        pytest.param(Addressee("college"), MARIJKE, False, id="andere rol"),
        pytest.param(Addressee("toetser", job="Jurist"), MARIJKE, True, id="rol en functie"),
        pytest.param(Addressee("toetser", job="juris"), MARIJKE, False, id="een deel van een woord"),
        pytest.param(Addressee("toetser", job="controller"), MARIJKE, False, id="andere functie"),
        pytest.param(Addressee("college", portfolio="Zorg, jeugd en  welzijn"), OZLEM, True, id="portefeuille"),
        pytest.param(Addressee("college", portfolio="Financiën"), OZLEM, False, id="andere portefeuille"),
        pytest.param(Addressee(person="Marijke@merenveld.example"), MARIJKE, True, id="persoon"),
        pytest.param(Addressee(person="iemand@merenveld.example"), MARIJKE, False, id="andere persoon"),
        pytest.param(
            Addressee("toetser"),
            Person(1, "M", "m@x.example", frozenset({"toetser"}), active=False),
            False,
            id="dicht account",
        ),
    ],
)
def test_who_is_meant(addressee: Addressee, person: Person, fits: bool) -> None:
    assert addressee.fits(person) is fits
