# language: nl
Functionaliteit: De collega oordeelt anders
  De machine stelt voor, mensen oordelen. Een verschil blijft zichtbaar.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt
    En het dossier staat bij "Collegiale toets"

  Scenario: Drie oordelen naast elkaar
    Als Noor bij vraag "C1" oordeelt "ja" met de reden "Zie het advies van de kredietbank."
    En Bram bij vraag "C1" oordeelt "nee" met de reden "Er staat niet wat de uitvoerders vinden."
    Dan staan bij vraag "C1" de oordelen van de toets, van Noor en van Bram naast elkaar
    En is bij vraag "C1" te zien dat de oordelen verschillen

  Scenario: Niet van toepassing vraagt een reden
    Als Bram bij vraag "E4" oordeelt "nvt" zonder reden
    Dan vraagt het systeem om een reden
    En is bij vraag "E4" geen oordeel van Bram bewaard
