"""A proceskader as frozen values: states, transitions with their guards, and example paths. Dutch keys are aliases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from sdprocess.content.advice import AdviceRound
from sdprocess.content.gates import GuardUse, Requirements, guards_in
from sdprocess.content.guard_names import COUNCILS_DECIDED, DOCUMENT_GUARDS
from sdprocess.content.problems import Problem, build
from sdprocess.content.refs import VERSION, sha256_of
from sdprocess.content.strict_yaml import Node, load_yaml
from sdprocess.content.terms import NO_TERM, TermSpec
from sdprocess.content.workflow_checks import check_workflow_tree
from sdprocess.content.workflow_examples import Example, Text
from sdprocess.content.workflow_shape import spell_out
from sdprocess.content.yaml_text import as_yaml
from sdprocess.domain.advice import AdviceKind
from sdprocess.domain.dossier import STELLER, Side
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef

PolicyStep = Literal["agenderen", "voorbereiden", "vaststellen", "uitvoeren", "evalueren", "aanpassen"]
POLICY_STEPS: tuple[PolicyStep, ...] = (
    "agenderen",
    "voorbereiden",
    "vaststellen",
    "uitvoeren",
    "evalueren",
    "aanpassen",
)
"""The six steps of the policy process, in order: the columns of the board."""

Bob = Literal["beeldvorming", "oordeelsvorming", "besluitvorming"]

PROCESS_QUESTIONS = 3
"""So many questions a short evaluation of the process has."""

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Roles = Annotated[tuple[Text, ...], Field(min_length=1)]


def _three(questions: tuple[str, ...]) -> tuple[str, ...]:
    if len(questions) != PROCESS_QUESTIONS:
        raise PydanticCustomError("proces-evaluatie-drie", "proces-evaluatie-drie", {"count": len(questions)})
    return questions


class State(_Frozen):
    """A toestand. side: how wide the dossier is visible at least, once it has been here. term: see `planning.terms`.

    process_questions: this is a moment to evaluate the process itself, with these three questions.
    aside: not on the main line; the step strip shows it only when the dossier is or was there. checklist: what a
    document that comes in here is judged with; without it that of the whole.
    """

    id: Annotated[str, Field(alias="#id", pattern=ID)]
    title: Annotated[Text, Field(alias="titel")]
    step: Annotated[PolicyStep, Field(alias="stap")]
    bob: Bob | None = None
    begin: bool = False
    end: Annotated[bool, Field(alias="eind")] = False
    aside: Annotated[bool, Field(alias="zijpad")] = False
    turn: Annotated[tuple[Text, ...], Field(alias="wie_aan_zet")] = ()
    involved: Mapping[str, Text] = Field(default_factory=lambda: MappingProxyType({}), alias="betrokken")
    term: Annotated[TermSpec, Field(alias="termijn")] = NO_TERM
    products: Annotated[tuple[Text, ...], Field(alias="producten")] = ()
    questions: Annotated[tuple[Text, ...], Field(alias="vragen")] = ()
    process_questions: Annotated[tuple[Text, ...], AfterValidator(_three), Field(alias="procesevaluatie")] = ()
    side: Annotated[Side, Field(alias="zijde")]
    advice: Annotated[AdviceRound | None, Field(alias="adviezen")] = None
    initials: Annotated[AdviceRound | None, Field(alias="parafen")] = None
    checklist: Text | None = None

    @property
    def rounds(self) -> tuple[tuple[AdviceKind, AdviceRound], ...]:
        """Who is asked when a dossier enters: advice first, then parafen."""
        both = ((AdviceKind.ADVICE, self.advice), (AdviceKind.INITIALS, self.initials))
        return tuple((kind, round_) for kind, round_ in both if round_ is not None)


class Transition(_Frozen):
    """An overgang. decision: what the council decided by it, in words for residents.

    hand_over: from here on the council side sees the dossier. follow_up: id of the proceskader on which a next dossier
    then opens.
    """

    id: Annotated[str, Field(alias="#id", pattern=ID)]
    title: Annotated[Text, Field(alias="titel")]
    sources: Annotated[tuple[Text, ...], Field(alias="van", min_length=1)]
    target: Annotated[Text, Field(alias="naar")]
    by: Annotated[Roles, Field(alias="door")]
    guards: Annotated[Requirements, Field(alias="mits")] = ()
    reason: Annotated[Literal["verplicht", "geen"], Field(alias="reden")] = "geen"
    hand_over: Annotated[bool, Field(alias="overdracht")] = False
    decision: Annotated[str, Field(alias="besluit")] = ""
    follow_up: Annotated[str, Field(alias="vervolg")] = ""

    @property
    def needs_reason(self) -> bool:
        """Whether whoever does this owes a reason."""
        return self.reason == "verplicht"


class ReleaseRule(_Frozen):
    """Who may release (vrijgeven) and the gate that must hold, unless they deviate with a reason."""

    by: Annotated[Roles, Field(alias="door")]
    guards: Annotated[Requirements, Field(alias="mits")] = ()


class Workflow(_Frozen):
    """A proceskader. Loaded with `load_workflow`, which also checks the graph."""

    schema_name: Annotated[Literal["proceskader/1"], Field(alias="schema")]
    id: Annotated[str, Field(pattern=ID)]
    version: Annotated[str, Field(alias="versie", pattern=rf"^{VERSION.pattern}$")]
    title: Annotated[Text, Field(alias="titel")]
    explanation: Annotated[Text, Field(alias="toelichting")]
    source: Annotated[Text, Field(alias="bron")]
    checklist: Annotated[str, Field(pattern=ID)] | None = None
    roles: Annotated[Mapping[str, Text], Field(alias="rollen")]
    opened_by: Annotated[Roles, Field(alias="openen")] = (STELLER,)
    states: Annotated[tuple[State, ...], Field(alias="toestanden", min_length=1)]
    transitions: Annotated[tuple[Transition, ...], Field(alias="overgangen", min_length=1)]
    release: Annotated[ReleaseRule | None, Field(alias="vrijgave")] = None
    examples: Annotated[tuple[Example, ...], Field(alias="voorbeelden", min_length=1)]

    _sha256: str = PrivateAttr(default="")

    @property
    def ref(self) -> ContentRef:
        """What a dossier pins: id, version and hash of the file."""
        return ContentRef(self.id, self.version, self._sha256)

    def pinned(self, sha256: str) -> Workflow:
        """Itself, knowing the hash of the file it was read from. For the loader only."""
        self._sha256 = sha256
        return self

    @property
    def begin(self) -> State:
        """Where every dossier starts."""
        return next(s for s in self.states if s.begin)

    def state(self, id: str) -> State:  # noqa: A002  the word of the file
        """Raises KeyError for an unknown state."""
        return next((s for s in self.states if s.id == id), None) or _missing(id)

    def transition(self, id: str) -> Transition:  # noqa: A002
        """Raises KeyError for an unknown transition."""
        return next((t for t in self.transitions if t.id == id), None) or _missing(id)

    def moves_from(self, state: str) -> tuple[Transition, ...]:
        """The transitions that leave a state, in the order of the file."""
        return tuple(t for t in self.transitions if state in t.sources)

    def guard_uses(self) -> Iterator[tuple[tuple[str | int, ...], GuardUse]]:
        """Every guard with its place in the file, also those in groups."""
        for t in self.transitions:
            yield from guards_in(t.guards, ("overgangen", t.id, "mits"))
        yield from guards_in(self.release.guards if self.release else (), ("vrijgave", "mits"))

    @property
    def takes_documents(self) -> bool:
        """Whether dossiers on it have a document: one can be released, or a gate asks for one."""
        return self.release is not None or any(use.name in DOCUMENT_GUARDS for _, use in self.guard_uses())

    @property
    def asks_councils(self) -> bool:
        """Whether a dossier keeps a list of councils that each decide: a guard waits for them."""
        return any(use.name == COUNCILS_DECIDED for _, use in self.guard_uses())

    def waits_for_councils(self, state: str) -> bool:
        """Whether a transition that leaves this state waits for them: its term is then the last day for all."""
        uses = (use for t in self.moves_from(state) for _, use in guards_in(t.guards, ()))
        return any(use.name == COUNCILS_DECIDED for use in uses)

    def is_back(self, transition: Transition, state: str) -> bool:
        """Whether it goes to a state that comes earlier in the file than `state`."""
        order = [s.id for s in self.states]
        return order.index(transition.target) < order.index(state)


def _missing(name: str) -> Any:
    raise KeyError(name)


def read_workflow(source: Path | str, name: str = "") -> tuple[Workflow, Node]:
    """The checked workflow in a file anywhere (a Path) or in a text (a str), and its tree.

    Raises InvalidContent with all problems.
    """
    tree = load_yaml(source, name)
    plain, misshapen = spell_out(tree)
    built = build(Workflow, tree, plain)
    if isinstance(built, tuple):
        raise InvalidContent(_together(misshapen, built))
    if misshapen:
        raise InvalidContent(misshapen)
    problems = check_workflow_tree(built, tree)
    if problems:
        raise InvalidContent(problems)
    return built.pinned(sha256_of(source)), tree


def draft_workflow(plain: Mapping[str, Any]) -> Workflow:
    """The workflow that plain values spell: well-formed, its graph and examples unchecked. Raises InvalidContent.

    For what is being made; a workflow that dossiers follow comes from `read_workflow`.
    """
    tree = load_yaml(as_yaml(dict(plain)))
    spelled, misshapen = spell_out(tree)
    built = build(Workflow, tree, spelled)
    if isinstance(built, tuple) or misshapen:
        raise InvalidContent(_together(misshapen, built if isinstance(built, tuple) else ()))
    return built


def _together(misshapen: tuple[Problem, ...], built: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Both kinds of problems, without what the model says of keys and lines that could not be spelled out."""
    lines = {p.line for p in misshapen}
    others = tuple(p for p in built if p.line not in lines and not str(p.facts.get("key", "")).startswith("#"))
    return tuple(sorted(misshapen + others, key=lambda p: p.line))


def load_workflow(path: Path, name: str = "") -> Workflow:
    """The workflow in `workflows/<id>/<version>.yaml`. Raises InvalidContent, also when place and content disagree."""
    workflow, tree = read_workflow(path, name)
    problems: list[Problem] = []
    if workflow.id != path.parent.name:
        problems.append(tree.problem("bestand-id", "id", given=workflow.id, expected=path.parent.name))
    if workflow.version != path.stem:
        problems.append(tree.problem("bestand-versie", "versie", given=workflow.version, expected=path.stem))
    if problems:
        raise InvalidContent(tuple(problems))
    return workflow
