"""The options that the text names, with what it says of each."""

from __future__ import annotations

import re

from sdprocess.checking.index import Sentence, Trait
from sdprocess.checking.insights.scope import MONEY, Scope
from sdprocess.content.cues import compile_source
from sdprocess.domain.insights import NOTHING, Alternative, Cell
from sdprocess.domain.text import BlockKind, Quote

MOST = 8
FEWEST_WORDS = 3
LONGEST_NAME = 140
MOST_FOLLOWING = 6
_NAMED = compile_source(
    r"(?m)^(?:alternatief|optie|variant|scenario|route|keuze) (?:\d|[a-e]|[iv]{1,3})\b|^(?:een|het|als|ander|"
    r"een ander|andere|mogelijk|eerste|tweede|derde) (?:ander )?(?:alternatief|alternatieve|optie|variant|"
    r"mogelijkheid|scenario)\b (?:is|was|zou|om|voor|kan)"
    r"|\b(?:een|het|ander|als) (?:mogelijk |ander )?alternatief (?:is|was|zou|voor|is om|kan|hiervoor)\b|"
    r"\been andere (?:mogelijkheid|optie|keuze|variant) (?:is|was|zou)\b"
    r"|\b(?:raad|u) (?:kan|kunt|zou) (?:er )?(?:ook |echter )?(?:voor )?(?:kiezen|besluiten)\b|\b(?:twee|drie|"
    r"vier|meerdere|verschillende) (?:varianten|alternatieven|scenario's|opties) (?:zijn |"
    r"werden )?(?:onderzocht|overwogen|afgewogen|vergeleken)\b"
    r"|\bniet gekozen (?:voor|om)\b|\b(?:overwogen is|is overwogen|hebben (?:wij )?overwogen) (?:om)?\b|"
    r"\b(?:variant|optie|alternatief) [a-e1-5] (?:is|betekent|houdt|gaat)\b"
)
_NUMBERED = compile_source(r"\b(?:scenario|variant|optie|alternatief) (?:[1-6]|[a-e]|[iv]{1,3}) ?:")
_NOTHING = compile_source(
    r"\b(?:ni(?:et|k)s doen|niet[sx]-?doen|nuloptie|nulalternatief|nulscenario|nul-optie|geen actie ondernemen|"
    r"ongewijzigd beleid|ongewijzigd voortzetten|huidige situatie (?:handhaven|te handhaven|laten)|"
    r"(?:als|indien|wanneer) (?:de raad|uw raad|u|het voorstel|dit voorstel|dit besluit|het besluit|wij|"
    r"het) (?:[\w'-]+ ){0,6}?niet (?:[\w'-]+ ){0,4}?(?:instemt|vaststelt|besluit|wordt|worden|doen|genomen|"
    r"aangenomen)|"
    r"bij het niet (?:vaststellen|instemmen|besluiten)|niet instemmen|niet vaststellen)\b"
)
_EMPTY = re.compile(
    r"\bgeen (?:reele? )?alternatie|\balternatieven (?:zijn|is) (?:er )?niet\b|"
    r"\bniet van toepassing\b"
)
_ALSO_OTHER = re.compile(
    r"\balternatieve (?:brandstof|route|locatie|vervoer|energie|werkvorm|bekostiging)|"
    r"\bbij gebrek aan alternatie"
)
_COST = re.compile(
    rf"{MONEY}|\b(?:kosten|kost|duurder|goedkoper|meerkosten|kostbaar|budgetneutraal|"
    rf"financiele (?:gevolgen|consequenties))\b"
)
_PRO = re.compile(
    r"\b(?:voordeel|voordelen|voordelig|positief|pluspunt|voor(?:zien)? pleit|sneller|beter|"
    r"goedkoper|geschikt|haalbaar|wenselijk)\b"
)
_CON = re.compile(
    r"\b(?:nadeel|nadelen|nadelig|negatief|bezwaar|bezwaren|risico|niet (?:haalbaar|wenselijk|mogelijk|"
    r"realistisch|uitvoerbaar|geschikt|passend)|onwenselijk|onvoldoende|"
    r"duurder|te duur|langer|vertraging|niet gekozen|afgevallen|valt af|vallen af|minder goed|onzeker)\b"
)
_EFFECT = re.compile(
    r"\b(?:leidt tot|leiden tot|betekent|zorgt|zorgen voor|heeft (?:als|tot) gevolg|gevolg|"
    r"effect|hierdoor|daardoor|waardoor|levert|dan (?:wordt|blijft|ontstaat|kan|moet|vervalt)|resulteert)\b"
)


def alternatives(scope: Scope) -> tuple[Alternative, ...]:
    """Options in the order of the text: the items under a heading of alternatives, and sentences that name one."""
    found: list[Alternative] = []
    seen: set[int] = set()
    named = {sentence.number for sentence, _, _ in scope.hits(_NAMED)}
    found.extend(_numbered(scope))
    seen.update(s.paragraph for s, _, _ in scope.hits(_NUMBERED) if found)
    for sentence, line in scope.lines():
        if sentence.number not in named and "alternatieven" not in sentence.names:
            continue
        if sentence.paragraph in seen or len(found) == MOST:
            continue
        if not _opens(scope, sentence, line, is_named=sentence.number in named):
            continue
        seen.add(sentence.paragraph)
        found.append(_option(scope, sentence, line))
    return tuple(found)


def _numbered(scope: Scope) -> list[Alternative]:
    """`Scenario 1: ... Scenario 2: ...`, also when they stand in one sentence; a single one is no list."""
    hits = list(scope.hits(_NUMBERED))
    made: dict[str, Alternative] = {}
    for place, (sentence, line, at) in enumerate(hits):
        following = hits[place + 1] if place + 1 < len(hits) else None
        stop = following[2] if following and following[0] is sentence else len(line)
        label = line[at:].split(":")[0].strip()
        made.setdefault(
            label,
            Alternative(
                quote=scope.quote(sentence, at),
                name=scope.cell(sentence, at, min(stop, at + LONGEST_NAME)),
                effect=_part(scope, sentence, (_EFFECT, at, stop)),
                cost=_part(scope, sentence, (_COST, at, stop)),
                pro=_part(scope, sentence, (_PRO, at, stop)),
                con=_part(scope, sentence, (_CON, at, stop)),
            ),
        )
    return list(made.values()) if len(made) > 1 else []


def _part(scope: Scope, sentence: Sentence, within: tuple[re.Pattern[str], int, int]) -> Cell:
    pattern, start, stop = within
    match = pattern.search(scope.index.line(sentence), start, stop)
    return scope.cell(sentence, max(start, match.start() - 40), min(stop, match.end() + 60)) if match else NOTHING


def do_nothing(scope: Scope) -> Quote | None:
    """Where the text says what happens without this decision."""
    for sentence, _, at in scope.hits(_NOTHING):
        if "beslispunten" not in sentence.names:
            return scope.quote(sentence, at)
    return None


def _opens(scope: Scope, sentence: Sentence, line: str, *, is_named: bool) -> bool:
    if sentence.traits & Trait.REPORTED or _EMPTY.search(line) or "beslispunten" in sentence.names:
        return False
    section, paragraph = scope.text.places[sentence.paragraph_id]
    own_section = "alternatieven" in section.names
    if own_section and paragraph.kind is BlockKind.LIST_ITEM and sentence.words >= FEWEST_WORDS:
        return True
    if section.names == ("alternatieven",) and sentence.words > FEWEST_WORDS:
        return True
    return is_named and not _ALSO_OTHER.search(line) and not line.endswith(":")


def _option(scope: Scope, sentence: Sentence, line: str) -> Alternative:
    told = _told(scope, sentence)
    end = len(line) if len(line) <= LONGEST_NAME else max(line.rfind(" ", 0, LONGEST_NAME), 1)
    return Alternative(
        quote=scope.quote(sentence),
        name=scope.cell(sentence, 0, end),
        effect=_sentence(scope, _EFFECT, told),
        cost=_sentence(scope, _COST, told),
        pro=_sentence(scope, _PRO, told),
        con=_sentence(scope, _CON, told),
    )


def _told(scope: Scope, opening: Sentence) -> list[Sentence]:
    """What is said of an option: the rest of its paragraph; of a list item also the plain paragraphs that follow."""
    told = [s for s in scope.by_paragraph[opening.paragraph] if s.number >= opening.number]
    places = scope.text.places
    if places[opening.paragraph_id][1].kind is BlockKind.LIST_ITEM:
        for number in range(opening.paragraph + 1, opening.paragraph + MOST_FOLLOWING):
            following = scope.by_paragraph.get(number, [])
            if not following or following[0].section != opening.section:
                break
            if places[following[0].paragraph_id][1].kind is BlockKind.LIST_ITEM:
                break
            told.extend(following)
    return told[: 2 * MOST_FOLLOWING]


def _sentence(scope: Scope, pattern: re.Pattern[str], told: list[Sentence]) -> Cell:
    """The first sentence that says something of this, cut to the length of a cell."""
    for sentence in told:
        match = pattern.search(scope.index.line(sentence))
        if match is not None:
            return Cell(
                " ".join(scope.quote(sentence, match.start()).text.split()), scope.quote(sentence, match.start())
            )
    return NOTHING
