# language: nl
Functionaliteit: Een evaluatie toetsen
  Bij een koers voor preventie leert de raad van wat er gebeurde. De evaluatie wordt getoetst met haar eigen vragen.

  Scenario: De evaluatie zegt of het doel is bereikt, maar niet wat de raad nu kan kiezen
    Gegeven de gemeente werkt met het proceskader "koers-preventie"
    En steller Noor opent het dossier "Gezonde start"
    En de koers is vastgesteld en het evalueren is begonnen
    Als Noor een evaluatie uploadt die niets van de raad vraagt
    Dan is het stuk getoetst met de checklist "evaluatie"
    En is vraag "1.1" beantwoord
    En is vraag "2.1" beantwoord
    En is vraag "4.1" niet beantwoord
