/* Two comforts for browsers that run scripts; every page works without them.
   Suggestions while a reader types, and stories that stay readable without a connection. */
"use strict";

const PAUSE_MS = 160;

/* Suggestions under a search field: a combobox with a list, WAI-ARIA 1.2. */
function suggest(field, index) {
  const form = field.form;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${index}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  list.hidden = true;
  form.append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);
  let chosen = -1;
  let timer = 0;
  let asked = "";

  function close() {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    const options = [...list.children];
    if (!options.length) return;
    chosen = (number + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(headlines, addresses) {
    list.replaceChildren(
      ...headlines.map((headline, place) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${place}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.address = addresses[place];
        option.textContent = headline;
        return option;
      }),
    );
    chosen = -1;
    list.hidden = headlines.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function ask() {
    const typed = field.value.trim();
    asked = typed;
    if (typed.length < 2) return close();
    try {
      const answer = await fetch(`${form.action}suggest?q=${encodeURIComponent(typed)}`);
      if (!answer.ok) return close();
      const [, headlines, , addresses] = await answer.json();
      // An older answer may come later than a newer one.
      if (asked === typed && document.activeElement === field) show(headlines, addresses);
    } catch {
      close();
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // The field keeps the focus while a suggestion is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.address);
  });
}

/* The page for readers without a connection: the stories that this device keeps. */
async function listKept(place) {
  const kept = await caches.open("pages");
  const reader = new DOMParser();
  for (const request of (await kept.keys()).reverse()) {
    const page = reader.parseFromString(await (await kept.match(request)).text(), "text/html");
    if (page.querySelector("meta[property='og:type']")?.content !== "article") continue;
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(request.url).pathname;
    link.lang = page.documentElement.lang;
    link.textContent = page.querySelector("h1")?.textContent ?? page.title;
    line.append(link);
    place.append(line);
  }
  place.parentElement.hidden = place.children.length === 0;
  place.parentElement.nextElementSibling.hidden = place.children.length > 0;
}

document.querySelectorAll("search form[action] input[name=q]").forEach(suggest);
if ("serviceWorker" in navigator && window.isSecureContext) {
  const place = document.querySelector("[data-kept-stories]");
  if (place) listKept(place);
  // After everything that the reader waits for.
  window.addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
}
