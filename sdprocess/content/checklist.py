"""A checklist as frozen models: criteria, questions, rules with examples, and a small decision table per question.

The Dutch aliases are the dictionary; `docs/begrippen.md` lists them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sdprocess.content.problems import build
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef

Text = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Text, ...], Field(min_length=1)]


class Frozen(BaseModel):
    """Base: immutable, unknown keys refused, filled by Dutch names only."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class Example(Frozen):
    """A text that a rule must hit or miss, with the section it stands in when that matters."""

    section: str = Field("", alias="sectie")
    text: Text = Field(alias="tekst")


ExampleList = Annotated[tuple[Text | Example, ...], Field(min_length=1)]


class RuleBase(Frozen):
    """What every rule has. within / outside: canonical sections where it may or may not find its element."""

    id: Text
    element: Text
    within: tuple[str, ...] = Field((), alias="binnen")
    outside: tuple[str, ...] = Field((), alias="buiten")
    hits: ExampleList = Field(alias="raak")
    misses: ExampleList = Field(alias="mis")


class CueRule(RuleBase):
    """Cue words or lemma patterns. unless: cues that spoil the sentence. negation: what a negation before it does."""

    kind: Literal["signaalwoorden"] = Field(alias="soort")
    cues: Words = Field(alias="woorden")
    unless: tuple[Text, ...] = Field((), alias="niet_bij")
    negation: Literal["telt-niet", "mag"] = Field("telt-niet", alias="ontkenning")
    quotations: Literal["telt-niet", "mag"] = Field("telt-niet", alias="citaten")


class NearRule(RuleBase):
    """Two cues near each other, in either order: in one sentence, or in neighbouring sentences of one paragraph."""

    kind: Literal["nabij"] = Field(alias="soort")
    first: Words = Field(alias="woorden")
    second: Words = Field(alias="met")
    distance: Literal["zin", "buurzin", "alinea"] = Field("zin", alias="afstand")
    unless: tuple[Text, ...] = Field((), alias="niet_bij")
    negation: Literal["telt-niet", "mag"] = Field("telt-niet", alias="ontkenning")
    quotations: Literal["telt-niet", "mag"] = Field("telt-niet", alias="citaten")


class SectionRule(RuleBase):
    """A section that is filled: at least so many words that are no heading, empty formula or instruction."""

    kind: Literal["sectie-gevuld"] = Field(alias="soort")
    words: int = Field(15, alias="minstens_woorden", ge=1, le=1000)


class ReferenceRule(RuleBase):
    """A reference to a decision or frame: a name with at least `least` of date, number and deciding body."""

    kind: Literal["verwijzing-besluit"] = Field(alias="soort")
    names: Words = Field(alias="namen")
    parts: tuple[Literal["datum", "nummer", "orgaan"], ...] = Field(("datum", "nummer", "orgaan"), alias="kenmerken")
    least: int = Field(1, alias="minstens", ge=0, le=3)
    unless: tuple[Text, ...] = Field((), alias="niet_bij")


class IndicatorRule(RuleBase):
    """A number with a unit, about one of `subjects` when given, with a year or term when `term` asks for it."""

    kind: Literal["indicator"] = Field(alias="soort")
    units: Words = Field(alias="eenheden")
    subjects: tuple[Text, ...] = Field((), alias="onderwerp")
    term: Literal["nodig", "mag"] = Field("mag", alias="termijn")
    unless: tuple[Text, ...] = Field((), alias="niet_bij")


class EmptyRule(RuleBase):
    """An empty formula ("n.v.t.", "geen kanttekeningen") that is all a section says."""

    kind: Literal["lege-formule"] = Field(alias="soort")


class VagueRule(RuleBase):
    """Sentences that lean on vague words: at least `least` of them and no number, date or name of a frame."""

    kind: Literal["vaagheid"] = Field(alias="soort")
    words: Words = Field(alias="woorden")
    least: int = Field(2, alias="minstens", ge=1, le=10)


class FormRule(RuleBase):
    """A count in some sections: sentences, paragraphs or list items (that carry `cues` when given) between bounds."""

    kind: Literal["vormeis"] = Field(alias="soort")
    unit: Literal["zinnen", "alineas", "woorden-per-zin"] = Field(alias="tel")
    cues: tuple[Text, ...] = Field((), alias="woorden")
    least: int = Field(1, alias="minstens", ge=0, le=1000)
    most: int = Field(100_000, alias="hoogstens", ge=1)
    shortest: int = Field(6, alias="kortste_zin", ge=1, le=100)


class HumanRule(RuleBase):
    """Something only a person can say: never found by the machine, always named as missing."""

    kind: Literal["mens"] = Field(alias="soort")
    hits: tuple[Text | Example, ...] = Field((), alias="raak", max_length=0)
    misses: tuple[Text | Example, ...] = Field((), alias="mis", max_length=0)


Rule = Annotated[
    CueRule | NearRule | SectionRule | ReferenceRule | IndicatorRule | EmptyRule | VagueRule | FormRule | HumanRule,
    Field(discriminator="kind"),
]


class Condition(Frozen):
    """When a row of the decision table holds.

    together: elements that must stand in one `span`, in at least `times` different spans. any_of: at least `times`
    different sentences with one of these, of at least `variety` different elements. without: elements that may not
    stand anywhere. proposal: only for these kinds of proposal. not_proposal: not for these. where: everywhere, or only
    in the sections where the answer is expected.
    """

    together: tuple[str, ...] = Field((), alias="samen")
    span: Literal["zin", "buurzin", "alinea", "sectie", "tekst"] = Field("zin", alias="in")
    any_of: tuple[str, ...] = Field((), alias="een_van")
    times: int = Field(1, alias="keer", ge=1, le=50)
    variety: int = Field(1, alias="soorten_bewijs", ge=1, le=10)
    without: tuple[str, ...] = Field((), alias="zonder")
    proposal: tuple[str, ...] = Field((), alias="voorstel")
    not_proposal: tuple[str, ...] = Field((), alias="behalve_voorstel")
    where: Literal["overal", "thuis"] = Field("overal", alias="waar")


class Row(Frozen):
    """One line of a decision table; the first that holds gives the verdict."""

    verdict: Literal["ja", "deels", "nee"] = Field(alias="dan")
    when: Condition = Field(alias="als")


class Tip(Frozen):
    text: Text = Field(alias="tekst")
    good: Text = Field(alias="goed")
    weak: Text = Field(alias="zwak")


class Question(Frozen):
    """One question. elements: the words for what its rules look for. not_for: kinds of proposal it does not suit.
    home: sections where the answer is expected; their sentences are shown first.

    """

    id: Text
    criterion: Text = Field(alias="criterium")
    source: Text = Field(alias="bron")
    weight: float = Field(1.0, alias="gewicht", gt=0, le=2)
    ask_writer: Text = Field(alias="vraag_steller")
    ask_councillor: Text = Field(alias="vraag_raadslid")
    addressee: Literal["technisch", "politiek"] = Field(alias="gericht_aan")
    tip: Tip
    elements: dict[str, Text] = Field(alias="elementen")
    rules: tuple[Rule, ...] = Field(alias="regels", min_length=1)
    table: tuple[Row, ...] = Field(alias="oordeel")
    not_for: tuple[str, ...] = Field((), alias="nvt_bij")
    home: tuple[str, ...] = Field((), alias="thuis")


class Criterion(Frozen):
    id: Text
    title: Text = Field(alias="titel")


class DocumentKind(Frozen):
    """A kind of document or proposal, known by cues in its title and opening, or by cues for the whole text.

    judged: whether A-E applies. head: cues that begin one of the first lines. opening: cues in the first lines.
    anywhere: cues that must occur too, or alone. never: cues in the opening that exclude it. reason: code of the
    sentence when it is not judged; on a proposal, the kind it makes of the document. without: criteria that such a
    proposal is not judged on; their questions are nvt, with the sentence of `reason`.
    """

    id: Text
    title: Text = Field(alias="titel")
    judged: Literal["ja", "nee"] = Field("ja", alias="getoetst")
    reason: str = Field("", alias="reden")
    head: tuple[Text, ...] = Field((), alias="kop")
    opening: tuple[Text, ...] = Field((), alias="aanhef")
    anywhere: tuple[Text, ...] = Field((), alias="tekst")
    never: tuple[Text, ...] = Field((), alias="niet_bij")
    shorter_than: int = Field(1_000_000, alias="korter_dan_woorden", ge=1)
    without: tuple[Text, ...] = Field((), alias="zonder_oordeel")


class Recognising(Frozen):
    """Which documents are recognised, in order; and which kinds of proposal."""

    documents: tuple[DocumentKind, ...] = Field(alias="documenten")
    proposals: tuple[DocumentKind, ...] = Field(alias="voorstellen")


class Checklist(Frozen):
    """A whole checklist. ref: id, version and hash of the bytes it was read from."""

    id: Text
    version: Text = Field(alias="versie")
    title: Text = Field(alias="titel")
    explanation: Text = Field(alias="toelichting")
    source: Text = Field(alias="bron")
    document_kind: Text = Field(alias="soort_document")
    notions: dict[str, Words] = Field(alias="begrippen")
    recognising: Recognising = Field(alias="herkenning")
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(alias="vragen", min_length=1)
    sha256: str = Field("", exclude=True, alias="_sha256")

    @property
    def ref(self) -> ContentRef:
        return ContentRef(self.id, self.version, self.sha256)

    def question(self, question_id: str) -> Question:
        """The question with this id. Raises KeyError when there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)


def load_checklist(path: Path, name: str = "") -> Checklist:
    """Read and check `<id>/<version>.yaml`. `name` is how problems call the file. Raises InvalidContent with all.

    Whether the rules hit and miss their examples is proved by `sdprocess.checking.proof`, which knows the rule kinds.
    """
    from sdprocess.content.checklist_checks import matches_file  # noqa: PLC0415  it needs the models above

    made = read_checklist(path, name)
    problems = matches_file(made, load_yaml(path, name), path)
    if problems:
        raise InvalidContent(problems)
    return made


def read_checklist(path: Path, name: str = "") -> Checklist:
    """As `load_checklist`, wherever the file stands and whatever it is called."""
    from sdprocess.content.checklist_checks import check, known_sections  # noqa: PLC0415  it needs the models above

    tree = load_yaml(path, name)
    made = build(Checklist, tree)
    if isinstance(made, tuple):
        raise InvalidContent(made)
    problems = check(made, tree, known_sections())
    if problems:
        raise InvalidContent(problems)
    return made.model_copy(update={"sha256": hashlib.sha256(path.read_bytes()).hexdigest()})
