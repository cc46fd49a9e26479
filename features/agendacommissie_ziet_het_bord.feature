# language: nl
Functionaliteit: De agendacommissie ziet het bord
  Waar staat elk dossier, wie is aan zet en wat is te laat?

  Achtergrond:
    Gegeven de demogemeente met haar dossiers

  Scenario: Alle dossiers die de raad mag zien, over de zes stappen
    Als de agendacommissie het bord opent
    Dan heeft het bord zes kolommen
    En staat op elke kaart bij welke stap het dossier is en wie aan zet is
    En toont de tabel dezelfde dossiers als het bord

  Scenario: Wat nog van het college is, blijft onzichtbaar
    Als de agendacommissie het bord opent
    Dan staat er geen enkel dossier op dat nog alleen van het college is
    En tellen de aantallen alleen wat de agendacommissie mag zien

  Scenario: Filteren op wat te laat is
    Als de agendacommissie alleen de late dossiers opvraagt
    Dan is elk getoond dossier te laat
