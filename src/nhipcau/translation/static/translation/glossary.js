/* Search in the public glossary: what is typed, with or without marks, narrows the page. */
const form = document.querySelector("[data-glossary]");
if (form) {
  const field = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const sections = [...document.querySelectorAll("[data-letter]")].map((section) => ({
    section,
    rows: [...section.querySelectorAll("tbody tr")].map((row) => ({
      row,
      text: fold(row.textContent),
    })),
  }));
  const narrow = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let total = 0;
    for (const { section, rows } of sections) {
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        shown += row.hidden ? 0 : 1;
      }
      section.hidden = shown === 0;
      total += shown;
    }
    status.textContent = words.length ? status.dataset.found.replace("0", String(total)) : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", narrow);
  field.value = new URLSearchParams(location.search).get("q") || "";
  narrow();
}
