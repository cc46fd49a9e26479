# language: nl
Functionaliteit: IJken: leest de toets zoals wij lezen?
  Twee mensen lezen hetzelfde voorstel, los van elkaar. Waar zij verschillen, beslist een derde. Daarna is te zien hoe goed de toets
  leest, en hoe goed de lezers het eens zijn.

  Achtergrond:
    Gegeven toetser Bram heeft het stuk "sterk" toegevoegd om op te ijken, voor iedereen die mag ijken

  Scenario: Wie nog leest, ziet de antwoorden van de ander niet
    Gegeven Bram leest het stuk en beantwoordt elke vraag met "deels"
    En griffier Tamar leest het stuk en heeft vraag "A1" met "ja" beantwoord
    Als Tamar het stuk opent
    Dan ziet Tamar alleen haar eigen antwoorden
    En zegt het programma dat de antwoorden te zien zijn als beide lezers klaar zijn

  Scenario: Een verschil wordt beslist met een reden
    Gegeven Bram leest het stuk en beantwoordt elke vraag met "deels"
    En Tamar leest het stuk en beantwoordt elke vraag met "deels", behalve vraag "C1" met "nee"
    Als Noor over vraag "C1" beslist dat "nee" telt, want "De partners komen niet aan het woord."
    Dan telt bij vraag "C1" het antwoord "nee"
    En staat in de uitkomst 1 stuk met 26 antwoorden

  Scenario: Een van de twee lezers beslist niet alleen
    Gegeven Bram leest het stuk en beantwoordt elke vraag met "deels"
    En Tamar leest het stuk en beantwoordt elke vraag met "deels", behalve vraag "C1" met "nee"
    Als Bram over vraag "C1" beslist dat "deels" telt, want "Dat vond ik al."
    Dan zegt het programma dat Bram dat samen met Tamar moet doen
    En is over vraag "C1" nog niet beslist

  Scenario: De labels gaan mee naar de opdrachtregel
    Gegeven Bram leest het stuk en beantwoordt elke vraag met "deels"
    En Tamar leest het stuk en beantwoordt elke vraag met "deels"
    Als de beheerder de labels en het stuk in een map zet en "sdprocess ijk" draait
    Dan noemt de uitvoer 1 stuk en 26 labels
    En noemt de uitvoer hoe goed de twee lezers het eens zijn
