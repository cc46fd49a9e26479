# language: nl
Functionaliteit: Bestanden lezen
  Een steller levert het concept aan zoals het is. Wat niet kan worden gelezen, krijgt een duidelijke uitleg.

  Abstract Scenario: Hetzelfde stuk in vier vormen
    Als het stuk "sterk" wordt gelezen als <vorm>
    Dan heeft de tekst de onderdelen "beslispunten", "kanttekeningen" en "financien"

    Voorbeelden:
      | vorm |
      | docx |
      | odt  |
      | pdf  |
      | md   |

  Abstract Scenario: Wat niet kan worden gelezen
    Als iemand een bestand aanlevert dat <soort> is
    Dan zegt de melding wat er mis is en wat de steller kan doen
    En is er niets bewaard

    Voorbeelden:
      | soort                |
      | leeg                 |
      | beveiligd            |
      | een gescande pdf     |
      | een zipbom           |
      | een verkeerd formaat |
