# language: nl
Functionaliteit: De inwoner leest mee
  Zonder account zien waar een voorstel over gaat, waar het staat en wat er is besloten.

  Achtergrond:
    Gegeven de demogemeente met haar dossiers

  Scenario: De openbare pagina van een vrijgegeven voorstel
    Als een inwoner de openbare pagina van een vrijgegeven voorstel opent
    Dan staat daar waar het voorstel over gaat
    En staat daar waar het in het proces is

  Scenario: Een concept is voor een inwoner niet te vinden
    Als een inwoner het adres van een concept van het college probeert
    Dan krijgt de inwoner te zien dat de pagina niet bestaat

  Scenario: Zelf een tekst toetsen, zonder account
    Als een bezoeker een tekst plakt op de toetspagina
    Dan krijgt de bezoeker meteen het rapport
    En is er niets bewaard
