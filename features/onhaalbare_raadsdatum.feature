# language: nl
Functionaliteit: Een raadsdatum die niet gehaald kan worden
  Het systeem rekent terug vanaf de gewenste raadsvergadering. Kan de datum niet, dan zegt het waarom, en wanneer het wel kan.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"

  Scenario: De gewenste datum is te vroeg
    Als Noor plant naar de raadsvergadering van 17 december 2026
    Dan is de datum niet haalbaar
    En noemt het systeem de stap "Ambtelijk concept" die het onmogelijk maakt
    En noemt het systeem de eerste raadsvergadering die wel kan
    En heeft het dossier geen plan

  Scenario: De eerste vergadering die wel kan
    Als Noor plant naar de raadsvergadering van 17 december 2026
    En Noor plant naar de vergadering die het systeem noemt
    Dan heeft het dossier een plan
    En heeft elke stap tot het besluit een laatste dag met een uitleg

  Scenario: Zo vroeg mogelijk
    Als Noor plant zonder gewenste datum
    Dan heeft het dossier een plan
    En is de termijn van het dossier de laatste dag van "Ambtelijk concept"
