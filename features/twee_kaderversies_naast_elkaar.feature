# language: nl
Functionaliteit: Twee kaderversies naast elkaar
  De raad past het proces aan. Dossiers die al lopen, houden de afspraken waarmee zij begonnen.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "licht"
    En steller Noor opent het dossier "Leskaart voor nieuwkomers"

  Scenario: Een lopend dossier merkt niets van een nieuwe versie
    Als de beheerder versie "2.0.0" invoert, waarin "Opstellen" nu "Schrijven" heet
    En de beheerder versie "2.0.0" in gebruik neemt
    Dan loopt het dossier op versie "1.0.0"
    En staat het dossier bij "Opstellen"

  Scenario: Een nieuw dossier krijgt de versie die in gebruik is
    Als de beheerder versie "2.0.0" invoert, waarin "Opstellen" nu "Schrijven" heet
    En de beheerder versie "2.0.0" in gebruik neemt
    En Noor een tweede dossier opent
    Dan loopt het dossier op versie "2.0.0"
    En staat het dossier bij "Schrijven"

  Scenario: Invoeren alleen verandert niets voor nieuwe dossiers
    Als de beheerder versie "2.0.0" invoert, waarin "Opstellen" nu "Schrijven" heet
    En Noor een tweede dossier opent
    Dan loopt het dossier op versie "1.0.0"

  Scenario: Een uitgegeven versie verandert nooit
    Als de beheerder versie "1.0.0" invoert, waarin "Opstellen" nu "Schrijven" heet
    Dan is de invoer geweigerd omdat de versie al bestaat
