# language: nl
Functionaliteit: Op wie wachten we?
  Bij elk dossier staat op wie we wachten, sinds wanneer en tot wanneer, en wie het ook mag doen.
  Wat het betekent als iemand niets laat horen, staat erbij.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt
    En het dossier staat bij "Collegiale toets"

  Scenario: De steller ziet op wie het wacht en tot wanneer
    Dan wacht het dossier op "Advies van de jurist" en "Advies van de controller"
    En is de laatste dag "2026-11-09"
    En staat erbij "Hoort niemand iets voor die tijd, dan gaat het dossier door zonder dit advies."
    En mag Bram als vervanger antwoorden

  Scenario: Zonder de adviezen gaat het niet naar het college, en alle redenen staan erbij
    Als Noor het voorstel vrijgeeft met de reden "De raad vraagt spoed."
    En Noor kiest voor "Breng het voorstel naar het college"
    Dan is de stap geweigerd
    En noemt een van de redenen "Nog niet binnen: Advies van de jurist."
    En noemt een van de redenen "Nog niet binnen: Advies van de controller."

  Scenario: Wie zwijgt tot de termijn voorbij is, houdt niets op
    Als Noor het voorstel vrijgeeft met de reden "De raad vraagt spoed."
    En er 8 dagen voorbij gaan
    En Noor kiest voor "Breng het voorstel naar het college"
    Dan staat het dossier bij "College"

  Scenario: Wie niet akkoord is, schrijft op waarom
    Als Bram bij "Advies van de jurist" antwoordt "niet-akkoord" zonder toelichting
    Dan is er geen antwoord bewaard
    Als Bram bij "Advies van de jurist" antwoordt "niet-akkoord" met "Artikel 3 mist."
    Dan leest Noor bij "Advies van de jurist" de toelichting "Artikel 3 mist."

  Scenario: De raad leest geen adviezen uit de tijd van het college
    Als Bram bij "Advies van de jurist" antwoordt "akkoord-met-opmerking" met "Alleen voor het college."
    Dan ziet griffier Tamar het dossier niet
