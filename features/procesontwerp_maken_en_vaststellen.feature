# language: nl
Functionaliteit: Een procesontwerp maken en vaststellen
  Bij een groot dossier spreekt de raad eerst af hoe hij tot een besluit komt. Zolang het een concept is, kan iedereen meepraten.
  Is het vastgesteld, dan is het het proceskader van het dossier.

  Achtergrond:
    Gegeven steller Noor opent met het kader "beleidsproces" het dossier "Armoede in de dorpen"

  Scenario: Van concept tot proceskader van het dossier
    Gegeven griffier Tamar begint een procesontwerp van het kader "procesontwerp-groot"
    En Tamar laat de stap "terugkijken" weg en doet de stap "informeren" twee keer
    En Tamar kiest ter vaststelling
    Als Tamar vastlegt dat "de raad" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"
    Dan volgt het dossier zijn eigen proceskader
    En heeft dat proceskader de stappen "informeren" en "informeren-2" maar niet "terugkijken"
    En heeft het dossier een planning waarin "informeren" voor "informeren-2" komt
    En kan Tamar het procesontwerp niet meer wijzigen

  Scenario: Een raadslid praat mee over het concept en wijzigt het niet
    Gegeven griffier Tamar begint een procesontwerp van het kader "procesontwerp-groot"
    Als raadslid Samira bij het concept zegt "Vraag ook jongeren."
    Dan leest Tamar de opmerking van Samira
    Maar kan Samira het procesontwerp niet wijzigen

  Scenario: Zonder keuze voor kennisgeving of vaststelling wordt niets vastgelegd
    Gegeven griffier Tamar begint een procesontwerp van het kader "procesontwerp-groot"
    Als Tamar vastlegt dat "de raad" het ontwerp heeft vastgesteld, met het dossier bij "procesontwerp"
    Dan is er niets vastgelegd, omdat de keuze ontbreekt
