"""Own texts that must not get what they do not deserve, and one that deserves a lot."""

# ruff: noqa: E501, ISC004  sentences read better in one piece

from __future__ import annotations

from sdprocess.domain.text import Paragraph, Section, SourceText

GOOD = (
    ("", "aanhef", ["Raadsvoorstel", "Aan de gemeenteraad"]),
    (
        "Samenvatting voor inwoners",
        "publiekssamenvatting",
        [
            "De gemeente wil een buurtkamer openen aan de Lindestraat. Iedereen kan er koffie drinken en hulp vragen. "
            "De kamer is vijf dagen per week open. De raad beslist over het geld. Over twee jaar kijken wij of het werkt."
        ],
    ),
    (
        "Voorgesteld besluit",
        "beslispunten",
        [
            "1. De Nota Buurtkamers 2025-2028 vast te stellen.",
            "2. Voor 2025 en 2026 een krediet van € 180.000 beschikbaar te stellen uit de reserve sociaal domein.",
        ],
    ),
    (
        "Voorgeschiedenis",
        "voorgeschiedenis",
        [
            "In maart 2022 heeft de raad de Visie Samen Meedoen 2022-2030 vastgesteld. In november 2023 heeft de raad "
            "met de motie Huis van de wijk (M23-041) gevraagd om een plan. In mei 2024 is in twee wijken een proef gestart.",
            "Dit voorstel is een uitwerking van doel 3 van de visie, namelijk minder eenzaamheid onder ouderen. "
            "Het sluit ook aan op de Nota Bestaanszekerheid. Het past binnen de kaders van de programmabegroting 2025.",
        ],
    ),
    (
        "Beoogd effect",
        "beoogd-effect",
        [
            "Ongeveer 300 ouderen krijgen een plek waar zij elke dag terecht kunnen. Het doel is dat in 2027 het aandeel "
            "ouderen dat zich eenzaam voelt daalt van 48 procent naar minimaal 40 procent."
        ],
    ),
    (
        "Argumenten",
        "argumenten",
        [
            "De buurtkamer werkt, want uit de proef bleek dat twee derde van de bezoekers vaker buiten komt. Uit het "
            "onderzoek van de hogeschool blijkt ook dat de wijkteams minder meldingen krijgen.",
            "De wijkteams vinden vijf dagen nodig en adviseren om met vrijwilligers te werken. Daarom is de kamer vijf "
            "dagen open. De adviesraad sociaal domein adviseert positief.",
            "Vooral ouderen met een laag inkomen hebben er baat bij. Inwoners met een hoger inkomen komen niet in "
            "aanmerking voor het gratis vervoer; dat is zo bedoeld.",
            "Bezoekers hoeven niets aan te vragen en kunnen zonder afspraak terecht bij de kamer, dus de drempel is laag.",
        ],
    ),
    (
        "Alternatieven",
        "alternatieven",
        [
            "Een alternatief is de school, maar dat valt af omdat die in de zomer dicht is. Een tweede variant is alleen "
            "in de winter opengaan. Die is goedkoper, maar bereikt de helft minder ouderen. Niets doen betekent dat de "
            "proef in juli stopt."
        ],
    ),
    (
        "Kanttekeningen",
        "kanttekeningen",
        [
            "Het is onzeker of er genoeg vrijwilligers komen; dat hangt af van de werving. Het risico is dat de kamer "
            "vaker dicht is. Dan huren wij een halve kracht in om sluiting te voorkomen. Een nadeel is dat andere clubs "
            "vrijwilligers verliezen. Dit risico wordt beperkt door samen te werven."
        ],
    ),
    (
        "Participatie",
        "participatie",
        [
            "Met omwonenden zijn drie bijeenkomsten gehouden. Naar aanleiding van hun reacties is de ingang verplaatst. "
            "De wensen van ouders zijn verwerkt in de openingstijden."
        ],
    ),
    (
        "Uitvoering en vervolg",
        "uitvoering",
        [
            "Stichting Welzijn voert dit uit met 1,5 fte. De verbouwing start in september 2025. In januari 2026 gaat "
            "de kamer open. In april 2026 volgt een eerste telling van bezoekers. In oktober 2026 wordt de inzet van "
            "vrijwilligers bekeken.",
            "Het college stelt voor 1 juli 2025 nadere regels vast over het vervoer. De hoogte van de eigen bijdrage "
            "wordt in november 2025 aan de raad voorgelegd.",
        ],
    ),
    (
        "Evaluatie",
        "evaluatie",
        [
            "Wij meten dit met de wijkmonitor en het jaarlijkse cliëntervaringsonderzoek. De raad krijgt de evaluatie "
            "in het tweede kwartaal van 2027. Het college informeert de raad jaarlijks over de resultaten."
        ],
    ),
)


def text_of(*sections: tuple[str, str, list[str]], title: str = "Raadsvoorstel") -> SourceText:
    """A SourceText of (heading, canonical name, paragraphs)."""
    count = 0
    made = []
    for number, (heading, name, paragraphs) in enumerate(sections, 1):
        blocks = []
        for rank, text in enumerate(paragraphs, 1):
            count += 1
            blocks.append(Paragraph(f"p{count}", text, rank))
        made.append(Section(f"s{number}", heading, 1, (name,) if name else (), paragraphs=tuple(blocks)))
    return SourceText(title, "plak", tuple(made))


DECISION = ("Voorgesteld besluit", "beslispunten", ["In te stemmen met het voorstel over de opvang in de gemeente."])
FILLER = (
    "Aanleiding",
    "aanleiding",
    [
        "De gemeente heeft een plein in het dorp en daar staan bomen en banken. Het plein is van steen en er is een "
        "fontein die in de zomer water geeft. De bankjes zijn van hout en de bomen zijn groot en oud. Er komen elke "
        "dag duiven op het plein en op de markt staan kramen met kaas en brood."
    ],
)

HEADINGS_ONLY = tuple(
    (heading, name, [])
    for heading, name in (
        ("Beoogd effect", "beoogd-effect"),
        ("Argumenten", "argumenten"),
        ("Kanttekeningen en risico's", "kanttekeningen"),
        ("Alternatieven", "alternatieven"),
        ("Evaluatie en monitoring", "evaluatie"),
        ("Participatie", "participatie"),
        ("Samenvatting", "samenvatting"),
    )
)
EMPTY_SECTIONS = tuple((heading, name, ["Niet van toepassing."]) for heading, name, _ in HEADINGS_ONLY)
TEMPLATE = (
    (
        "Beoogd effect",
        "beoogd-effect",
        ["Beschrijf hier kort welk effect het voorstel heeft voor inwoners en groepen."],
    ),
    (
        "Argumenten",
        "argumenten",
        ["Geef hier de argumenten omdat die het besluit dragen en noem het kader van de raad."],
    ),
    (
        "Kanttekeningen",
        "kanttekeningen",
        ["Benoem hier de risico's en de maatregelen om ze te voorkomen of te beperken."],
    ),
    (
        "Alternatieven",
        "alternatieven",
        ["Beschrijf hier welke alternatieven zijn overwogen en waarom ze zijn afgevallen."],
    ),
    ("Evaluatie", "evaluatie", ["Geef aan wanneer de evaluatie is en wanneer de raad wordt geïnformeerd, per jaar."]),
    ("Participatie", "participatie", ["Licht toe hoe inwoners zijn betrokken en wat met hun inbreng is gedaan."]),
    (
        "Samenvatting",
        "samenvatting",
        ["Vat het voorstel hier kort samen in gewone taal zodat een inwoner het begrijpt."],
    ),
)
KEYWORDS = (
    (
        "Trefwoorden",
        "",
        [
            "risico, maatregel, alternatief, variant, evaluatie, monitor, indicator, streefwaarde, draagvlak, participatie",
            "effect; doelgroep; uitvoering; planning; kanttekening; nadeel; voordeel; scenario; nulmeting; beleid; kader",
        ],
    ),
)
ANNEX_ONLY = tuple(
    (heading, name, [f"Zie bijlage {number} voor de {word} die zijn overwogen en de risico's voor inwoners."])
    for number, (heading, name, word) in enumerate(
        (
            ("Argumenten", "argumenten", "argumenten"),
            ("Kanttekeningen", "kanttekeningen", "kanttekeningen"),
            ("Alternatieven", "alternatieven", "alternatieven"),
            ("Evaluatie", "evaluatie", "evaluatie in 2026"),
            ("Participatie", "participatie", "gesprekken met omwonenden"),
        ),
        1,
    )
)
QUOTED = (
    (
        "Reacties",
        "",
        [
            'Een lezer van de krant schreef: "Een alternatief is overwogen maar afgevallen omdat het nadeel te groot is".',
            'Een ander zei: "Het risico is dat de kosten tegenvallen en dan nemen wij maatregelen om dat te voorkomen".',
            'Nog een ander schreef: "De evaluatie volgt in 2027 en de raad wordt jaarlijks geïnformeerd over de cijfers".',
        ],
    ),
)
MOTION = (
    (
        "",
        "aanhef",
        [
            "Motie Buurtkamers",
            "De raad van de gemeente Voorbeeld, in vergadering bijeen op 12 mei 2025,",
            "constaterende dat de proef met de buurtkamer in juli stopt en dat bewoners tevreden zijn over de kamer,",
            "verzoekt het college een plan te maken voor een buurtkamer in elke wijk en de raad in 2026 te informeren,",
            "en gaat over tot de orde van de dag.",
        ],
    ),
)
INCOMING = (
    (
        "",
        "aanhef",
        [
            "Lijst van ingekomen stukken voor de raadsvergadering van 12 mei 2025",
            "1. Brief van een bewoner over het plein. Voorstel: in handen stellen van het college ter afdoening.",
            "2. Brief van de provincie over het toezicht op de begroting. Voorstel: voor kennisgeving aannemen.",
            "3. Brief van de sportclub over de subsidie voor het nieuwe veld. Voorstel: betrekken bij de begroting 2026.",
        ],
    ),
)
ENGLISH = (
    (
        "Proposal",
        "",
        [
            "The municipality proposes to open a community room where every resident can get help and meet others. "
            "The council is asked to adopt the plan and to make the budget available for the next two years. The risk "
            "is that there are not enough volunteers and the measure is to hire extra staff when that happens. The "
            "evaluation takes place after two years and the results will be reported to the council every year.",
        ],
    ),
)
GIBBERISH = (
    (
        "Voorstel",
        "",
        [
            "Vlaai fiets risico lamp omdat stoel. Kaas alternatief wolk gordijn evaluatie. Boom participatie deur want "
            "schoen kanttekening raam. Tafel monitor regen effect brood. Wind nadeel kast gevolg appel. Trein bewoners "
            "kussen indicator blad. Muur draagvlak melk planning ster. " * 3
        ],
    ),
)
