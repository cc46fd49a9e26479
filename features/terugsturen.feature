# language: nl
Functionaliteit: Terugsturen
  Een stap terug mag altijd, met een reden. Er gaat niets verloren.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt
    En het dossier staat bij "Collegiale toets"

  Scenario: Terug met een reden
    Als Bram kiest voor "Stuur terug naar de steller" met de reden "Alternatieven missen de kosten."
    Dan staat het dossier bij "Ambtelijk concept"
    En staat de reden "Alternatieven missen de kosten." in de geschiedenis
    En is versie 1 van het stuk er nog

  Scenario: Terug zonder reden kan niet
    Als Bram kiest voor "Stuur terug naar de steller"
    Dan is de stap geweigerd
    En staat het dossier bij "Collegiale toets"
