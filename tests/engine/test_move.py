from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sdprocess.content.workflow import Workflow
from sdprocess.domain.dossier import Side
from sdprocess.domain.findings import ContentRef, Profile
from sdprocess.domain.planning import Dated
from sdprocess.engine.context import GuardContext
from sdprocess.engine.fold import BrokenHistory, fold
from sdprocess.engine.machine import build_machine, step
from sdprocess.engine.move import Moved, allowed_moves, may_deviate, move, opening, release_gate, scores_of, strip
from sdprocess.planning.counting import length_words

Stage = Callable[..., GuardContext]


@pytest.fixture
def world(raadsvoorstel: Workflow, stage: Stage) -> tuple[Workflow, Stage]:
    return raadsvoorstel, stage


def moved(workflow: Workflow, ctx: GuardContext, transition: str) -> Moved:
    done = move(workflow, ctx, transition)
    assert isinstance(done, Moved), done
    return done


def guards(workflow: Workflow, ctx: GuardContext, transition: str) -> list[str]:
    done = move(workflow, ctx, transition)
    assert isinstance(done, tuple)
    return [r.guard or r.code for r in done]


def test_every_reason_of_every_guard_comes_at_once(raadsvoorstel: Workflow, stage: Stage) -> None:
    ctx = stage("zelftoets", by="toetser", check="ouder", own="deel")
    assert guards(raadsvoorstel, ctx, "vraag-collegiale-toets") == ["rol", "versie-ongewijzigd", "checklist-beantwoord"]


def test_a_move_gives_the_dossier_as_it_becomes_and_its_event(raadsvoorstel: Workflow, stage: Stage) -> None:
    ctx = stage(
        "collegiale-toets",
        due=lambda term, at: Dated(date(2026, 3, 16), f"{length_words(term.duration)} na {at:%d-%m}"),
    )
    done = moved(raadsvoorstel, ctx, "naar-college")
    assert (done.dossier.state, done.dossier.term, done.dossier.revision) == ("college", date(2026, 3, 16), 1)
    assert done.term.explanation == "10 werkdagen na 02-03"
    assert (done.record.kind, done.record.from_state, done.record.to_state) == (
        "verplaatst",
        "collegiale-toets",
        "college",
    )
    assert done.record.kader == raadsvoorstel.ref
    assert done.record.document_hash == (ctx.version.sha256 if ctx.version else "")


@pytest.mark.parametrize(
    ("state", "by_and_transition", "before", "after"),
    [
        ("college", "college: college-stemt-in", Side.COLLEGE, Side.COUNCIL),
        ("agendacommissie", "griffie: agendeer-beeldvorming", Side.COUNCIL, Side.PUBLIC),
        ("griffie", "griffie: griffie-stuurt-terug", Side.COUNCIL, Side.COUNCIL),
        ("besluitvorming", "griffie: raad-stuurt-terug", Side.PUBLIC, Side.PUBLIC),
        ("college", "college: college-stuurt-terug", Side.COLLEGE, Side.COLLEGE),
        ("college", "college: trek-concept-in", Side.COLLEGE, Side.COLLEGE),
        ("oordeelsvorming", "college: trek-voorstel-in", Side.PUBLIC, Side.PUBLIC),
        ("college", "college: college-stemt-in", Side.PUBLIC, Side.PUBLIC),
    ],
)
def test_a_side_only_widens(
    world: tuple[Workflow, Stage], state: str, by_and_transition: str, before: Side, after: Side
) -> None:
    workflow, stage = world
    by, transition = by_and_transition.split(": ")
    ctx = stage(state, by=by, reason="Daarom.")
    ctx = replace(ctx, dossier=replace(ctx.dossier, side=before))
    assert moved(workflow, ctx, transition).dossier.side is after


def test_options_say_what_is_owed_and_do_not_count_it_as_a_refusal(raadsvoorstel: Workflow, stage: Stage) -> None:
    options = {o.transition: o for o in allowed_moves(raadsvoorstel, stage("college", by="college"))}
    assert set(options) == {"college-stuurt-terug", "college-stemt-in", "trek-concept-in"}
    back, on = options["college-stuurt-terug"], options["college-stemt-in"]
    assert (back.needs_reason, back.possible, back.back, back.hand_over) == (True, True, True, False)
    assert (on.needs_reason, on.possible, on.back, on.hand_over) == (False, True, False, True)
    assert on.to_title == "Griffie"


def test_somebody_else_sees_the_options_but_they_are_not_theirs(raadsvoorstel: Workflow, stage: Stage) -> None:
    options = allowed_moves(raadsvoorstel, stage("griffie", by="raadslid"))
    assert options
    assert not any(o.is_mine or o.possible for o in options)


def test_a_move_from_elsewhere_or_unknown_is_refused(raadsvoorstel: Workflow, stage: Stage) -> None:
    assert guards(raadsvoorstel, stage("zelftoets"), "neem-aan") == ["overgang-niet-hier"]
    assert guards(raadsvoorstel, stage("zelftoets"), "to_afgesloten") == ["overgang-onbekend"]


def test_a_decision_is_put_on_the_dossier_with_its_reason(raadsvoorstel: Workflow, stage: Stage) -> None:
    ctx = stage("besluitvorming", by="griffie", reason="Amendement 1 is aangenomen.")
    assert moved(raadsvoorstel, ctx, "neem-gewijzigd-aan").dossier.decided == (
        "Aangenomen met wijzigingen: Amendement 1 is aangenomen."
    )
    assert moved(raadsvoorstel, ctx, "verwerp").dossier.decided == "Verworpen"
    decided = replace(ctx, dossier=replace(ctx.dossier, state="uitvoering", decided="Aangenomen"))
    assert guards(raadsvoorstel, decided, "begin-evaluatie") == ["rol"]


def test_an_end_closes_the_dossier(raadsvoorstel: Workflow, stage: Stage) -> None:
    done = moved(raadsvoorstel, stage("evaluatie", by="griffie"), "sluit-af")
    assert done.dossier.closed
    assert allowed_moves(raadsvoorstel, replace(stage(by="griffie"), dossier=done.dossier)) == ()


def test_a_dossier_moves_only_on_the_workflow_it_pinned(raadsvoorstel: Workflow, stage: Stage) -> None:
    ctx = stage("evaluatie", by="griffie")
    other = replace(ctx.dossier, kader=ContentRef("raadsvoorstel", "0.9.0", ""))
    with pytest.raises(ValueError, match=r"0\.9\.0"):
        move(raadsvoorstel, replace(ctx, dossier=other), "sluit-af")


@pytest.mark.parametrize(
    ("facts", "refused", "deviation"),
    [
        ({}, [], True),
        ({"colleague": "geen"}, ["collegiale-toets-gedaan"], True),
        ({"check": "ouder", "own": "deel"}, ["versie-ongewijzigd", "checklist-beantwoord"], True),
        ({"answered": {"E": 0}}, ["minimum-per-criterium"], True),
        ({"by": "toetser"}, ["rol"], False),
        ({"document": False, "check": "geen", "own": "geen", "colleague": "geen", "griffie": "geen"},
         ["document-aanwezig", "versie-ongewijzigd", "checklist-beantwoord", "collegiale-toets-gedaan",
          *["minimum-per-criterium"] * 5], False),
    ],
)  # fmt: skip
def test_the_release_gate_and_what_a_reason_may_overcome(
    raadsvoorstel: Workflow, stage: Stage, facts: dict[str, object], refused: list[str], deviation: bool
) -> None:
    refusals = release_gate(raadsvoorstel, stage("collegiale-toets", **facts))
    assert [r.guard for r in refusals] == refused
    assert may_deviate(refusals) is deviation


def test_scores_are_frozen_as_words(stage: Stage) -> None:
    ctx = stage()
    assert ctx.assessment is not None
    profiles = (
        Profile("A", 3, 1, 1, 0, 0),
        Profile("B", 1, 0, 1, 0, 2),
        Profile("C", 0, 0, 0, 4, 0),
        Profile("D", 0, 0, 0, 0, 4),
    )
    scores = scores_of(replace(ctx.assessment, profiles=profiles))
    assert dict(scores) == {"A": "3/5", "B": "1/2", "C": "nvt", "D": "niet beoordeeld"}


def test_the_strip_has_one_here_and_tells_passed_from_skipped(raadsvoorstel: Workflow, stage: Stage) -> None:
    done = moved(raadsvoorstel, stage("agendacommissie", by="agendacommissie"), "agendeer-hamerstuk")
    shown = {s.id: s.status for s in strip(raadsvoorstel, "besluitvorming", [done.record])}
    assert [s for s, status in shown.items() if status == "hier"] == ["besluitvorming"]
    assert (shown["agendacommissie"], shown["beeldvorming"], shown["uitvoering"]) == (
        "geweest",
        "overgeslagen",
        "straks",
    )
    assert "aangehouden" not in shown
    assert "ingetrokken" not in shown


def test_after_being_sent_back_what_comes_next_comes_again(raadsvoorstel: Workflow, stage: Stage) -> None:
    done = moved(raadsvoorstel, stage("besluitvorming", by="griffie", reason="Te duur."), "raad-stuurt-terug")
    shown = strip(raadsvoorstel, "ambtelijk-concept", [done.record])
    assert shown[0].status == "hier"
    assert {s.status for s in shown[1:]} == {"straks"}


def test_a_side_path_shows_when_the_dossier_was_there(raadsvoorstel: Workflow, stage: Stage) -> None:
    done = moved(raadsvoorstel, stage("besluitvorming", by="griffie", reason="Wacht."), "houd-aan")
    shown = {s.id: s.status for s in strip(raadsvoorstel, "aangehouden", [done.record])}
    assert shown["aangehouden"] == "hier"


def test_opening_begins_at_the_begin_with_its_term(raadsvoorstel: Workflow, stage: Stage) -> None:
    start = opening(raadsvoorstel, stage().now, lambda term, _: Dated(None, length_words(term.duration)))
    assert (start.state.id, start.side, start.term.explanation) == ("ambtelijk-concept", Side.COLLEGE, "15 werkdagen")


def test_a_history_that_does_not_follow_is_found(raadsvoorstel: Workflow, stage: Stage) -> None:
    record = moved(raadsvoorstel, stage("evaluatie", by="griffie"), "sluit-af").record
    with pytest.raises(BrokenHistory):
        fold(raadsvoorstel, [record])
    opened = replace(record, kind="geopend", to_state="ambtelijk-concept", from_state="")
    with pytest.raises(BrokenHistory):
        fold(raadsvoorstel, [opened, record])
    assert fold(raadsvoorstel, [opened, replace(opened, kind="versie", seq=2)]) == "ambtelijk-concept"


def test_the_machine_has_no_triggers_but_those_of_the_file(raadsvoorstel: Workflow) -> None:
    machine = build_machine(raadsvoorstel, lambda _: True)
    assert set(machine.events) == {t.id for t in raadsvoorstel.transitions}
    assert machine.models == []


def test_a_name_from_a_file_is_never_called(raadsvoorstel: Workflow) -> None:
    hostile = raadsvoorstel.transitions[0].model_copy(update={"id": "os.system"})
    workflow = raadsvoorstel.model_copy(update={"transitions": (hostile,)})
    asked: list[str] = []
    assert step(workflow, "ambtelijk-concept", "os.system", lambda name: asked.append(name) or True) == "zelftoets"
    assert asked == ["os.system"]


def test_a_refused_step_leaves_the_cursor_where_it_was(raadsvoorstel: Workflow) -> None:
    assert step(raadsvoorstel, "zelftoets", "herschrijf", lambda _: False) is None
    assert step(raadsvoorstel, "zelftoets", "neem-aan", lambda _: True) is None
    with pytest.raises(KeyError):
        step(raadsvoorstel, "bestaat-niet", "neem-aan", lambda _: True)
