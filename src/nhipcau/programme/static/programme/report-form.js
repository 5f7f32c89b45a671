/* Keeps what is typed: on this device at once, on the server every two seconds. */
(() => {
  "use strict";
  const form = document.querySelector("[data-report-form]");
  if (!form) return;
  const { storeKey, storePrefix, typedUrl } = form.dataset;
  const status = form.querySelector("[data-report-status]");
  const fields = () =>
    [...form.elements].filter(
      (field) =>
        field.name &&
        field.type !== "file" &&
        field.type !== "submit" &&
        !["csrfmiddlewaretoken", "revision"].includes(field.name),
    );
  const snapshot = () => Object.fromEntries(fields().map((field) => [field.name, field.value]));
  const say = (text) => {
    if (status) status.textContent = text;
  };
  const store = {
    get(key) {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        /* A full or forbidden store: the server still keeps it. */
      }
    },
    forget(key) {
      try {
        localStorage.removeItem(key);
      } catch {
        /* Nothing was kept there. */
      }
    },
  };

  // Copies of earlier revisions were submitted long ago.
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(storePrefix) && key !== storeKey)
      .forEach(store.forget);
  } catch {
    /* No store. */
  }

  const kept = store.get(storeKey);
  if (kept && kept.unsent) {
    let restored = false;
    fields().forEach((field) => {
      if (field.name in kept.values && field.value !== kept.values[field.name]) {
        field.value = kept.values[field.name];
        restored = true;
      }
    });
    if (restored) say(form.dataset.textRestored);
  }

  let timer = null;
  let sending = false;
  const send = async () => {
    if (sending) return plan();
    sending = true;
    const values = snapshot();
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    Object.entries(values).forEach(([name, value]) => body.set(name, value));
    try {
      const answer = await fetch(typedUrl, { method: "POST", body, credentials: "same-origin" });
      const data = await answer.json();
      if (answer.ok) {
        if (JSON.stringify(values) === JSON.stringify(snapshot())) store.forget(storeKey);
        say(`${form.dataset.textKept} ${data.kept_at}`);
      } else {
        say(data.error);
      }
    } catch {
      say(form.dataset.textDevice);
      plan(15000);
    } finally {
      sending = false;
    }
  };
  const plan = (delay = 2000) => {
    clearTimeout(timer);
    timer = setTimeout(send, delay);
  };
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    store.set(storeKey, { unsent: true, values: snapshot() });
    plan();
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  window.addEventListener("online", () => plan(0));
})();
