"""What counts for which kind of proposal: `checklists/soorten/<versie>.yaml` as a frozen, checked model.

A municipality changes this in its own content folder. It never changes a verdict: see ADR 0012.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sdprocess.content.checklist import Checklist
from sdprocess.content.cues import BadCue, compile_source, fold, union_source
from sdprocess.content.problems import Problem, build
from sdprocess.content.strict_yaml import Node, load_yaml
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef

FOLDER = "soorten"
"""The folder beside the checklists that holds these files."""
Text = Annotated[str, Field(min_length=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class ProposalKind(_Frozen):
    """One kind of proposal. subject: cues in its title or subject line. belongs: the checklist's kinds it stands for.

    strict, light, suggested: ids of questions; a question in none of them counts as usual. reason: why, for the reader.
    hits / misses: subjects that are this kind, and that are not; proved when the file is loaded.
    """

    id: Text
    title: Text = Field(alias="titel")
    reason: Text = Field(alias="reden")
    belongs: tuple[Text, ...] = Field((), alias="hoort_bij")
    subject: tuple[Text, ...] = Field((), alias="onderwerp")
    strict: tuple[Text, ...] = Field((), alias="streng")
    light: tuple[Text, ...] = Field((), alias="licht")
    suggested: tuple[Text, ...] = Field((), alias="nvt")
    hits: tuple[Text, ...] = Field(alias="raak", min_length=1)
    misses: tuple[Text, ...] = Field(alias="mis", min_length=1)


class ProposalKinds(_Frozen):
    """The whole file; the first kind that fits a subject holds, the last one is for what fits none."""

    format: Literal["soorten/1"] = Field(alias="schema")
    id: Text
    version: Text = Field(alias="versie")
    title: Text = Field(alias="titel")
    explanation: Text = Field(alias="toelichting")
    source: Text = Field(alias="bron")
    checklist: Text
    notions: dict[str, tuple[Text, ...]] = Field(default_factory=dict, alias="begrippen")
    kinds: tuple[ProposalKind, ...] = Field(alias="soorten", min_length=1)
    sha256: str = Field("", exclude=True, alias="_sha256")

    @property
    def ref(self) -> ContentRef:
        return ContentRef(self.id, self.version, self.sha256)

    @property
    def other(self) -> ProposalKind:
        """The kind of a proposal that is recognised as nothing in particular."""
        return self.kinds[-1]

    def kind(self, kind_id: str) -> ProposalKind:
        """Raises KeyError when there is none with this id."""
        for kind in self.kinds:
            if kind.id == kind_id:
                return kind
        raise KeyError(kind_id)

    def of_subject(self, line: str) -> ProposalKind | None:
        """The first kind with a cue in this line, None when there is none."""
        folded = fold(line).encode("ascii")
        return next((kind for kind, cues in _compiled(_Whole(self)) if cues.search(folded)), None)


class _Whole:
    """A file by identity, so that its cues are compiled once."""

    def __init__(self, kinds: ProposalKinds) -> None:
        self.kinds = kinds

    def __hash__(self) -> int:
        return hash(self.kinds.ref)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and other.kinds is self.kinds


@lru_cache(maxsize=8)
def _compiled(whole: _Whole) -> tuple[tuple[ProposalKind, Any], ...]:
    notions = whole.kinds.notions
    return tuple((k, compile_source(union_source(k.subject, notions))) for k in whole.kinds.kinds if k.subject)


def load_proposal_kinds(path: Path, name: str = "", checklists: Iterable[Checklist] = ()) -> ProposalKinds:
    """Read and check one file. checklists: those it may be about; without any, names of questions are not looked up.

    Raises InvalidContent with every problem.
    """
    tree = load_yaml(path, name)
    made = build(ProposalKinds, tree)
    if isinstance(made, tuple):
        raise InvalidContent(made)
    made = made.model_copy(update={"sha256": hashlib.sha256(path.read_bytes()).hexdigest()})
    problems: list[Problem] = [*_names(made, tree), *_cues(made, tree), *_fits(made, tree, tuple(checklists))]
    problems = problems or list(_proved(made, tree))
    if made.version != path.stem:
        problems.append(tree.problem("bestand-versie", "versie", given=made.version, expected=path.stem))
    if problems:
        ordered = sorted(problems, key=lambda p: p.line)
        raise InvalidContent(tuple(ordered))
    return made


def _names(made: ProposalKinds, tree: Node) -> Iterator[Problem]:
    """Kinds that stand twice, and questions in more than one list of a kind."""
    ids = Counter(kind.id for kind in made.kinds)
    for place, kind in enumerate(made.kinds):
        if ids[kind.id] > 1:
            yield tree.problem("profiel-soort-dubbel", "soorten", place, "id", name=kind.id)
        named = Counter((*kind.strict, *kind.light, *kind.suggested))
        for key, questions in _lists(kind):
            for question in questions:
                if named[question] > 1:
                    yield tree.problem("profiel-vraag-dubbel", "soorten", place, key, name=question)
        if not kind.subject and place < len(made.kinds) - 1:
            yield tree.problem("profiel-onderwerp-leeg", "soorten", place, name=kind.id)


def _lists(kind: ProposalKind) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("streng", kind.strict), ("licht", kind.light), ("nvt", kind.suggested))


def _cues(made: ProposalKinds, tree: Node) -> Iterator[Problem]:
    for place, kind in enumerate(made.kinds):
        try:
            source = union_source(kind.subject, made.notions)
            if source:
                compile_source(source)
        except BadCue as bad:
            yield tree.problem(bad.code, "soorten", place, "onderwerp", name=bad.what)


def _fits(made: ProposalKinds, tree: Node, checklists: tuple[Checklist, ...]) -> Iterator[Problem]:
    """Questions and kinds that no version of the checklist has."""
    if not checklists:
        return
    about = [c for c in checklists if c.id == made.checklist]
    if not about:
        yield tree.problem("proces-checklist-onbekend", "checklist", name=made.checklist)
        return
    questions = {q.id for c in about for q in c.questions}
    kinds = {k.id for c in about for k in c.recognising.proposals}
    for place, kind in enumerate(made.kinds):
        for key, names in _lists(kind):
            for name in (n for n in names if n not in questions):
                yield tree.problem("profiel-vraag-onbekend", "soorten", place, key, name=name)
        for name in (n for n in kind.belongs if n not in kinds):
            yield tree.problem("profiel-soort-onbekend", "soorten", place, "hoort_bij", name=name)


def _proved(made: ProposalKinds, tree: Node) -> Iterator[Problem]:
    """Examples that are taken for another kind than the file says."""
    for place, kind in enumerate(made.kinds):
        examples: Mapping[str, tuple[str, ...]] = {"raak": kind.hits, "mis": kind.misses}
        for key, subjects in examples.items():
            for at, subject in enumerate(subjects):
                found = made.of_subject(subject) or made.other
                if (found.id == kind.id) is not (key == "raak"):
                    code = "profiel-raakt-niet" if key == "raak" else "profiel-raakt-wel"
                    yield tree.problem(code, "soorten", place, key, at, example=subject, kind=found.id)
