# language: nl
Functionaliteit: Nieuwe versie doorvoeren
  De beheerder ziet vooraf per dossier wat een nieuwe versie betekent. Er gebeurt niets zonder bevestiging, en terug kan tot de
  volgende stap.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "licht"
    En steller Noor opent het dossier "Leskaart voor nieuwkomers"
    En versie "2.0.0" bestaat, waarin de toestand "opstellen" is vervangen door "schrijven"

  Scenario: Een toestand die vervalt houdt het dossier tegen
    Als de beheerder bekijkt wat versie "2.0.0" betekent
    Dan kan het dossier niet mee, omdat de toestand "Opstellen" niet meer bestaat

  Scenario: Vooraf bekijken verandert niets
    Als de beheerder bekijkt wat versie "2.0.0" betekent en "opstellen" voortzet in "schrijven"
    Dan kan het dossier mee
    En loopt het dossier op versie "1.0.0"

  Scenario: Bijwerken met een keuze voor de toestand
    Als de beheerder het dossier bijwerkt naar versie "2.0.0" en "opstellen" voortzet in "schrijven"
    Dan loopt het dossier op versie "2.0.0"
    En staat "Proceskader bijgewerkt naar Licht proces 2.0.0" in de geschiedenis

  Scenario: Terug tot de volgende stap
    Gegeven de beheerder heeft het dossier bijgewerkt naar versie "2.0.0"
    Als de beheerder het dossier terugzet
    Dan loopt het dossier op versie "1.0.0"
    En staat het dossier bij "Opstellen"

  Scenario: Na een stap is er geen weg terug
    Gegeven de beheerder heeft het dossier bijgewerkt naar versie "2.0.0"
    En Noor daarna de volgende stap zet
    Als de beheerder het dossier terugzet
    Dan is het terugzetten geweigerd
    En loopt het dossier op versie "2.0.0"
