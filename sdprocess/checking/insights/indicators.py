"""Goals and indicators with their six parts, from running text. Money, periods and policy parameters are none."""

from __future__ import annotations

import re

from sdprocess.checking.index import Sentence, Trait
from sdprocess.checking.insights.scope import DATE, TERM, Scope
from sdprocess.checking.insights.tables import indicator_rows
from sdprocess.domain.insights import NOTHING, Cell, Indicator, Nature

MOST = 25
MOST_GOALS = 8
FEWEST_WORDS = 5
GOAL_SECTIONS = frozenset({"beoogd-effect", "doel"})
LONGEST_NAME = 160

NUM = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend"
_PEOPLE = (
    r"inwoners|bewoners|huishoudens|gezinnen|clienten|jongeren|ouderen|kinderen|leerlingen|studenten|mensen|"
    r"werkzoekenden|"
    r"statushouders|mantelzorgers|vrijwilligers|bezoekers|deelnemers|ondernemers|bedrijven|patienten|"
    r"bijstandsgerechtigden|"
    r"slachtoffers|verkeersslachtoffers|daklozen|zwerfjongeren"
)
_THINGS = (
    r"woningen|appartementen|studio's|plaatsen|parkeerplaatsen|laadpalen|laadpunten|bomen|trainingen|"
    r"bijeenkomsten|cursussen|"
    r"projecten|adviezen|meldingen|klachten|ongevallen|inbraken|huisbezoeken|activiteiten|zonnepanelen|scholen|banen|"
    r"arbeidsplaatsen|bedden|opvangplekken|plekken|hectare|m2|kilometer|kwh|kton|ton co2"
)
_UNIT = (
    rf"%|procentpunten|procentpunt|procent|(?:sociale |betaalbare |nieuwe |extra |zelfstandige |"
    rf"grondgebonden |vrije ?sector-?|sociale huur|huur)?(?:{_PEOPLE}|{_THINGS})"
)
_VALUE = rf"(?:(?:een |rapport)?cijfer (?:van )?(?:minimaal )?(?:een )?\d(?:,\d)?|\b(?:{NUM}) ?(?:{_UNIT})(?![\w-]))"
_MEASURE = re.compile(_VALUE)
_CHANGE = re.compile(
    rf"\b(?:van|lag op|is nu|was) (?P<from>(?!(?:19|"
    rf"20)\d\d\b)(?:{NUM}) ?(?:{_UNIT})?)(?![\w.-])[^.\n]{{0,60}}?\bnaar (?:minimaal |maximaal |ten minste |"
    rf"minstens )?"
    rf"(?P<to>(?:{NUM}) ?(?:{_UNIT}))(?![\w-])"
)
_TARGET_CUE = re.compile(
    r"\b(?:streef\w*|streven|nastreven|doel|doelen|doelstelling\w*|ambitie\w*|beogen|beoogd\w*|moet|moeten|"
    r"willen|wil|minimaal|ten minste|tenminste|"
    r"minstens|maximaal|hoogstens|stijg\w*|daal\w*|dalen|toenem\w*|toename|afnem\w*|afname|verhog\w*|verlag\w*|"
    r"verminder\w*|"
    r"vergro\w*|gehalveerd|halveren|halvering|verdubbel\w*|groeien|groeit|norm|opgave|realiseren|terugdringen|"
    r"terugbrengen)\b"
)
_TARGET = re.compile(
    rf"\b(?:naar|tot|op|minimaal|ten minste|tenminste|minstens|maximaal|hoogstens|met|streefwaarde\w*(?: is|"
    rf" van|:)?|norm(?: is| van)?|doel(?: is|:)?|"
    rf"ambitie is|opgave van|realiseren van|realisatie van) (?:minimaal |maximaal |ten minste |minstens |een |"
    rf"ruim |nog )?(?P<to>{_VALUE})"
)
_BASE = re.compile(
    rf"\b(?:nulmeting|0-meting|nulwaarde|startwaarde|beginwaarde|uitgangswaarde|peildatum|nu|momenteel|"
    rf"op dit moment|huidige?|in 20\d\d (?:was|lag|waren|had|hadden))\b"
    rf"[^.\n]{{0,50}}?(?P<from>{_VALUE})"
)
_NAME = re.compile(
    r"\b(?:het )?(?:aandeel|percentage|aantal|deel van de|(?:rapport)?cijfer voor|waardering voor|"
    r"tevredenheid \w+|uitstoot van|gebruik van)\b"
    r"(?: (?!(?:dat|die|wordt|worden|is|zijn|was|moet|moeten|stijgt|daalt|stijgen|dalen|van \d|met \d|tot|naar|"
    r"neemt|in 20\d\d)\b)[\w'-]+){1,9}"
)
_SOURCE = re.compile(
    r"\b(?:bron ?:|gemeten (?:met|via|door)|blijkt uit|volgens) (?:de |het |een )?(?:cijfers|meting|onderzoek|"
    r"enquete|monitor|registratie|[a-z-]*monitor|[a-z-]*onderzoek|[a-z-]*peiling|cbs|ggd)\b[\w '-]{0,40}|"
    r"\b(?:cijfers van het cbs|cijfers van de ggd|waarstaatjegemeente(?:\.nl)?|[a-z-]*monitor|"
    r"burgerpeiling|inwonerspanel|stadspanel|(?:client)?ervaringsonderzoek|klanttevredenheidsonderzoek|"
    r"omnibusonderzoek)\b"
)
_OFTEN = re.compile(
    r"\b(?:jaarlijkse?|halfjaarlijkse?|tweejaarlijkse?|vierjaarlijkse?|maandelijkse?|per kwartaal|elk (?:jaar|"
    r"kwartaal)|ieder jaar|om de (?:twee|drie|vier) jaar|"
    r"(?:eens|een keer|eenmaal|twee keer|tweemaal) per (?:jaar|twee jaar|vier jaar|maand))\b"
)
_NO_INDICATOR = re.compile(
    r"\b(?:btw|ozb|tarief|tarieven|tariefstijging|leges|belasting\w*|index\w*|inflatie|rente\w*|afschrijving\w*|"
    r"trend\w*|cao|loon\w*|prijs\w*|prijzen|"
    r"begroting\w*|budget\w*|aandeel van (?:de gemeente|[a-z]+ gaat)|baten|lasten|opslag|dekking|reserve|"
    r"voorziening|boete|uren per week|per m2|per vierkante meter|liter|artikel|stemmen|zienswijzen?|"
    r"weerstandsvermogen|ratio|solvabiliteit|schuldquote|rapporteringsgrens|goedkeuringstolerantie|bijdrage|"
    r"aandelen|zetels|leden)\b|\bn ?= ?\d"
)
_PERIOD = re.compile(rf"\b(?:van|tussen) {DATE}|\bvan \d{{1,2}}(?::\d\d)? (?:uur )?tot \d{{1,2}}")
_OUTCOME = re.compile(
    r"\b(?:aandeel|percentage|tevreden\w*|rapportcijfer|cijfer|gezond\w*|eenza\w+|veilig\w*|armoede|uitstoot|"
    r"co2|schulden|overgewicht|overlast|"
    r"ongevallen|slachtoffers|inbraken|werkloos\w*|uitval|schooluitval|verzuim|leefbaar\w*|ervaren|ervaart|"
    r"vertrouwen|meedoen|zelfredzaam\w*|kwaliteit van leven|"
    r"welzijn|kansen|hergebruik|restafval|bereikbaar\w*|doorstroming|minder|beter\w*|verbeter\w*|verminder\w*|"
    r"versterk\w*|vergro\w*|bevorder\w*|stimuler\w*|voorkom\w*|aantrekkelijk\w*|ontwikkel\w*)\b"
)
_OUTPUT = re.compile(
    rf"\b(?:{_THINGS}|realiseren|realisatie|bouwen|aanleggen|aanleg|opstellen|vaststellen|vaststelling|"
    rf"inrichten|plaatsen van|uitvoeren van|"
    r"organiseren|vastgesteld|ingesteld|aangelegd|beschikbaar stellen|instellen|aanpassen|actualiseren|"
    r"ingestelde?|voldoen aan|te stellen|mogelijk maken|mogelijk te maken|vaststelling|besluit|verordening|"
    r"bestemmingsplan)\b"
)
_TAIL = re.compile(r"(?: (?:met|van|tot|naar|op|in|ruim|zal|zullen))? ?\d.*$|(?: (?:zal|zullen|met|van|tot|naar))$")
_GOAL_CUE = re.compile(
    r"\b(?:zodat|beter\w*|meer|minder|verbeter\w*|verminder\w*|versterk\w*|bevorder\w*|"
    r"vergro\w*|voorkom\w*|behoud\w*|stimuler\w*|bijdrag\w*|draagt bij|ten goede)\b"
)
_NO_GOAL = re.compile(
    r"\b(?:zijn|is) [^.\n]{0,20}(?:middelen|geld) [^.\n]{0,12}nodig|^te weten\b|"
    r"^(?:het )?(?:bedrag|krediet)\b"
)
_GOAL_TERM = re.compile(
    rf"\b(?:uiterlijk|eind|begin|medio|voor|tot|vanaf|in|per|"
    rf"met ingang van) (?:het jaar )?(?:{DATE}|20\d\d)\b|\bbinnen (?:\d+|een|twee|drie|vier|vijf) (?:maanden|"
    rf"jaar|jaren)\b"
)
_DIGIT = re.compile(r"\d")
_FIXED = re.compile(r"\bwoningen|woonruimte")


def indicators(scope: Scope) -> tuple[Indicator, ...]:
    """Rows of tables first, then sentences with a figure, then goals without one; every sentence at most once."""
    found = list(indicator_rows(scope))
    goals = 0
    for paragraph in scope.by_paragraph.values():
        for sentence in paragraph:
            line = scope.index.line(sentence)
            row = _with_figure(scope, sentence, line, paragraph)
            if row is None and goals < MOST_GOALS and sentence.names & GOAL_SECTIONS:
                row = _goal(scope, sentence, line, paragraph)
                goals += row is not None
            if row is not None:
                found.append(row)
    return tuple(found[:MOST])


def _with_figure(scope: Scope, sentence: Sentence, line: str, around: list[Sentence]) -> Indicator | None:
    if _DIGIT.search(line) is None and "halver" not in line and "verdubbel" not in line:
        return None
    in_goal = bool(sentence.names & GOAL_SECTIONS)
    if sentence.traits & Trait.REPORTED or _PERIOD.search(line) or _NO_INDICATOR.search(line):
        return None
    name = _NAME.search(line)
    change = _CHANGE.search(line)
    target = change or _TARGET.search(line)
    if target is None and not (in_goal and _MEASURE.search(line)):
        return None
    if not (in_goal or (name is not None and _TARGET_CUE.search(line)) or (change is not None and "%" in change["to"])):
        return None
    if not (in_goal or name is not None or _TARGET_CUE.search(line)):
        return None
    return _row(scope, sentence, line, around, (name, target))


def _row(
    scope: Scope,
    sentence: Sentence,
    line: str,
    around: list[Sentence],
    found: tuple[re.Match[str] | None, re.Match[str] | None],
) -> Indicator:
    name, target = found
    near = _near(sentence, around)
    spot = (target.start("to"), target.end("to")) if target is not None else _span(_MEASURE.search(line))
    value = scope.cell(sentence, *spot) if spot else NOTHING
    return Indicator(
        nature=_nature(line),
        quote=scope.quote(sentence, spot[0] if spot else 0),
        name=_named(scope, sentence, line, name),
        unit=_unit(scope, sentence, line, spot),
        baseline=_baseline(scope, sentence, target, near),
        target=value,
        term=scope.first(TERM, near),
        source=_source(scope, near),
    )


def _goal(scope: Scope, sentence: Sentence, line: str, around: list[Sentence]) -> Indicator | None:
    """A goal in words: its figures are the gaps."""
    if sentence.words < FEWEST_WORDS or sentence.traits & (Trait.REPORTED | Trait.ANNEX_ONLY) or _NO_GOAL.search(line):
        return None
    if sentence is not around[0] and not (_TARGET_CUE.search(line) or _GOAL_CUE.search(line)):
        return None
    near = _near(sentence, around)
    end = min(len(line), LONGEST_NAME)
    if end < len(line):
        end = max(line.rfind(" ", 0, end), 1)
    return Indicator(
        nature=_nature(line),
        quote=scope.quote(sentence),
        name=scope.cell(sentence, 0, end),
        term=scope.first(_GOAL_TERM, [sentence]),
        source=scope.first(_SOURCE, near),
    )


def _near(sentence: Sentence, around: list[Sentence]) -> list[Sentence]:
    """The sentence itself first, then its neighbours in the paragraph."""
    return [sentence, *(s for s in around if s is not sentence and abs(s.number - sentence.number) == 1)]


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match is not None else None


def _unit(scope: Scope, sentence: Sentence, line: str, spot: tuple[int, int] | None) -> Cell:
    if spot is None:
        return NOTHING
    unit = re.search(rf"(?:{_UNIT}|cijfer)", line[spot[0] : spot[1]])
    return scope.cell(sentence, spot[0] + unit.start(), spot[0] + unit.end()) if unit else NOTHING


def _baseline(scope: Scope, sentence: Sentence, target: re.Match[str] | None, near: list[Sentence]) -> Cell:
    if target is not None and target.re is _CHANGE:
        return scope.cell(sentence, target.start("from"), target.end("from"))
    for place in near:
        match = _BASE.search(scope.index.line(place))
        if match is None:
            continue
        if place is sentence and target is not None and target.start("to") < match.end("from") <= target.end("to"):
            continue
        return scope.cell(place, match.start("from"), match.end("from"))
    return NOTHING


def _source(scope: Scope, near: list[Sentence]) -> Cell:
    source, often = scope.first(_SOURCE, near), scope.first(_OFTEN, near)
    if source.found and often.found and often.text not in source.text:
        return Cell(f"{source.text}, {often.text}", source.quote)
    return source if source.found else often


def _named(scope: Scope, sentence: Sentence, line: str, name: re.Match[str] | None) -> Cell:
    """What is measured; when the sentence does not name it apart, the sentence."""
    if name is not None:
        return scope.cell(sentence, name.start(), name.start() + len(_TAIL.sub("", name[0])[:LONGEST_NAME]))
    end = min(len(line), LONGEST_NAME)
    return scope.cell(sentence, 0, line.rfind(" ", 0, end) if end < len(line) else end)


def _nature(line: str) -> Nature:
    outcome = len(_OUTCOME.findall(line))
    output = len(_OUTPUT.findall(line))
    if outcome == output:
        return Nature.OUTPUT if outcome and _FIXED.search(line) else Nature.UNCLEAR
    return Nature.OUTCOME if outcome > output else Nature.OUTPUT
