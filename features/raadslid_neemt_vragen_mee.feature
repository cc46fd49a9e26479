# language: nl
Functionaliteit: Het raadslid neemt vragen mee
  Wat het voorstel niet beantwoordt, wordt een vraag die een raadslid kan stellen.

  Achtergrond:
    Gegeven een vrijgegeven voorstel "Dagbesteding dichtbij" dat bij de griffie ligt, met het stuk "zwak"

  Scenario: Open vragen worden een eigen lijst
    Als raadslid Samira de vragenlijst opent
    Dan staat op de lijst voor elke open vraag een vraag in gewone woorden
    En staat bij elke vraag of die technisch of politiek is

  Scenario: Kiezen, anders zeggen en meenemen
    Als raadslid Samira de vragenlijst opent
    En raadslid Samira de eerste vraag aankruist en er "Wie gaat dit doen, en met hoeveel mensen?" van maakt
    Dan bevat de uitvoer van Samira "Wie gaat dit doen, en met hoeveel mensen?"
    En ziet raadslid Pieter de vraag van Samira niet
