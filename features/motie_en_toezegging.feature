# language: nl
Functionaliteit: Moties en toezeggingen
  Wat de raad vraagt en wat het college belooft, blijft staan tot de raad het afgedaan vindt.

  Scenario: Een motie van tekst tot afdoening
    Gegeven de gemeente werkt met het proceskader "motie"
    En raadslid Samira opent het dossier "Motie buurtkamers"
    Als Samira de tekst van de motie uploadt en vrijgeeft
    En Samira kiest voor "Dien de motie in"
    En Tamar kiest voor "Leg vast dat de raad de motie aanneemt" met de reden "15 voor, 8 tegen."
    En Ilse kiest voor "Stel voor de motie af te doen" met de reden "Het onderzoek is klaar."
    Dan ziet Tamar het dossier bij "Afdoening voorgesteld"
    Als Ilse kiest voor "Leg vast dat de raad de motie afgedaan vindt"
    Dan is de stap geweigerd
    Als Tamar kiest voor "Leg vast dat de raad meer verwacht" met de reden "De kosten ontbreken."
    Dan ziet Tamar het dossier bij "In uitvoering"

  Scenario: Zonder tekst is er niets in te dienen
    Gegeven de gemeente werkt met het proceskader "motie"
    En raadslid Samira opent het dossier "Motie buurtkamers"
    Als Samira kiest voor "Dien de motie in"
    Dan is de stap geweigerd

  Scenario: Een ander raadslid trekt de motie van Samira niet in
    Gegeven de gemeente werkt met het proceskader "motie"
    En raadslid Samira opent het dossier "Motie buurtkamers"
    Als Pieter kiest voor "Trek de motie in" met de reden "Niet nodig."
    Dan is de stap geweigerd
    Als Samira kiest voor "Trek de motie in" met de reden "De wethouder zegt het toe."
    Dan ziet Tamar het dossier bij "Ingetrokken"

  Scenario: Een toezegging krijgt uitstel en is pas af als de raad dat vindt
    Gegeven de gemeente werkt met het proceskader "toezegging"
    En griffier Tamar opent het dossier "Toezegging wachttijden"
    Als Tamar kiest voor "Leg de toezegging vast" met de reden "Voor 1 juni een overzicht per kern."
    En Ilse kiest voor "Vraag uitstel, met een nieuwe datum"
    Dan is de stap geweigerd
    Als Ilse kiest voor "Vraag uitstel, met een nieuwe datum" met de reden "De cijfers komen in juni; nieuwe datum 1 juli."
    En Ilse kiest voor "Meld dat de toezegging is nagekomen" met de reden "Zie de brief van 30 juni."
    En Tamar kiest voor "Leg vast dat de raad de toezegging afgedaan vindt"
    Dan ziet Tamar het dossier bij "Afgedaan"
    En staan beide datums nog in de geschiedenis
