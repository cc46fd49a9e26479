# language: nl
Functionaliteit: Het voorstel naast eerdere besluiten
  De griffie houdt bij wat de raad eerder heeft vastgesteld. De toets zegt welke besluiten een voorstel noemt, en welke
  misschien ook van belang zijn. Dat laatste is nooit een fout.

  Scenario: Een besluit uit het register wordt herkend, een ander mogelijk van belang
    Gegeven griffier Tamar leest een register in met "Beleidsplan Schuldhulpverlening 2022-2026" en "Nota Budgetcoaching in de wijk"
    En steller Noor opent het dossier "Budgetcoaching"
    Als Noor het stuk "sterk" uploadt
    Dan staat bij "Beleidsplan Schuldhulpverlening 2022-2026" dat het in het register staat
    En is "Nota Budgetcoaching in de wijk" mogelijk ook van belang, met de reden

  Scenario: Een lijst met een fout verandert niets
    Gegeven griffier Tamar leest een register in met "Woonvisie 2030" en "Fietsplan"
    Als Tamar een lijst inleest waarin op regel 3 de titel ontbreekt
    Dan noemt de melding regel 3
    En staan er nog steeds 2 besluiten in het register
