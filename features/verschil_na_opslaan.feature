# language: nl
Functionaliteit: Verschil na opslaan
  Een steller wil weten of een wijziging helpt. Het rapport zegt welke vraag beter is beantwoord of terugviel,
  en door welke zin.

  Scenario: Een zin erbij beantwoordt een vraag
    Als de steller een zin over een risico toevoegt
    Dan gaat vraag "B3" omhoog, door de zin over het risico

  Scenario: Een zin weg laat een vraag terugvallen
    Als de steller de zin over een risico weghaalt
    Dan valt vraag "B3" terug, en staat erbij welke zin weg is
