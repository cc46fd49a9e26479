# language: nl
Functionaliteit: Een zienswijze in drie raden
  Drie raden besluiten over dezelfde begroting. Elke raad vergadert op zijn eigen dag; er is één laatste dag voor allemaal.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "zienswijze-regionaal"
    En steller Noor opent het dossier "Zienswijze begroting GGD"
    En Noor het stuk "sterk" uploadt
    En Noor heeft versie 1 vrijgegeven
    En Bram als controller adviseert
    En Noor legde op 2 november 2026 de begroting voor aan de raden
    En deze raden doen mee:
      | raad      | vergadert        |
      | Merenveld | 26 november 2026 |
      | Rietdam   | 10 december 2026 |
      | Veenkade  | 4 februari 2027  |

  Scenario: Alle raden hebben twaalf weken
    Dan is de laatste dag voor alle raden 25 januari 2027
    En vergadert alleen "Veenkade" na de laatste dag

  Scenario: Zolang één raad nog moet besluiten, gaat er niets weg
    Als op 26 november 2026 "Merenveld" een zienswijze indient: "Hoogstens 6 procent erbij."
    En op 10 december 2026 "Rietdam" instemt
    En Tamar kiest voor "Verstuur de zienswijzen van alle raden"
    Dan is de stap geweigerd
    En staat bij de redenen "Nog niet besloten: Veenkade."

  Scenario: Veenkade vergadert eerder, en dan gaan de drie zienswijzen samen weg
    Als op 26 november 2026 "Merenveld" een zienswijze indient: "Hoogstens 6 procent erbij."
    En op 10 december 2026 "Rietdam" instemt
    En op 21 januari 2027 "Veenkade" een zienswijze indient: "Eerst cijfers per gemeente."
    En Tamar kiest voor "Verstuur de zienswijzen van alle raden"
    Dan ziet Tamar het dossier bij "Bestuur van de regeling reageert"
    En leest iedereen bij "Veenkade" het besluit "Eerst cijfers per gemeente."
    En leest een inwoner op de openbare bladzijde bij "Veenkade" het besluit "Eerst cijfers per gemeente."

  Scenario: De laatste dag is voorbij en één raad heeft nog niet besloten
    Als op 26 november 2026 "Merenveld" een zienswijze indient: "Hoogstens 6 procent erbij."
    En op 10 december 2026 "Rietdam" instemt
    En Tamar kiest voor "Verstuur wat er is, de laatste dag is voorbij" met de reden "Veenkade vergadert pas in februari."
    Dan ziet Tamar het dossier bij "Bestuur van de regeling reageert"

  Scenario: Een raad kan niet besluiten op een dag die nog moet komen
    Als op 26 november 2026 staat dat "Rietdam" op 10 december 2026 besloot
    Dan is dat geweigerd, want die dag moet nog komen
