# language: nl
Functionaliteit: De vragen gevouwen
  Een voorstel heeft 26 vragen. Open staat wat iets van de lezer vraagt; de rest is een regel met het oordeel.

  Scenario: Een raadslid ziet wat nog open is
    Gegeven een vrijgegeven voorstel "Dagbesteding dichtbij" dat bij de griffie ligt, met het stuk "zwak"
    Als raadslid "Samira" het voorstel leest
    Dan staan hoogstens 5 vragen open
    En is elke vraag die open staat niet beantwoord

  Scenario: Wie oordeelt ziet wat nog wacht
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "zwak" uploadt
    En het dossier staat bij "Zelftoets"
    Als steller "Noor" het voorstel leest
    Dan staat elke zwakke vraag open
    En staan na haar oordeel over alle vragen 0 vragen open
