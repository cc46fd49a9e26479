"""Two readers, apart from each other; then their differences, and the toets beside the answers that count."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sdprocess.checking.calibration.labels import read_labels, write_labels
from sdprocess.domain.calibration import Audience, CalibrationDocument
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, UnreadableDocument
from sdprocess.services.add_calibration_document import add_release, add_upload
from sdprocess.services.queries_calibration import calibration_list, calibration_outcome, calibration_page
from sdprocess.services.save_readings import NewReading, hand_in, save_readings
from sdprocess.services.settle_labels import settle_labels
from sdprocess.services.take_calibration_seat import take_seat
from tests.services.conftest import DRAFT, Town

PASSAGE = "Eind 2027 oefenen 120 nieuwkomers elke week Nederlands"


def added(town: Town, who: str = "toetser", audience: Audience = Audience.COLLEGE, name: str = "leskaart.md") -> int:
    data = DRAFT.replace("leskaart", name.partition(".")[0]).encode()
    return add_upload(town.world, town.who(who), filename=name, data=data, audience=audience).id


def questions(town: Town) -> list[str]:
    return [q.id for q in town.world.library.checklist("raadsvoorstel").questions]


def answer_all(town: Town, who: str, document: int, label: str = "deels", **others: str) -> None:
    """Become a reader, answer everything and hand in."""
    take_seat(town.world, town.who(who), document)
    answers = [NewReading(q, others.get(q, label)) for q in questions(town)]
    save_readings(town.world, town.who(who), document, answers)
    hand_in(town.world, town.who(who), document)


def names(town: Town, who: str) -> list[str]:
    return [line.file.document.name for line in calibration_list(town.world, town.who(who)).lines]


@pytest.mark.parametrize(
    ("audience", "by", "seen_by", "hidden_from"),
    [
        (Audience.COLLEGE, "toetser", ["steller", "toetser", "toetser2"], ["griffie"]),
        (Audience.COUNCIL, "griffie", ["griffie"], ["steller", "toetser"]),
        (Audience.BOTH, "toetser", ["steller", "toetser", "griffie"], []),
    ],
)
def test_an_upload_is_seen_by_its_own_side_or_by_all(
    town: Town, audience: Audience, by: str, seen_by: list[str], hidden_from: list[str]
) -> None:
    document = added(town, by, audience)
    for who in seen_by:
        assert names(town, who) == ["leskaart"]
        assert calibration_page(town.world, town.who(who), document).text.title
    for who in hidden_from:
        assert names(town, who) == []
        for act in (
            lambda who=who: calibration_page(town.world, town.who(who), document),
            lambda who=who: take_seat(town.world, town.who(who), document),
            lambda who=who: save_readings(town.world, town.who(who), document, []),
            lambda who=who: hand_in(town.world, town.who(who), document),
            lambda who=who: settle_labels(town.world, town.who(who), document, [], together=False),
        ):
            with pytest.raises(NotFound):
                act()


@pytest.mark.parametrize("who", ["raadslid", "agendacommissie", "college", "beheerder"])
def test_who_does_not_judge_does_not_calibrate(town: Town, who: str) -> None:
    document = added(town, audience=Audience.BOTH)
    for act in (
        lambda: calibration_list(town.world, town.who(who)),
        lambda: calibration_page(town.world, town.who(who), document),
        lambda: calibration_outcome(town.world, town.who(who)),
        lambda: take_seat(town.world, town.who(who), document),
        lambda: added(town, who, Audience.BOTH, "ander.md"),
        lambda: add_release(town.world, town.who(who), "2026-001"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_an_upload_is_for_the_own_side_readable_and_new(town: Town) -> None:
    with pytest.raises(InvalidInput) as caught:
        added(town, "toetser", Audience.COUNCIL)
    assert caught.value.fields == {"audience": "ijken-publiek"}
    with pytest.raises(UnreadableDocument):
        add_upload(town.world, town.who("toetser"), filename="x.docx", data=b"PK", audience=Audience.COLLEGE)
    added(town)
    with pytest.raises(InvalidInput, match="ijken-naam-bestaat"):
        added(town)
    with pytest.raises(InvalidInput, match="ijken-stuk-bestaat"):
        add_upload(
            town.world,
            town.who("toetser"),
            filename="anders.md",
            data=DRAFT.encode(),
            audience=Audience.COLLEGE,
        )
    added(town, "griffie", Audience.COUNCIL)
    assert names(town, "griffie") == ["leskaart"]


class TestAReleasedProposal:
    def test_only_released_ones_that_the_actor_sees_can_be_chosen(self, town: Town) -> None:
        secret = town.opened()
        town.uploaded(secret)
        for who in ("griffie", "toetser"):
            assert calibration_list(town.world, town.who(who)).releases == ()
            with pytest.raises(NotFound):
                add_release(town.world, town.who(who), secret.number)

    def test_once_released_it_is_read_by_whom_its_own_rules_allow(self, town: Town) -> None:
        dossier = town.at("griffie")
        made: CalibrationDocument = add_release(town.world, town.who("griffie"), dossier.number)
        assert made.name.startswith(f"{dossier.number}-versie-")
        assert calibration_list(town.world, town.who("griffie")).releases == ()
        assert names(town, "toetser") == [made.name]
        assert names(town, "steller2") == []
        with pytest.raises(NotFound):
            calibration_page(town.world, town.who("steller2"), made.id)

    def test_who_wrote_it_does_not_read_it(self, town: Town) -> None:
        dossier = town.at("raad")
        made = add_release(town.world, town.who("steller"), dossier.number)
        assert names(town, "steller") == [made.name]
        with pytest.raises(NotAllowed, match="ijken-eigen-voorstel"):
            take_seat(town.world, town.who("steller"), made.id)


class TestReading:
    @pytest.fixture
    def document(self, town: Town) -> int:
        made = added(town, audience=Audience.BOTH)
        take_seat(town.world, town.who("toetser"), made)
        return made

    def test_there_are_two_readers_and_each_is_somebody_else(self, town: Town, document: int) -> None:
        with pytest.raises(NotAllowed, match="ijken-leest-al"):
            take_seat(town.world, town.who("toetser"), document)
        assert take_seat(town.world, town.who("griffie"), document).letter == "b"
        with pytest.raises(NotAllowed, match="ijken-vol"):
            take_seat(town.world, town.who("toetser2"), document)

    def test_answers_are_kept_with_the_words_of_the_text(self, town: Town, document: int) -> None:
        typed = [NewReading("B1", "ja", (PASSAGE.upper(), " ", PASSAGE), " duidelijk ")]
        save_readings(town.world, town.who("toetser"), document, typed)
        assert save_readings(town.world, town.who("toetser"), document, typed) == []
        own = calibration_page(town.world, town.who("toetser"), document).own
        assert (own["B1"].label, own["B1"].quotes, own["B1"].reason) == ("ja", (PASSAGE,), "duidelijk")

    @pytest.mark.parametrize(
        ("answer", "code"),
        [
            (NewReading("B1", "ja", ("Hier staat iets heel anders dan in het voorstel",)), "citaat-niet-gevonden"),
            (NewReading("B1", ""), "oordeel-kies"),
            (NewReading("B1", "niet-beoordeeld"), "oordeel-kies"),
            (NewReading("B1", "ja", (), "x" * 2001), "veld-lang"),
            (NewReading("B1", "ja", (PASSAGE,) * 9), "veld-lang"),
            (NewReading("Z9", "ja"), "vraag-onbekend"),
        ],
    )
    def test_one_wrong_answer_keeps_none_and_is_named(
        self, town: Town, document: int, answer: NewReading, code: str
    ) -> None:
        with pytest.raises(InvalidInput) as caught:
            save_readings(town.world, town.who("toetser"), document, [NewReading("A1", "ja"), answer])
        assert caught.value.fields == {answer.question: code}
        assert calibration_page(town.world, town.who("toetser"), document).own == {}

    def test_only_a_reader_answers_and_not_after_handing_in(self, town: Town, document: int) -> None:
        with pytest.raises(NotAllowed, match="ijken-geen-lezer"):
            save_readings(town.world, town.who("griffie"), document, [NewReading("A1", "ja")])
        answer_all(town, "griffie", document)
        with pytest.raises(NotAllowed, match="ijken-ingeleverd"):
            save_readings(town.world, town.who("griffie"), document, [NewReading("A1", "ja")])
        with pytest.raises(NotAllowed, match="ijken-ingeleverd"):
            hand_in(town.world, town.who("griffie"), document)

    def test_handing_in_asks_for_every_answer(self, town: Town, document: int) -> None:
        first, *rest = questions(town)
        save_readings(town.world, town.who("toetser"), document, [NewReading(first, "nvt")])
        with pytest.raises(InvalidInput) as caught:
            hand_in(town.world, town.who("toetser"), document)
        assert list(caught.value.fields) == rest

    @pytest.mark.parametrize("who", ["toetser", "griffie", "toetser2"])
    def test_nobody_sees_answers_of_another_before_both_are_done(self, town: Town, document: int, who: str) -> None:
        answer_all(town, "griffie", document)
        page = calibration_page(town.world, town.who(who), document)
        assert page.pairs == ()
        assert page.kappa is None
        assert page.settle_refusal == "ijken-nog-niet-beide"
        assert set(page.own) == (set(questions(town)) if who == "griffie" else set())
        with pytest.raises(NotAllowed, match="ijken-nog-niet-beide"):
            settle_labels(town.world, town.who(who), document, [NewReading("A1", "ja", (), "x")], together=True)
        assert calibration_outcome(town.world, town.who(who)).labels == ()


class TestSettling:
    @pytest.fixture
    def document(self, town: Town) -> int:
        """Read by two, who differ on A1 and C1."""
        made = added(town, audience=Audience.BOTH)
        answer_all(town, "toetser", made)
        answer_all(town, "griffie", made, A1="ja", C1="nvt")
        return made

    def settle(self, town: Town, who: str, document: int, answers: Sequence[NewReading], *, together: bool) -> None:
        settle_labels(town.world, town.who(who), document, answers, together=together)

    def test_both_answers_stand_side_by_side(self, town: Town, document: int) -> None:
        page = calibration_page(town.world, town.who("toetser2"), document)
        assert page.same == len(questions(town)) - 2
        assert [(p.question, p.a.label, p.b.label, p.label) for p in page.pairs if not p.same] == [
            ("A1", "deels", "ja", ""),
            ("C1", "deels", "nvt", ""),
        ]
        assert page.line.open_differences == 2
        assert not page.line.complete

    @pytest.mark.parametrize(
        ("who", "together", "refused"),
        [
            pytest.param("toetser2", False, False, id="a third"),
            pytest.param("toetser", True, False, id="the two together"),
            pytest.param("toetser", False, True, id="one of the two alone"),
        ],
    )
    def test_a_third_or_the_two_together_settle(
        self, town: Town, document: int, who: str, together: bool, refused: bool
    ) -> None:
        answers = [NewReading(q, "ja", (PASSAGE,), "Zo staat het er.") for q in ("A1", "C1")]
        if refused:
            with pytest.raises(InvalidInput, match="ijken-samen"):
                self.settle(town, who, document, answers, together=together)
            return
        self.settle(town, who, document, answers, together=together)
        page = calibration_page(town.world, town.who("griffie"), document)
        settled = {p.question: p.settled for p in page.pairs if p.settled}
        assert set(settled) == {"A1", "C1"}
        assert all(r is not None and r.together is together for r in settled.values())
        assert page.line.complete

    @pytest.mark.parametrize(
        ("answer", "code"),
        [
            (NewReading("A1", "ja"), "ijken-reden"),
            (NewReading("B1", "ja", (), "Dit was geen verschil."), "vraag-onbekend"),
            (NewReading("A1", "", (), "Zonder antwoord."), "oordeel-kies"),
        ],
    )
    def test_only_differences_are_settled_and_with_a_reason(
        self, town: Town, document: int, answer: NewReading, code: str
    ) -> None:
        with pytest.raises(InvalidInput) as caught:
            self.settle(town, "toetser2", document, [answer], together=False)
        assert caught.value.fields == {answer.question: code}

    def test_the_newest_decision_counts(self, town: Town, document: int) -> None:
        for who, label in (("toetser2", "nee"), ("steller", "ja")):
            answers = [NewReading(q, label, (), "Zo is het.") for q in ("A1", "C1")]
            self.settle(town, who, document, answers, together=False)
        page = calibration_page(town.world, town.who("griffie"), document)
        assert {p.label for p in page.pairs if not p.same} == {"ja"}

    def test_what_counts_becomes_labels_that_the_command_reads(self, town: Town, document: int) -> None:
        assert calibration_outcome(town.world, town.who("griffie")).waiting == 1
        answers = [NewReading("A1", "ja", (PASSAGE,), "Daar."), NewReading("C1", "nee", (), "Nergens.")]
        self.settle(town, "toetser2", document, answers, together=False)
        outcome = calibration_outcome(town.world, town.who("griffie"))
        assert read_labels(write_labels(outcome.labels), "labels.jsonl", questions(town)) == outcome.labels
        by_question = {label.question: label for label in outcome.labels}
        assert set(by_question) == set(questions(town))
        first = by_question["A1"]
        assert (first.document, first.label, first.quotes, first.a, first.b, first.source) == (
            "leskaart",
            "ja",
            (PASSAGE,),
            "deels",
            "ja",
            "dubbel",
        )
        assert by_question["C1"].quotes == ()
        assert outcome.waiting == 0
        assert outcome.calibration.documents == 1
        assert sum(sum(line.values()) for line in outcome.calibration.confusion.values()) == len(questions(town))
        assert outcome.calibration.readers is not None

    def test_figures_and_labels_leave_out_what_the_actor_may_not_see(self, town: Town) -> None:
        hidden = added(town, "toetser", Audience.COLLEGE, "geheim.md")
        answer_all(town, "toetser", hidden)
        answer_all(town, "toetser2", hidden)
        assert calibration_outcome(town.world, town.who("toetser")).calibration.documents == 1
        outcome = calibration_outcome(town.world, town.who("griffie"))
        assert (outcome.labels, outcome.waiting, outcome.calibration.documents) == ((), 0, 0)


def test_two_documents_of_one_name_are_told_apart_in_the_labels(town: Town) -> None:
    """Each was added by somebody who could not see the other's."""
    for document in (added(town, "toetser"), added(town, "griffie", Audience.BOTH)):
        answer_all(town, "toetser", document)
        answer_all(town, "toetser2", document)
    labels = calibration_outcome(town.world, town.who("steller")).labels
    assert {label.document for label in labels} == {"leskaart", "leskaart-2"}
    assert len(labels) == 2 * len(questions(town))
