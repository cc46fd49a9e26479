# language: nl
Functionaliteit: Een stap terug
  Een proces is ook leren: een stap terug mag, met een reden. Het dossier telt de rondes en staat altijd op één plek.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor plant zonder gewenste datum
    En Noor het stuk "sterk" uploadt
    En het dossier staat bij "Zelftoets"

  Scenario: Terug en weer verder
    Als Noor kiest voor "Ga terug naar het concept" met de reden "De kosten ontbreken."
    Dan staat het dossier bij "Ambtelijk concept"
    En is dit ronde 2 van "Ambtelijk concept"
    En staat het dossier op één plek tegelijk
    En begint de termijn van "Ambtelijk concept" opnieuw
    Als Noor kiest voor "Begin met de zelftoets"
    Dan is dit ronde 2 van "Zelftoets"
    En staat de reden "De kosten ontbreken." in de geschiedenis
