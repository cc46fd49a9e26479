# language: nl
Functionaliteit: De soort voorstel
  Niet elk voorstel hoeft elke vraag even uitgebreid te beantwoorden. De toets zegt welke soort hij ziet,
  waaraan, en wat dat betekent. Wie het beter weet, zegt dat. Het oordeel over de tekst blijft hetzelfde.

  Scenario: De toets noemt de soort en de woorden waarop dat rust
    Als iemand een voorstel met het onderwerp "Krediet voor een nieuwe gymzaal" laat toetsen
    Dan is de soort "Krediet of investering"
    En staat erbij dat dit rust op "Krediet voor een nieuwe gymzaal"
    En telt vraag "E1" licht en vraag "B3" streng

  Scenario: De soort verandert geen oordeel
    Als iemand een voorstel met het onderwerp "Krediet voor een nieuwe gymzaal" laat toetsen
    En iemand zegt dat het een "visie" is
    Dan zijn alle oordelen hetzelfde gebleven
    En is vraag "E1" nu streng

  Scenario: Een verbetering blijft bij het dossier
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt
    Als Noor zegt dat het een "verordening" is, omdat "Het gaat om de regels"
    Dan staat in de geschiedenis dat Noor de soort koos, met de reden "Het gaat om de regels"
    En is een nieuwe versie weer een "verordening"

  Scenario: Wat geen voorstel kan zijn, wordt het ook niet
    Als iemand een Engelse tekst laat toetsen als "krediet"
    Dan is er niets beoordeeld, met de reden "Deze tekst is niet in het Nederlands."
