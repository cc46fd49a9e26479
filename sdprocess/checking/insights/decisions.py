"""Earlier decisions and frames that the text names, and how this proposal stands to them."""

from __future__ import annotations

import re

from sdprocess.checking.index import Sentence
from sdprocess.checking.insights.scope import DATE, MONTHS, Scope
from sdprocess.content.cues import compile_source, fold
from sdprocess.domain.insights import Cell, Decision

MOST = 30
KINDS: tuple[tuple[str, str], ...] = (
    ("motie", r"moties?"),
    ("amendement", r"amendement(?:en)?"),
    ("toezegging", r"toezeggingen|toezegging"),
    ("raadsbesluit", r"raadsbesluit(?:en)?"),
    ("collegebesluit", r"collegebesluit(?:en)?"),
    ("brief", (r"(?:raads)?informatiebrief|raadsbrief|raadsinformatiebrief|collegebrief|collegebericht|"
        r"commissiebrief")),
    ("akkoord", (r"(?:coalitie|bestuurs|hoofdlijnen|collegeuitvoerings|raads|klimaat|prestatie)-?akkoord|"
        r"collegewerkprogramma|raadsprogramma|collegeprogramma|prestatieafspraken")),
    ("financieel-stuk", (r"(?:voorjaars|najaars|perspectief|zomer|kader|bestuurs)-?nota|programmabegroting|"
        r"meerjarenbegroting|jaarstukken|jaarrekening|bestuursrapportage|halfjaarbericht|berap")),
    ("visie", r"[a-z-]*visie"),
    ("plan", (r"(?:beleids|uitvoerings|actie|verkeers|mobiliteits|groen|water|riolerings|gezondheids|omgevings|"
        r"bestemmings|structuur|herstel|inpassings|veiligheids|energie|inrichtings)-?plan|programma van eisen|"
        r"uitvoeringsprogramma|uitvoeringsagenda|woonagenda|beleidsagenda")),
    ("nota", (r"(?:beleids|grond|start|discussie|welstands|handhavings|integratie|mantelzorg|cultuur|"
        r"crisis- en herstel)-?nota|startnotitie|beleidskader|beleidsregels?|toetsingskader|afwegingskader|"
        r"kaderstelling|masterplan|woonnota|[a-z]+strategie")),
    ("verordening", r"[a-z-]*verordening|gemeenschappelijke regeling"),
    ("onderzoek", r"rekenkamer(?:rapport|onderzoek)|tussenevaluatie|evaluatierapport|evaluatie van (?:het|de)"),
)  # fmt: skip
_KIND = re.compile("|".join(rf"(?P<k{n}>\b(?:{source})\b)" for n, (_, source) in enumerate(KINDS)))
_ANY_KIND = compile_source(rf"\b(?:{'|'.join(source for _, source in KINDS)})\b")
_ANOTHER = re.compile(rf" (?:en|of) (?:de |het )?(?=(?:{'|'.join(source for _, source in KINDS)})\b)")
"""Where the name of a second one begins: `de Kadernota Wonen en de Omgevingsvisie`."""

_NAME_TAIL = re.compile(
    r"(?:[ ,]*[(\"'“‘„][^\"'”’()\n]{3,90}[\"'”’)])|(?: (?:[A-Z][\w'&/-]*|van|voor|en|de|het|der|op|in|&|"
    r"20\d\d(?:[-–/ ]+(?:20)?\d\d)?|\d{4})(?=[ ,.;:)]|$)){1,10}"
)
_LEAD = re.compile(r"(?:(?<= )(?!De |Het |In |Op |Uw |Deze |Dit )[A-Z][a-z-]+ )+$")
_SPOKEN_NAME = re.compile(r" [A-Z][\w-]+(?: [\w'&-]+){1,7}(?= ?[,.(:;]|$)")
_LOOSE_END = re.compile(
    r"(?: (?:van|voor|en|de|het|der|op|in|&|aan|De|Het|In|Deze|Dit|Op|Voor))+(?:$|"
    r" (?=[A-Z][\w-]* 20\d\d$))"
)
_BODY = re.compile(
    r"\b(?:(?:uw |de )?(?:gemeente)?raad|uw raad|provinciale staten|gedeputeerde staten|algemeen bestuur|"
    r"dagelijks bestuur|het college|college van burgemeester en wethouders|"
    r"college van b(?: en |&)w|raadsvergadering|wij als college)\b"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:[-/ ]+(?:20)?\d\d)?\b")
"""Years in a name: they tell one piece from another, and are no day on which anything was decided."""
_DATED = re.compile(rf"\b{DATE}\b")
_NUMBER = re.compile(
    rf"(?!\w+ \d{{1,2}}(?: (?:{'|'.join(month[:3] for month in MONTHS)})| ?$))"
    r"\b(?:ris|rv|rib|bw|dso|nr\.? ?|nummer |motie |amendement |raadsvoorstel |raadsbesluit |zaaknummer |"
    r"kenmerk )[ .:]{0,2}(?!(?:van|op|in|voor|uit|tot|d\.d) )(?:[a-z]{1,4}[ .-]?)?\d[\d./-]*\d\b"
    r"|\b[a-z]{1,3}\d{2}[.-]\d{2,}\b|\b20\d\d[-_](?!20\d\d\b)(?:[a-z]+_?)?\d{3,}\b|\bm\d{2}-?\d{2,3}\b"
)
RELATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("wijkt-af", re.compile(r"\b(?:wijkt af|wijken af|afwijken van|afwijking van|in strijd met|afgeweken van)\b")),
    ("vervangt", re.compile(r"\b(?:vervangt|vervangen|ter vervanging|treedt in de plaats|opvolger van|intrekken|"
        r"ingetrokken|trekt in|in te trekken|komt te vervallen|actualiseert|actualisatie|herijking)\b")),
    ("wijzigt", re.compile(r"\b(?:wijziging (?:van|op)|wijzigt|te wijzigen|gewijzigd|aanpassing van|aangepast)\b")),
    ("voert-uit", re.compile(r"\b(?:uitvoering (?:te geven )?aan|ter uitvoering van|geeft invulling|"
        r"invulling (?:gegeven|te geven) aan|geven wij gehoor|afdoening|naar aanleiding van|opgedragen|verzocht)\b")),
    ("werkt-uit", re.compile(r"\b(?:werkt uit|uitwerking van|nadere uitwerking|uitgewerkt in|vloeit voort uit|"
        r"voortvloeit uit|vervolg op|concretiseert|draagt bij aan)\b")),
    ("binnen", re.compile(r"\b(?:past (?:binnen|in|bij)|passen (?:binnen|in|bij)|passend (?:binnen|in|bij)|"
        r"in lijn met|sluit aan (?:bij|op)|aansluitend (?:bij|op)|conform|overeenkomstig|op basis van|"
        r"op grond van|binnen de kaders|volgens|in overeenstemming met|voldoet aan|niet in strijd met)\b")),
)  # fmt: skip
_BETWEEN = re.compile(r"[,;(\"']|\ben\b|\bof\b")
_NOT_AGAINST = re.compile(r"\b(?:niet|geen) (?:in )?(?:strijd|afwijking)")
_OWN = re.compile(
    r"\b(?:deze|dit|onderhavige?|voorliggende?|bijgevoegde?|nieuwe?|ontwerp-?|concept-?|"
    r"voorgestelde) (?:ontwerp|concept)?$"
)
_TO_COME = re.compile(
    r"\b(?:positief|definitieve?|volgt|voorbehoud van|ontwerp|concept|voorlopige) ?(?:een |"
    r"het |de )?(?:[a-z]+ )?(?:raadsbesluit|collegebesluit|verordening|jaarrekening|nota|visie)"
)
_CHANGES = re.compile(r"wijzig|intrek|evaluatie|actualis|herijk|verleng")
FEWEST = 5


def decisions(scope: Scope) -> tuple[Decision, ...]:
    """One row for each name, the fullest mention of it; what this proposal itself makes is left out."""
    own_title = fold(scope.text.title)
    best: dict[str, tuple[int, Decision]] = {}
    for sentence, line, at in scope.hits(_ANY_KIND):
        match = _KIND.match(line, at)
        made = _decision(scope, sentence, (line, match), own_title) if match else None
        if made is None:
            continue
        key = fold(made.number.text or made.name.text)
        dated = made.date.found or bool(_YEARS.search(made.name.text))
        worth = sum((made.body.found, dated, made.number.found, bool(made.relation)))
        if key not in best or worth > best[key][0]:
            best[key] = (worth, made)
    kept = [made for worth, made in best.values() if worth]
    return tuple(_without_parts(kept)[:MOST])


def _decision(scope: Scope, sentence: Sentence, found: tuple[str, re.Match[str]], own_title: str) -> Decision | None:
    line, match = found
    kind = KINDS[int((match.lastgroup or "k0")[1:])][0]
    own = scope.own(sentence)
    tail = (_SPOKEN_NAME.match(own, match.end()) if kind in {"motie", "amendement"} else None) or _NAME_TAIL.match(
        own, match.end()
    )
    lead = _LEAD.search(own, 0, match.start())
    start = lead.start() if lead and lead.start() and lead.end() == match.start() else match.start()
    end = tail.end() if tail else match.end()
    other = _ANOTHER.search(line, match.end(), end)
    end = other.start() if other else end
    loose = _LOOSE_END.search(own, start, end)
    end = loose.start() if loose and loose.end() == end else end
    name = line[start:end]
    bare = not any(c.isalnum() for c in own[match.end() : end])
    if _OWN.search(line[max(0, start - 24) : start]):
        return None
    relation = _relation(line, start, end)
    if _is_made_here(sentence, kind, relation) or (
        bare and not _is_plain(kind, relation, line[match.end() : match.end() + 40])
    ):
        return None
    if name in own_title and len(name) > FEWEST and not _CHANGES.search(own_title):
        return None
    if _TO_COME.search(line, max(0, start - 30), end + 20):
        return None
    number = _match(scope, sentence, _NUMBER, line, (max(0, start - 10), min(len(line), end + 60)))
    near = (max(0, start - 90), min(len(line), end + 90))
    date = _match(scope, sentence, _DATED, line, near)
    return Decision(
        kind=kind,
        quote=scope.quote(sentence, start),
        name=scope.cell(sentence, start, end),
        body=_match(scope, sentence, _BODY, line, near),
        date=date,
        number=number,
        relation=relation,
    )


def _is_made_here(sentence: Sentence, kind: str, relation: str) -> bool:
    """Whether a point to decide on makes this itself, rather than lean on it."""
    made = kind in {"verordening", "visie", "plan", "nota", "financieel-stuk", "onderzoek"}
    return made and "beslispunten" in sentence.names and not relation


def _is_plain(kind: str, relation: str, after: str) -> bool:
    """Whether a kind without a name can be looked up: a date or number beside it, or the plan in force."""
    if _DATED.search(after) or _NUMBER.search(after):
        return True
    return kind == "plan" and relation in {"wijkt-af", "binnen"}


def _match(scope: Scope, sentence: Sentence, pattern: re.Pattern[str], line: str, span: tuple[int, int]) -> Cell:
    match = pattern.search(line, *span)
    return scope.cell(sentence, *match.span()) if match else Cell()


def _relation(line: str, start: int, end: int) -> str:
    """The relation said nearest to the name: before it in the sentence, or just after it."""
    before, after = line[max(0, start - 70) : start], line[end : end + 50]
    nearest: tuple[int, str] = (1000, "")
    for code, pattern in RELATIONS:
        for match in pattern.finditer(before):
            away = len(before) - match.end()
            if _BETWEEN.search(before, match.end()):
                continue
            code_here = "binnen" if code == "wijkt-af" and _NOT_AGAINST.search(before) else code
            nearest = min(nearest, (away, code_here))
        following = pattern.search(after)
        if following is not None and code in {"wijkt-af", "vervangt", "wijzigt", "voert-uit"}:
            nearest = min(nearest, (following.start() + 20, code))
    return nearest[1]


def _without_parts(found: list[Decision]) -> list[Decision]:
    """Without a bare name ("motie") that stands at the start of a fuller one in the list."""
    names = [fold(d.name.text) for d in found]
    return [
        d
        for d, name in zip(found, names, strict=True)
        if d.number.found or not any(other != name and other.startswith(name) for other in names)
    ]
