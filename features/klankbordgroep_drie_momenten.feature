# language: nl
Functionaliteit: De drie jaarlijkse momenten van een klankbordgroep
  In maart bij de jaarcijfers, in september bij de halfjaarcijfers, en alleen als het nodig is ook in juni.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "monitor-klankbordgroep"
    En griffier Tamar opent het dossier "Klankbordgroep sociaal domein 2026"

  Scenario: Maart en september, met een vaste agenda
    Als Ilse kiest voor "Stuur de nieuwsbrief met de jaarcijfers rond" met de reden "Nieuwsbrief 1."
    Dan ziet Tamar het dossier bij "Bijeenkomst in maart"
    En gaat de agenda eerst over de cijfers en daarna over de monitor
    Als Tamar kiest voor "Leg de afspraken van maart vast en plan september" met de reden "Wachttijd per kern erbij."
    Dan ziet Tamar het dossier bij "Halfjaarcijfers klaarzetten"
    En is de laatste dag 30 september
    Als Ilse kiest voor "Stuur de nieuwsbrief met de halfjaarcijfers rond" met de reden "Nieuwsbrief 2."
    Dan ziet Tamar het dossier bij "Bijeenkomst in september"
    En gaat de agenda eerst over de cijfers en daarna over de monitor

  Scenario: Een extra keer in juni
    Als Ilse kiest voor "Stuur de nieuwsbrief met de jaarcijfers rond" met de reden "Nieuwsbrief 1."
    En Tamar kiest voor "Leg de afspraken van maart vast en plan een extra keer in juni" met de reden "De kosten stijgen hard."
    Dan ziet Tamar het dossier bij "Extra bijeenkomst in juni"
    En is de laatste dag 30 juni
    Als Tamar kiest voor "Leg de afspraken van juni vast en plan september" met de reden "Cijfers per aanbieder."
    Dan ziet Tamar het dossier bij "Halfjaarcijfers klaarzetten"

  Scenario: Geen bijeenkomst zonder cijfers
    Als Ilse kiest voor "Stuur de nieuwsbrief met de jaarcijfers rond"
    Dan is de stap geweigerd
    En ziet Tamar het dossier bij "Jaarcijfers klaarzetten"

  Scenario: Na het jaar staat het volgende jaar klaar
    Gegeven het jaar van de klankbordgroep is bijna rond
    Als Tamar kiest voor "Rond het jaar af en open het volgende" met de reden "Twee cijfers erbij, één eruit."
    Dan begint het dossier "Klankbordgroep sociaal domein 2027" bij "Jaarcijfers klaarzetten"
    En is dat het vervolg op dit dossier
