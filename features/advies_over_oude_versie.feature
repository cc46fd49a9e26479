# language: nl
Functionaliteit: Advies over een oude versie
  Een advies hoort bij de tekst die de adviseur las. Verandert de tekst, dan is dat te zien;
  het proceskader zegt of het advies dan nog telt.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt
    En het dossier staat bij "Collegiale toets"

  Scenario: Een advies over een oudere tekst is gemerkt
    Als Bram bij "Advies van de jurist" antwoordt "akkoord"
    En Noor het stuk "sterk-gewijzigd" uploadt
    Dan staat bij "Advies van de jurist" dat het gaat "over versie 1; nu geldt versie 2"
    En is "Advies van de jurist" nog steeds binnen

  Scenario: Een paraaf over een oudere tekst moet opnieuw
    Gegeven Bram bij "Advies van de jurist" antwoordt "akkoord"
    En Bram bij "Advies van de controller" antwoordt "akkoord"
    En Noor geeft vrij met de reden "De raad vraagt spoed."
    En Noor kiest voor "Breng het voorstel naar het college"
    En Ilse bij "Paraaf van de portefeuillehouder" antwoordt "akkoord"
    Als Noor het stuk "sterk-gewijzigd" uploadt
    Dan wacht het dossier weer op "Paraaf van de portefeuillehouder"
    En staat in de geschiedenis dat er opnieuw advies nodig is

  Scenario: Wie adviseert over een tekst die net is vervangen, hoort dat
    Gegeven Bram heeft "Advies van de jurist" open bij versie 1
    Als Noor het stuk "sterk-gewijzigd" uploadt
    En Bram met zijn oude scherm "akkoord" antwoordt
    Dan krijgt Bram te horen dat nu versie 2 geldt
    En wacht het dossier weer op "Advies van de jurist"
