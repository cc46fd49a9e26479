# language: nl
Functionaliteit: Het stuk is gewijzigd na de toets
  Een oordeel hoort bij één versie van de tekst.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt
    En Noor en Bram hebben alle vragen van versie 1 beoordeeld
    En het dossier staat bij "Collegiale toets"

  Scenario: Nieuwe tekst, oude oordelen
    Als Noor het stuk "sterk-gewijzigd" uploadt
    Dan horen de oordelen van Bram bij versie 1
    En kan Noor nog niet vrijgeven
    En noemt een van de redenen "De collegiale toets is niet af"

  Scenario: Wat is vrijgegeven, is die ene versie
    Gegeven Noor heeft versie 1 vrijgegeven
    Als Noor het stuk "sterk-gewijzigd" uploadt
    Dan kan Noor "Breng het voorstel naar het college" nog niet kiezen
    En noemt een van de redenen "oudere versie"

  Scenario: Niemand overschrijft elkaar
    Gegeven Noor en Bram hebben allebei hetzelfde dossier open
    Als Noor het stuk "sterk-gewijzigd" uploadt
    En Bram met zijn oude scherm een stap probeert te zetten
    Dan krijgt Bram te zien dat het dossier intussen is gewijzigd
