# language: nl
Functionaliteit: Opschorten
  Als het dossier moet wachten, staat de klok stil, met een reden. Daarna schuiven de data op en is de som te zien.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"
    En Noor het stuk "sterk" uploadt

  Scenario: De klok staat stil en loopt weer
    Als Noor de klok stilzet omdat "Wij wachten op de Kredietbank."
    Dan heeft het dossier geen termijn
    En gaat het dossier niet naar "Zelftoets"
    Als er 14 dagen voorbijgaan
    En Noor de klok weer laat lopen
    Dan is de termijn 10 werkdagen later dan eerst
    En is te lezen van wanneer tot wanneer de klok stilstond

  Scenario: Met een plan schuift alles mee
    Gegeven Noor plant zonder gewenste datum
    Als Noor de klok stilzet omdat "Wij wachten op de Kredietbank."
    En er 14 dagen voorbijgaan
    En Noor de klok weer laat lopen
    Dan eindigt de stap "Zelftoets" 10 werkdagen later
    En is de oude datum van "Zelftoets" nog te zien
