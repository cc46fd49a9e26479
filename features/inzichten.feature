# language: nl
Functionaliteit: De lezer krijgt meer dan een oordeel
  Naast de vragen van de toets staan tabellen met wat de tekst zegt. Ze tellen niet mee in het oordeel.

  Scenario: Het voorstel en het ontwerpbesluit spreken elkaar tegen
    Gegeven een voorstel dat "een krediet voor 12 woningen aan de Molenstraat" vraagt
    En een ontwerpbesluit over "een krediet voor 15 woningen aan de Kerkstraat"
    Als de tekst wordt gelezen op samenhang
    Dan staat "12 woningen" naast "15 woningen"
    En staat "Molenstraat" naast "Kerkstraat"
    En hebben beide plekken een passage met een plaats

  Scenario: Het voorstel en het ontwerpbesluit zeggen hetzelfde
    Gegeven een voorstel dat "een krediet voor 12 woningen aan de Molenstraat" vraagt
    En een ontwerpbesluit over "een krediet voor 12 woningen aan de Molenstraat"
    Als de tekst wordt gelezen op samenhang
    Dan vallen er geen verschillen op

  Scenario: Een doel zonder nulwaarde laat een lege plek zien
    Gegeven een voorstel met het doel "Het aandeel tevreden bewoners stijgt naar 80% in 2031."
    Als de tekst wordt gelezen op samenhang
    Dan is de streefwaarde "80%" en de termijn "in 2031"
    En staat bij de nulwaarde "niet gevonden"
    En zijn de oordelen hetzelfde als zonder de tabellen
