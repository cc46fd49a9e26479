# language: nl
Functionaliteit: Een vastgesteld procesontwerp wijzigen
  Loopt het anders dan gepland, dan komt er een nieuw ontwerp. Tot dat is vastgesteld geldt het oude. Een verschuiving die eruit
  volgt, wacht op wie het ontwerp noemt. Het oude ontwerp blijft te lezen.

  Achtergrond:
    Gegeven steller Noor opent met het kader "beleidsproces" het dossier "Armoede in de dorpen"
    En griffier Tamar begint een procesontwerp van het kader "procesontwerp-groot"
    En het ontwerp noemt "Griffie" als regisseur en "het presidium" als wie beslist
    En Tamar kiest ter vaststelling
    En Tamar vastlegt dat "de raad" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"

  Scenario: Een wijziging is een concept tot zij is vastgesteld
    Als Tamar een wijziging begint en de stap "terugkijken" weglaat
    Dan volgt het dossier nog ontwerp 1, versie "1.0.0"
    En staat bij de wijziging dat "het presidium" beslist
    En leest Samira de wijziging als concept
    En is het verschil "Doet mee van Terugkijken met partners: doet niet meer mee"

  Scenario: Een vastgestelde wijziging is het volgende proceskader van het dossier
    Gegeven Tamar een wijziging begint en de stap "terugkijken" weglaat
    Als Tamar vastlegt dat "het presidium" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"
    Dan volgt het dossier ontwerp 2, versie "2.0.0"
    En is ontwerp 1 nog te lezen, met de dag waarop "de raad" het vaststelde

  Scenario: De planning verschuift pas als iedereen instemt
    Gegeven Tamar een wijziging begint en de stap "procesontwerp" vier weken langer laat duren
    Als Tamar vastlegt dat "het presidium" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"
    Dan geldt het oude plan nog, met de oude termijn
    En wacht de planning op "Griffie" en "het presidium"
    Als zij allebei instemmen
    Dan eindigt de stap "procesontwerp" later dan eerst

  Scenario: Vooraf is te zien wat het betekent
    Gegeven Tamar een wijziging begint en de stap "procesontwerp" vier weken langer laat duren
    Als Tamar bekijkt wat vaststellen betekent, met het dossier bij "procesontwerp"
    Dan staat erbij dat "Procesontwerp maken" verschuift en dat "Griffie" en "het presidium" moeten instemmen
    En volgt het dossier nog ontwerp 1, versie "1.0.0"

  Scenario: Terug kan tot de volgende stap
    Gegeven Tamar een wijziging begint en de stap "procesontwerp" vier weken langer laat duren
    En Tamar vastlegt dat "het presidium" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"
    Als Tamar de wijziging terugneemt
    Dan volgt het dossier ontwerp 3, versie "1.0.0"
    En wacht de planning op niemand
    En is de wijziging weer een concept

  Scenario: Heeft iemand al ingestemd, dan gaat de wijziging niet meer terug
    Gegeven Tamar een wijziging begint en de stap "procesontwerp" vier weken langer laat duren
    En Tamar vastlegt dat "het presidium" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"
    En "Griffie" instemt
    Als Tamar de wijziging terugneemt
    Dan is dat geweigerd, omdat de planning verder is
