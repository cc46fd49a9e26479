# language: nl
Functionaliteit: Van concept tot vrijgave
  Een steller wil weten welke vragen een raadslid nog heeft, het concept verbeteren,
  een collega laten meelezen en het voorstel daarna vrijgeven aan de raad.

  Achtergrond:
    Gegeven de gemeente werkt met het proceskader "raadsvoorstel"
    En steller Noor opent het dossier "Budgetcoaching voor minima"

  Scenario: Het concept krijgt een toets met bewijs
    Als Noor het stuk "sterk" uploadt
    Dan staat bij elke vraag een oordeel
    En rust elk oordeel "ja" of "deels" op een passage die letterlijk in het stuk staat
    En is er per criterium een profiel, zonder één eindcijfer

  Scenario: De rechte lijn van concept tot de raad
    Als Noor het stuk "sterk" uploadt
    En Noor kiest voor "Begin met de zelftoets"
    En Noor bij elke vraag het oordeel van de toets overneemt
    En Noor kiest voor "Vraag de collegiale toets aan"
    En Bram bij elke vraag het oordeel van de toets overneemt
    En Noor het voorstel vrijgeeft
    En Bram bij "Advies van de jurist" antwoordt "akkoord"
    En Bram bij "Advies van de controller" antwoordt "akkoord"
    En Noor kiest voor "Breng het voorstel naar het college"
    En Ilse bij "Paraaf van de portefeuillehouder" antwoordt "akkoord"
    En Ilse kiest voor "Stem in en geef door aan de griffie"
    Dan staat het dossier bij "Griffie"
    En ziet griffier Tamar het dossier
    En ziet raadslid Samira het dossier
    En staat in de geschiedenis wie het dossier van "Collegiale toets" naar "College" bracht
