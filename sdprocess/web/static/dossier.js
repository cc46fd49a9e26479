// Kleine hulp bij de dossierbladzijden. Alles werkt ook zonder dit bestand: met ankers en gewone formulieren.
"use strict";

// Op een smal scherm: vragen en tekst als tabs. Een anker opent de tab waar het in staat.
const lees = document.querySelector(".lees");
if (lees) {
  const panels = [...lees.querySelectorAll(".lees__deel")];
  const links = [...document.querySelectorAll(".tabs a")];
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };
  const show = () => {
    const place = target();
    const found = panels.find((panel) => place && panel.contains(place));
    if (!found && lees.dataset.tab) return;
    const other = found && found.id !== lees.dataset.tab;
    lees.dataset.tab = (found || panels[0]).id;
    for (const link of links) {
      if (link.hash === `#${lees.dataset.tab}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (other && place !== found) place.scrollIntoView();
  };
  show();
  window.addEventListener("hashchange", show);

  // Een klik op een passage brengt u naar haar vraag, net als de link erachter.
  lees.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-vragen]");
    if (!mark || String(getSelection())) return;
    location.hash = `vraag-${mark.dataset.vragen.split(" ")[0]}`;
  });

  // Neem de tekst over die in het voorstel geselecteerd is.
  let selected = "";
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inside = selection.anchorNode && document.querySelector(".concept")?.contains(selection.anchorNode);
    const text = String(selection).replace(/\s+/g, " ").trim();
    if (inside && text) selected = text;
  });
  for (const button of document.querySelectorAll("[data-citaat-voor]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.citaatVoor);
      if (selected) field.value = selected.slice(0, field.maxLength);
      field.focus();
    });
  }
  for (const button of document.querySelectorAll("[data-citaat-erbij]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.citaatErbij);
      const lines = [field.value.trim(), selected].filter(Boolean).join("\n");
      if (lines.length <= field.maxLength) field.value = lines;
      selected = "";
      field.focus();
    });
  }
}
