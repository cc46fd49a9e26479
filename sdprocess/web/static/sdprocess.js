// Kleine hulp. Alles op de pagina's werkt ook zonder dit bestand.
"use strict";

for (const button of document.querySelectorAll("[data-afdrukken]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const link of document.querySelectorAll("[data-vouwen]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (const fold of document.querySelectorAll(".vraag > details.vouw")) fold.open = link.dataset.vouwen === "open";
  });
}

// Het menu "Meer" gaat dicht met Escape, of als u ergens anders klikt.
for (const more of document.querySelectorAll("details.meer")) {
  document.addEventListener("click", (event) => {
    if (!more.contains(event.target)) more.open = false;
  });
  more.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !more.open) return;
    more.open = false;
    more.querySelector("summary").focus();
  });
}

const summary = document.getElementById("fouten");
if (summary) summary.focus();

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.verzonden) event.preventDefault();
    form.dataset.verzonden = "ja";
    const button = form.querySelector("[data-bezig]");
    if (button) button.textContent = button.dataset.bezig;
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-verzonden]")) delete form.dataset.verzonden;
});
