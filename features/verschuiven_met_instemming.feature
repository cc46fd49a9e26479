# language: nl
Functionaliteit: Verschuiven met instemming
  Staan er deelnemers bij het plan, dan schuift de planning pas als zij allemaal instemmen. De oude datum blijft zichtbaar.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Woonzorgvisie"
    En het plan noemt als deelnemers "Cliëntenraad" en "Seniorenraad"

  Scenario: Iedereen stemt in
    Als Noor de stap "Ambtelijk concept" 5 werkdagen later laat eindigen omdat "De cijfers komen later."
    Dan geldt de oude planning nog
    En wacht de verschuiving op "Cliëntenraad" en "Seniorenraad"
    Als Noor vastlegt dat "Cliëntenraad" instemt
    Dan geldt de oude planning nog
    Als Noor vastlegt dat "Seniorenraad" instemt
    Dan eindigt de stap "Ambtelijk concept" 5 werkdagen later
    En is de oude datum van "Ambtelijk concept" nog te zien
    En staat bij de verschuiving wie instemde en wanneer

  Scenario: Iemand stemt niet in
    Als Noor de stap "Ambtelijk concept" 5 werkdagen later laat eindigen omdat "De cijfers komen later."
    En Noor vastlegt dat "Cliëntenraad" niet instemt omdat "Dan is het vakantie."
    Dan geldt de oude planning nog
    En wacht er geen verschuiving meer op instemming

  Scenario: Zonder reden schuift er niets
    Als Noor de stap "Ambtelijk concept" 5 werkdagen later laat eindigen omdat ""
    Dan vraagt het systeem bij de planning om een reden
    En geldt de oude planning nog
