from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from sdprocess.domain.dossier import CouncilQuestion, Dossier, JudgeKind, Judgement, Person, Release, Side
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.domain.findings import Verdict
from sdprocess.services.ports import DossierFilter, DossierScope, OpenUnitOfWork, StoredAssessment
from sdprocess.store.kept import MOST, KeptAssessments
from tests.store.conftest import NOW, a_text, new_dossier, new_event, new_version
from tests.store.samples import an_assessment

ALL_SIDES = frozenset(Side)
TODAY = date(2026, 3, 2)


def add(uow: OpenUnitOfWork, steller: Person, **changes: object) -> Dossier:
    with uow(write=True) as work:
        made = work.dossiers.add(new_dossier(steller, **changes))
        work.commit()
    return made


def test_a_dossier_comes_back_as_it_was_saved(uow: OpenUnitOfWork, steller: Person) -> None:
    made = add(uow, steller, council_date=date(2026, 5, 1))
    changed = replace(made, state="toets", side=Side.COUNCIL, term=None, decided="aangenomen", closed=True)
    with uow(write=True) as work:
        saved = work.dossiers.save(changed, made.revision)
        work.commit()
    with uow() as work:
        assert work.dossiers.get(made.number) == saved == replace(changed, revision=2)
        assert work.dossiers.by_id(made.id) == saved


def test_saving_on_an_old_revision_says_which_is_current(uow: OpenUnitOfWork, steller: Person) -> None:
    made = add(uow, steller)
    with uow(write=True) as work:
        work.dossiers.save(replace(made, title="eerste"), 1)
        work.commit()
    with uow(write=True) as work, pytest.raises(StaleDossier) as stale:
        work.dossiers.save(replace(made, title="tweede"), 1)
    assert stale.value.facts == {"seen": 1, "current": 2}
    with uow() as work:
        assert work.dossiers.get(made.number).title == "eerste"


def test_numbers_follow_each_other_within_a_year_and_after_a_given_number(uow: OpenUnitOfWork, steller: Person) -> None:
    later = NOW.replace(year=2027)
    numbers = [
        add(uow, steller).number,
        add(uow, steller).number,
        add(uow, steller, number="2026-014").number,
        add(uow, steller).number,
        add(uow, steller, number="2026-005").number,
        add(uow, steller).number,
        add(uow, steller, opened_at=later).number,
    ]
    assert numbers == ["2026-001", "2026-002", "2026-014", "2026-015", "2026-005", "2026-016", "2027-001"]


@pytest.mark.parametrize(
    ("number", "code"),
    [("2026-001", "nummer-bestaat"), ("2026-1", "nummer-vorm"), ("../x", "nummer-vorm"), ("٢٠٢٦-001", "nummer-vorm")],
)
def test_a_number_that_cannot_be_used_is_refused(uow: OpenUnitOfWork, steller: Person, number: str, code: str) -> None:
    add(uow, steller)
    with uow(write=True) as work, pytest.raises(InvalidInput) as refused:
        work.dossiers.add(new_dossier(steller, number=number))
    assert refused.value.fields == {"number": code}


def test_a_rolled_back_number_is_given_again(uow: OpenUnitOfWork, steller: Person) -> None:
    with uow(write=True) as work:
        assert work.dossiers.add(new_dossier(steller)).number == "2026-001"
    assert add(uow, steller).number == "2026-001"


def test_what_does_not_exist_is_not_found(uow: OpenUnitOfWork) -> None:
    with uow() as work:
        with pytest.raises(NotFound):
            work.dossiers.get("2026-999")
        with pytest.raises(NotFound):
            work.dossiers.by_id(999)
        with pytest.raises(NotFound):
            work.documents.text(1)
        with pytest.raises(NotFound):
            work.documents.data(1)
        with pytest.raises(NotFound):
            work.people.get(999)


FILTERS = [
    pytest.param(DossierFilter(), ["late", "soon", "none"], id="everything, unknown term last"),
    pytest.param(DossierFilter(sort="-term"), ["soon", "late", "none"], id="descending keeps unknown last"),
    pytest.param(DossierFilter(sort="titel"), ["late", "none", "soon"], id="by title"),
    pytest.param(DossierFilter(sort="; DROP TABLE dossier"), ["late", "soon", "none"], id="an unknown column"),
    pytest.param(DossierFilter(late=True), ["late"], id="late"),
    pytest.param(DossierFilter(theme="jeugd"), ["soon"], id="theme"),
    pytest.param(DossierFilter(portfolio="wethouder Smit"), ["none"], id="portfolio"),
    pytest.param(DossierFilter(kader="licht"), ["late", "soon", "none"], id="kader"),
    pytest.param(DossierFilter(text="ATE"), ["late"], id="words in the title, any case"),
    pytest.param(DossierFilter(text="%"), [], id="a percent sign is a percent sign"),
    pytest.param(DossierFilter(text="2026-003"), ["none"], id="the number"),
    pytest.param(DossierFilter(per_page=2, page=2), ["none"], id="second page"),
    pytest.param(DossierFilter(mine=True), ["late", "soon", "none"], id="mine"),
]


@pytest.mark.parametrize(("filters", "titles"), FILTERS)
def test_one_query_filters_and_sorts(
    uow: OpenUnitOfWork, steller: Person, filters: DossierFilter, titles: list[str]
) -> None:
    add(uow, steller, title="late", term=date(2026, 2, 1))
    add(uow, steller, title="soon", term=date(2026, 4, 1), theme="jeugd")
    add(uow, steller, title="none", term=None, portfolio="wethouder Smit")
    with uow() as work:
        scope = DossierScope(ALL_SIDES, steller.id, TODAY)
        assert [d.title for d in work.dossiers.find(scope, filters)] == titles
        if filters.page == 1:
            assert work.dossiers.count(scope, filters) == len(titles)


def test_lists_counts_and_choices_hold_nothing_outside_the_scope(uow: OpenUnitOfWork, steller: Person) -> None:
    add(uow, steller, title="geheim", theme="geheim thema", portfolio="geheim", side=Side.COLLEGE)
    add(uow, steller, title="open", theme="jeugd", side=Side.PUBLIC)
    with uow() as work:
        scope = DossierScope(frozenset({Side.PUBLIC}), 0, TODAY)
        assert [d.title for d in work.dossiers.find(scope, DossierFilter())] == ["open"]
        assert work.dossiers.count(scope, DossierFilter(text="geheim")) == 0
        choices = work.dossiers.choices(scope)
        assert (choices.kaders, choices.portfolios, choices.themes) == (("licht",), ("wethouder De Wit",), ("jeugd",))
        own = DossierScope(frozenset({Side.PUBLIC}), steller.id, TODAY)
        assert work.dossiers.count(own, DossierFilter()) == 2


def test_a_step_or_a_turn_selects_states_of_one_kader(uow: OpenUnitOfWork, steller: Person) -> None:
    made = add(uow, steller, state="concept")
    add(uow, steller, state="toets")
    pair = (made.kader.sha256, "concept")
    with uow() as work:
        step = DossierScope(ALL_SIDES, 0, TODAY, step_states=frozenset({pair}))
        assert [d.state for d in work.dossiers.find(step, DossierFilter())] == ["concept"]
        nowhere = DossierScope(ALL_SIDES, 0, TODAY, step_states=frozenset())
        assert work.dossiers.find(nowhere, DossierFilter()) == []
        turn = DossierScope(ALL_SIDES, 0, TODAY, turn_states=frozenset({pair}))
        assert work.dossiers.count(turn, DossierFilter(mine=True)) == 1


def test_followers_are_found(uow: OpenUnitOfWork, steller: Person) -> None:
    first = add(uow, steller)
    second = add(uow, steller, previous_id=first.id)
    with uow() as work:
        assert work.dossiers.followers(first.id) == [second]
        assert work.dossiers.followers(second.id) == []


def test_versions_count_up_per_dossier_and_keep_bytes_and_text(uow: OpenUnitOfWork, steller: Person) -> None:
    one, other = add(uow, steller), add(uow, steller)
    text = a_text("Één € voor 'ieder' — «geen» kanttekening.")
    with uow(write=True) as work:
        first = work.documents.add(new_version(one.id, text), b"\x00\xff bytes", text)
        second = work.documents.add(new_version(one.id, text), b"2", text)
        elsewhere = work.documents.add(new_version(other.id, text), b"3", text)
        work.commit()
    assert (first.number, second.number, elsewhere.number) == (1, 2, 1)
    with uow() as work:
        assert work.documents.versions(one.id) == [second, first]
        assert work.documents.data(first.id) == b"\x00\xff bytes"
        assert work.documents.text(first.id) == text


def test_the_newest_assessment_of_each_version_makes_the_score_history(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, empty = add(uow, steller), add(uow, steller)
    text = a_text()
    made = an_assessment(text)
    not_judged = replace(made, recognition=replace(made.recognition, judged=False))
    with uow(write=True) as work:
        one = work.documents.add(new_version(dossier.id, text), b"1", text)
        two = work.documents.add(new_version(dossier.id, text), b"2", text)
        work.assessments.add(one.id, NOW, not_judged)
        work.assessments.add(two.id, NOW, made)
        again = work.assessments.add(one.id, NOW + timedelta(hours=1), made)
        work.commit()
    with uow() as work:
        lines = work.assessments.score_lines([dossier.id, empty.id])
        assert list(lines) == [dossier.id]
        assert [(line.version, line.at, line.judged) for line in lines[dossier.id]] == [
            (one, NOW + timedelta(hours=1), True),
            (two, NOW, True),
        ]
        assert lines[dossier.id][0].profiles == made.profiles
        assert work.assessments.latest(one.id) == again
        assert work.assessments.latest(999) is None


def test_an_unjudged_document_has_no_count_of_open_questions(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, text = add(uow, steller), a_text()
    made = an_assessment(text)
    with uow(write=True) as work:
        version = work.documents.add(new_version(dossier.id, text), b"1", text)
        work.assessments.add(version.id, NOW, replace(made, recognition=replace(made.recognition, judged=False)))
        assert work.assessments.score_lines([dossier.id])[dossier.id][0].open_questions is None
        work.assessments.add(version.id, NOW, made)
        assert work.assessments.score_lines([dossier.id])[dossier.id][0].open_questions == 1


def test_a_new_judgement_supersedes_only_the_same_persons_of_that_kind(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, text = add(uow, steller), a_text()
    with uow(write=True) as work:
        other = work.people.add(Person(0, "Ali", "ali@voorbeeld.nl", frozenset({"toetser"})), "x")
        version = work.documents.add(new_version(dossier.id, text), b"1", text)
        kept: list[Judgement] = []
        for person, kind, verdict in [
            (steller, JudgeKind.SELF, Verdict.JA),
            (other, JudgeKind.COLLEAGUE, Verdict.NEE),
            (steller, JudgeKind.SELF, Verdict.DEELS),
        ]:
            judgement = Judgement(
                0, version.id, "C1", kind, person.id, person.name, verdict, False, "reden", "citaat", NOW
            )
            kept.append(work.judgements.add(judgement))
        work.commit()
    with uow() as work:
        assert work.judgements.current(version.id) == kept[1:]


def test_releases_come_newest_first_with_their_deviation(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, text = add(uow, steller), a_text()
    with uow(write=True) as work:
        version = work.documents.add(new_version(dossier.id, text), b"1", text)
        first = work.releases.add(Release(0, dossier.id, version.id, "Ali", NOW))
        second = work.releases.add(Release(0, dossier.id, version.id, "Ali", NOW, "haast", ("C1 open",)))
        work.commit()
    with uow() as work:
        assert work.releases.of_dossier(dossier.id) == [second, first]
        assert work.releases.of_dossiers([dossier.id, 99]) == {dossier.id: [second, first]}


def test_events_count_without_gaps_also_after_a_rollback(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, other = add(uow, steller), add(uow, steller)
    for keep in (True, False, True):
        with uow(write=True) as work:
            work.events.append(new_event(dossier.id))
            if keep:
                work.commit()
    with uow(write=True) as work:
        work.events.append(new_event(other.id, at=NOW + timedelta(days=1)))
        work.commit()
    with uow() as work:
        events = work.events.of_dossier(dossier.id)
        assert events == [new_event(dossier.id, seq=1), new_event(dossier.id, seq=2)]
        since = work.events.since(NOW + timedelta(hours=1))
        assert [(e.dossier_id, e.seq) for e in since] == [(other.id, 1)]
    with uow(write=True) as work, pytest.raises(NotFound):
        work.events.append(new_event(999))


def test_the_outbox_gives_what_is_not_done(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier = add(uow, steller)
    with uow(write=True) as work:
        work.outbox.put("verplaatst", dossier.id, {"naar": "toets"})
        work.outbox.put("vrijgegeven", dossier.id, {"versie": "1"})
        work.outbox.done(work.outbox.pending()[0][0])
        work.commit()
    with uow() as work:
        assert [row[1:] for row in work.outbox.pending()] == [("vrijgegeven", dossier.id, {"versie": "1"})]


def test_people_are_found_by_login_in_any_case(uow: OpenUnitOfWork, steller: Person) -> None:
    with uow() as work:
        assert work.people.by_login(" SANNE@voorbeeld.NL ") == steller
        assert work.people.by_login("niemand@voorbeeld.nl") is None
        assert work.people.password_hash(steller.id) == "hash"
        assert list(work.people.all()) == [steller]


def test_a_person_is_changed_with_a_revision(uow: OpenUnitOfWork, steller: Person) -> None:
    with uow(write=True) as work:
        saved = work.people.save(replace(steller, active=False), 1)
        work.people.set_password(steller.id, "nieuw")
        work.commit()
    assert saved == replace(steller, active=False, revision=2)
    with uow(write=True) as work, pytest.raises(StaleDossier):
        work.people.save(steller, 1)


def test_a_login_exists_once(uow: OpenUnitOfWork, steller: Person) -> None:
    with uow(write=True) as work, pytest.raises(InvalidInput) as refused:
        work.people.add(Person(0, "Dubbel", steller.login, frozenset()), "x")
    assert refused.value.fields == {"login": "login-bestaat"}


def test_failed_sign_ins_count_since_the_last_that_succeeded(uow: OpenUnitOfWork) -> None:
    def attempt(minutes: int) -> tuple[int, int]:
        with uow(write=True) as work:
            at = NOW + timedelta(minutes=minutes)
            made = work.people.begin_sign_in("A@b.nl", at, at - timedelta(minutes=15))
            work.commit()
        return made

    assert [attempt(m)[1] for m in (0, 1, 2)] == [0, 1, 2]
    assert attempt(16)[1] == 2
    made = attempt(16)[0]
    with uow(write=True) as work:
        work.people.sign_in_succeeded(made)
        work.commit()
    assert attempt(16)[1] == 0


def test_council_questions_belong_to_one_person_and_dossier(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier = add(uow, steller)
    with uow(write=True) as work:
        other = work.people.add(Person(0, "Raad", "raad@voorbeeld.nl", frozenset({"raadslid"})), "x")
        made = work.council_questions.save(
            CouncilQuestion(0, dossier.id, other.id, "C1", "Wat vinden de uitvoerders?", "technisch", taken=False)
        )
        changed = work.council_questions.save(replace(made, taken=True, kind="politiek", note="eigen"))
        for thief in (replace(made, person_id=steller.id), replace(made, dossier_id=dossier.id + 1)):
            with pytest.raises(NotFound):
                work.council_questions.save(thief)
        work.commit()
    with uow() as work:
        assert work.council_questions.of(dossier.id, other.id) == [changed]
        assert work.council_questions.of(dossier.id, steller.id) == []


def test_a_mark_is_kept_and_can_change(uow: OpenUnitOfWork) -> None:
    with uow(write=True) as work:
        assert work.marks.get("demo") == ""
        work.marks.put("demo", "ja")
        work.marks.put("demo", "nee")
        work.commit()
    with uow() as work:
        assert work.marks.get("demo") == "nee"


def test_times_come_back_in_utc_and_naive_times_are_refused(uow: OpenUnitOfWork, steller: Person) -> None:
    amsterdam = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    made = add(uow, steller, opened_at=amsterdam)
    with uow() as work:
        stored = work.dossiers.get(made.number).opened_at
    assert (stored, stored.tzinfo) == (amsterdam, UTC)
    with uow(write=True) as work, pytest.raises(StatementError, match="naive"):
        work.dossiers.add(new_dossier(steller, opened_at=NOW.replace(tzinfo=None)))


def test_a_reference_to_nothing_is_refused(uow: OpenUnitOfWork, steller: Person) -> None:
    with uow(write=True) as work, pytest.raises(IntegrityError):
        work.dossiers.add(new_dossier(steller, steller_id=999))


def test_a_unit_of_work_for_reading_refuses_to_commit(uow: OpenUnitOfWork) -> None:
    with uow() as work, pytest.raises(RuntimeError, match="reading"):
        work.commit()


def test_an_assessment_that_was_rolled_back_is_never_shown_for_another(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, text = add(uow, steller), a_text()
    made = an_assessment(text)
    with uow(write=True) as work:
        version = work.documents.add(new_version(dossier.id, text), b"1", text)
        work.commit()
    with uow(write=True) as work:
        work.assessments.add(version.id, NOW, replace(made, read_sections=("teruggedraaid",)))
        assert work.assessments.latest(version.id) is not None
    with uow(write=True) as work:
        kept = work.assessments.add(version.id, NOW, made)
        work.commit()
    for write in (False, True, False):
        with uow(write=write) as work:
            assert work.assessments.latest(version.id) == kept


def test_more_assessments_than_are_kept_are_still_all_found(uow: OpenUnitOfWork, steller: Person) -> None:
    dossier, text = add(uow, steller), a_text()
    kept = KeptAssessments()
    made = [StoredAssessment(n, n, NOW, an_assessment(text)) for n in range(MOST + 2)]
    kept.keep(made)
    assert kept.get([0, 1]) == {}
    assert kept.get([2, MOST + 1]) == {2: made[2], MOST + 1: made[MOST + 1]}
    kept.keep([StoredAssessment(MOST + 2, 1, NOW, an_assessment(text))])
    assert list(kept.get([2, 3])) == [2]
    with uow(write=True) as work:
        version = work.documents.add(new_version(dossier.id, text), b"1", text)
        stored = work.assessments.add(version.id, NOW, an_assessment(text))
        work.commit()
    with uow() as work:
        assert work.assessments.latest_of([version.id, version.id + 1]) == {version.id: stored}
