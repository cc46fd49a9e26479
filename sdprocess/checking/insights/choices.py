"""Choices that are still to be made: which, by whom, when, and whether the council sees them again."""

from __future__ import annotations

import re
from dataclasses import replace

from sdprocess.checking.index import Sentence, Trait
from sdprocess.checking.insights.scope import TERM, Scope
from sdprocess.content.cues import compile_source
from sdprocess.domain.insights import NOTHING, Cell, OpenChoice

MOST = 15
LONGEST = 200
_STILL = compile_source(
    r"\b(?:nog te maken keuzes?|keuzes? (?:die )?(?:nog|later)|(?:wordt|worden|zal|zullen|moet|moeten|dient|"
    r"dienen) (?:[\w',-]+ ){0,8}?"
    r"(?:nader |nog |verder |later |in een later stadium )(?:[\w'-]+ ){0,4}?(?:uitgewerkt|uit te werken|bepaald|"
    r"te bepalen|vastgesteld|besloten|ingevuld|onderzocht|bekeken|afgewogen|gekozen|worden uitgewerkt)"
    r"|(?:wordt|worden|zal|zullen) (?:[\w',-]+ ){0,6}?(?:uitgewerkt|geconcretiseerd) (?:in|"
    r"tot) (?:[\w'-]+ ){0,4}?(?:uitvoerings\w+|plan|programma|agenda|voorstel|ontwerp|beleidsregels?|regels)"
    r"|(?:komen|komt) (?:wij|we|het college) (?:[\w',-]+ ){0,8}?(?:bij uw raad |bij u |hierop |hier op |"
    r"daarop )(?:nog |later )?terug|(?:definitieve|verdere|concrete) (?:keuze|invulling|uitwerking|besluit|"
    r"besluitvorming) (?:[\w',-]+ ){0,6}?(?:volgt|plaats|later|genomen|gemaakt)"
    r"|(?:werkt|werken) (?:[\w',-]+ ){1,10}?(?:nader|verder|later) uit"
    r"|(?:nader|verder|later|nog) (?:uit te werken|uitgewerkt|te bepalen|in te vullen|vast te stellen)"
    r"|nog (?:geen besluit|niet besloten|niet bepaald|te besluiten|te kiezen|niet duidelijk)"
    r"|(?:komen|komt|keren|keert|kom) (?:[\w',-]+ ){0,8}?terug (?:bij|naar|in|op|aan) (?:[\w'-]+ ){0,2}?(?:raad|"
    r"commissie)"
    r"|(?:leggen|legt|ligt|voorgelegd|aangeboden|aanbieden|voorleggen) (?:[\w',-]+ ){0,8}?(?:aan|"
    r"ter besluitvorming) (?:[\w'-]+ ){0,3}?raad"
    r"|(?:aan (?:de|uw) (?:gemeente)?raad|ter besluitvorming|ter vaststelling) (?:[\w',-]+ ){0,8}?(?:voorgelegd|"
    r"aangeboden|voorleggen|aanbieden|voor te leggen)"
    r"|college (?:[\w'-]+ ){0,3}?nadere regels|volgt (?:een|nog een|er een) (?:[\w-]+ )?(?:raads)?voorstel|"
    r"(?:apart|separaat|afzonderlijk) (?:raads)?voorstel"
    r"|(?:uitvoeringsprogramma|uitvoeringsplan|uitwerkingsplan|plan van aanpak) (?:[\w',-]+ ){0,6}?(?:opgesteld|"
    r"opstellen|uitgewerkt|opgeleverd|volgt))\b"
)
_PAST = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|hebben|had|werd|werden) (?:[\w',-]+ ){0,10}?(?:voorgelegd|"
    r"aangeboden|opgesteld|uitgewerkt|besloten|vastgesteld|ingevuld|bepaald)\b"
)
_THIS = re.compile(
    r"\b(?:hieronder|hierna|op pagina|in dit (?:raads)?voorstel|voorliggend\w*|in de bijlage|niet (?:verder|"
    r"nader)|bij deze|hierbij|met dit (?:raads)?voorstel|om te kunnen besluiten|"
    r"daarom (?:wordt|worden|leggen|legt)|leggen wij (?:deze|dit|u|het)|stemgewicht|eveneens terug|"
    r"roepen [\w ]{2,20} op|opgeroepen|voorgesteld wordt|ontwerpstudie|alsnog aan|in aanvulling)\b"
)
_GIVEN = re.compile(
    r"\b(?:aan|bij) (?:de |uw )?(?P<raad>(?:gemeente)?raad)\b[^.\n]{0,60}\b(?:vaststel\w*|"
    r"besluit\w*|voorgelegd|voorleggen)|\bter (?:vaststelling|besluitvorming) (?:[\w'-]+ ){0,3}?(?:aan|"
    r"naar) (?:de |uw )?(?P<ook>(?:gemeente)?raad)\b"
)
_LAID_BEFORE = re.compile(r"\b(?:voorgelegd|aangeboden|voorleggen|aanbieden|voor te leggen|leggen|legt)\b")
_LATER_CUE = re.compile(
    r"\b(?:zal|zullen|dan|op dat moment|afzonderlijk|apart|separaat|later|nader|nog|"
    r"volgend\w*|daarna|vervolgens|na (?!de behandeling)|zodra|kwartaal|20\d\d|begroting|voorjaarsnota|"
    r"najaarsnota|te zijner tijd)\b"
)
_COUNCIL = re.compile(
    r"\b(?:raad|gemeenteraad|raadscommissie|commissie|raadsvoorstel|u|college)\b(?! van burgemeester)"
)
_FUTURE = re.compile(
    r"\b(?:zal|zullen|wordt|worden|nog|later|moet|moeten|volgt|komt|komen|nader|gaan|gaat|"
    r"leggen wij|dient|dienen)\b"
)
_WHO = re.compile(
    r"\b(?:(?:uw |de )?(?:gemeente)?raad|het college|ons college|wij|het presidium|de portefeuillehouder|"
    r"provinciale staten|de provincie|het algemeen bestuur|"
    r"de (?:[a-z]+)?corporatie|de projectgroep|de werkgroep|initiatiefnemer)\b"
)
_DECIDES = re.compile(
    r"\b(?:besluit|besluiten|stelt vast|vaststellen|vast te stellen|kiest|bepaalt|bepalen|"
    r"maakt de keuze|werken|werkt|leggen|legt|stellen|stelt|komen|komt|nadere regels)\b"
)
_BACK = re.compile(
    r"\b(?:terug (?:bij|naar|in|aan) (?:[\w'-]+ ){0,2}?(?:raad|commissie)|(?:aan|door|naar|met) (?:de |uw |"
    r"u als )(?:gemeente)?(?:raad|commissie)|ter besluitvorming|ter vaststelling|"
    r"ter kennisname|(?:raads)?informatiebrief|(?:raad|u) (?:wordt|worden|"
    r"hierover) (?:[\w'-]+ ){0,4}?geinformeerd|raadsvoorstel|bevoegdheid van het college)\b"
)
_POINTS_BACK = re.compile(r"(?:dat|dit|deze|die|daar\w*|hier\w*|het) ")
_DENIED = re.compile(r"\b(?:niet|geen)(?: (?:meer|apart|opnieuw))? $")
_LATER = re.compile(
    r"\b(?:bij|in|met) (?:de |het )?(?:voorjaarsnota|najaarsnota|kadernota|perspectiefnota|"
    r"begroting|uitvoeringsprogramma|volgende fase|bestemmingsplan|omgevingsplan)(?: 20\d\d)?\b|"
    r"\bte zijner tijd\b|\bop (?:een )?later moment\b"
)


def choices(scope: Scope) -> tuple[OpenChoice, ...]:
    """One row for each sentence that leaves something to be decided later."""
    found = []
    seen: set[int] = set()
    for sentence, line, at in scope.hits(_STILL):
        if sentence.number in seen or "beslispunten" in sentence.names or sentence.traits & Trait.REPORTED:
            continue
        seen.add(sentence.number)
        if (_PAST.search(line) and not re.search(r"\b(?:nog|later|nader)\b", line)) or not _FUTURE.search(line):
            continue
        if _THIS.search(line) or (_LAID_BEFORE.search(line, at) and not _LATER_CUE.search(line)):
            continue
        found.append(_choice(scope, sentence, line, at))
        if len(found) == MOST:
            break
    return tuple(found)


def _choice(scope: Scope, sentence: Sentence, line: str, at: int) -> OpenChoice:
    when = scope.first(TERM, [sentence])
    return OpenChoice(
        quote=scope.quote(sentence, at),
        choice=_what(scope, sentence, line),
        who=_who(scope, sentence, line),
        when=when if when.found else scope.first(_LATER, [sentence]),
        back=_back(scope, sentence, line),
    )


def _what(scope: Scope, sentence: Sentence, line: str) -> Cell:
    """The sentence itself; with the one before it when it only points back ("Dat komt later terug")."""
    end = len(line) if len(line) <= LONGEST else line.rfind(" ", 0, LONGEST)
    own = scope.cell(sentence, 0, end if end > 0 else LONGEST)
    before = [s for s in scope.by_paragraph.get(sentence.paragraph, ()) if s.number < sentence.number]
    if not before or not _POINTS_BACK.match(line):
        return own
    return replace(own, text=f"{' '.join(scope.own(before[-1]).split())[:LONGEST]} {own.text}")


def _back(scope: Scope, sentence: Sentence, line: str) -> Cell:
    """Where it says that the council sees it again, or that it does not."""
    match = _BACK.search(line) if _COUNCIL.search(line) else None
    if match is None:
        return NOTHING
    denied = _DENIED.search(line[: match.start()])
    return scope.cell(sentence, denied.start() if denied else match.start(), match.end())


def _who(scope: Scope, sentence: Sentence, line: str) -> Cell:
    """Whoever is named beside a verb of deciding or doing; the council when the choice is laid before it."""
    given = _GIVEN.search(line)
    if given is not None:
        return scope.cell(sentence, *given.span("raad" if given["raad"] else "ook"))
    if _DECIDES.search(line) is None:
        return NOTHING
    for match in _WHO.finditer(line):
        if re.search(r"\b(?:aan|bij|naar|door|met|in) $", line[: match.start()]):
            continue
        return scope.cell(sentence, *match.span())
    return NOTHING
