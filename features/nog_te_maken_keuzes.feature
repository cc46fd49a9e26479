# language: nl
Functionaliteit: Keuzes die nog komen raken niet kwijt
  Een voorstel laat vaak iets voor later liggen. De steller zegt wie dat kiest, wanneer en of de raad het nog ziet. De lijst
  blijft staan tot de keuze is gemaakt.

  Achtergrond:
    Gegeven een vrijgegeven voorstel "Budgetcoaching" dat bij de griffie ligt, met het stuk "sterk"

  Scenario: De steller vult een keuze aan en de griffie legt vast wat er is gekozen
    Als Noor de keuze "In welke wijk beginnen de coaches?" toevoegt, zonder te zeggen wie kiest
    Dan staat bij de keuze dat nog ontbreekt: "wie kiest"
    Als Noor aanvult dat "de raad" kiest, uiterlijk op 1 oktober 2026, en dat de keuze terugkomt bij de raad
    Dan staat de keuze voor raadslid Samira in de lijst als te laat
    Als Tamar vastlegt dat is gekozen: "De coaches beginnen in Sluiswijk."
    Dan staat de keuze niet meer in de lijst van nog te maken keuzes

  Scenario: Niet terug naar de raad kan alleen met een reden
    Als Noor de keuze "Wie doet de administratie?" toevoegt die niet terugkomt bij de raad, zonder reden
    Dan vraagt het programma waarom de keuze niet terugkomt
