# language: nl
Functionaliteit: Afwijking met reden
  Vrijgeven terwijl niet alles klopt mag, maar alleen met naam, datum en reden.
  De raad blijft die reden zien.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Dagbesteding dichtbij"
    En Noor het stuk "zwak" uploadt
    En het dossier staat bij "Collegiale toets"

  Scenario: De reden blijft zichtbaar voor de raad
    Als Noor het voorstel vrijgeeft met de reden "De subsidietermijn loopt af op 1 maart."
    En Bram bij "Advies van de jurist" antwoordt "akkoord"
    En Bram bij "Advies van de controller" antwoordt "akkoord"
    En Noor kiest voor "Breng het voorstel naar het college"
    En Ilse bij "Paraaf van de portefeuillehouder" antwoordt "akkoord"
    En Ilse kiest voor "Stem in en geef door aan de griffie"
    Dan ziet raadslid Samira de afwijking "De subsidietermijn loopt af op 1 maart." met naam en datum
    En ziet raadslid Samira welke eisen niet waren gehaald

  Scenario: Een lege reden is geen reden
    Als Noor het voorstel vrijgeeft met de reden "   "
    Dan is er niet vrijgegeven
