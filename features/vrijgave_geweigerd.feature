# language: nl
Functionaliteit: Vrijgave geweigerd met alle redenen
  Wie nog niet mag vrijgeven, ziet in één keer alles wat nog ontbreekt.

  Scenario: Een zwak stuk zonder collegiale toets
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Dagbesteding dichtbij"
    En Noor het stuk "zwak" uploadt
    Als Noor het voorstel probeert vrij te geven
    Dan is er niet vrijgegeven
    En noemt het systeem minstens 2 redenen
    En noemt een van de redenen "De collegiale toets is niet af"
    En ziet raadslid Samira het dossier niet

  Scenario: Zonder stuk is er niets om vrij te geven
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Dagbesteding dichtbij"
    Als Noor het voorstel probeert vrij te geven
    Dan is er niet vrijgegeven
    En noemt een van de redenen "Er is nog geen voorstel toegevoegd"
