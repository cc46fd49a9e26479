# language: nl
Functionaliteit: Een discussienotitie toetsen
  Een discussienotitie is geen raadsvoorstel. In de stap waarin zij wordt geschreven, toetst het systeem of de delen erin staan
  waarover de raad en partners kunnen praten.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "procesontwerp-groot"
    En steller Noor opent het dossier "Hulp in de dorpen"
    En het dossier staat bij het schrijven van de discussienotitie

  Scenario: De notitie wordt getoetst met haar eigen vragen
    Als Noor een discussienotitie uploadt met twee routes, maar zonder risico's
    Dan is de notitie getoetst met de checklist "discussienotitie"
    En is bij "3.1" gevonden dat er routes zijn
    En is bij "4.2" niets gevonden over risico's

  Scenario: Daarna is het stuk weer een raadsvoorstel
    Gegeven Noor een discussienotitie uploadt met twee routes, maar zonder risico's
    Als de raad de notitie heeft besproken en om een voorstel vraagt
    En Noor het stuk "sterk" uploadt
    Dan is het stuk getoetst met de checklist "raadsvoorstel"
