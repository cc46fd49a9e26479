// Bewaart een bladzijde van het procesontwerp vanzelf en laat het document meegroeien. Zonder dit bestand: de knop Bewaar.
"use strict";

const form = document.querySelector("form[data-vanzelf]");
const said = document.getElementById("vanzelf");

if (form && said) {
  let waiting = 0;
  let busy = false;
  let again = false;
  let sender;

  const save = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const response = await fetch(form.action, {
        method: "POST", body: new FormData(form), headers: { "X-Bewaar-Vanzelf": "ja" }, credentials: "same-origin",
      });
      const answer = await response.json();
      said.textContent = answer.gezegd;
      if (response.ok) {
        form.elements.revisie.value = answer.revisie;
        grow(answer.html);
      }
    } catch {
      said.textContent = "Nog niet bewaard. Kies Bewaar.";
    }
    busy = false;
    if (sender !== undefined) {
      form.requestSubmit(sender || undefined);
      return;
    }
    if (again) {
      again = false;
      save();
    }
  };

  const grow = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const [doc, choices, line] = fresh.children;
    const place = document.querySelector("#groeit .document");
    const top = place.scrollTop;
    place.replaceChildren(...doc.childNodes);
    place.scrollTop = top;
    document.getElementById("groeikeuzes").replaceChildren(...choices.childNodes);
    document.getElementById("groeilijn").replaceChildren(...line.childNodes);
  };

  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 400);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (!busy) return;
    // eerst het antwoord afwachten: daarin staat de revisie die bij deze bladzijde hoort
    event.preventDefault();
    delete form.dataset.verzonden;
    sender = event.submitter;
  });
}
