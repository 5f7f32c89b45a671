// What Wagtail's scripts make without role or name: the box for keywords, the bars of uploads.
const nameThings = () => {
  for (const bar of document.querySelectorAll(".progress[aria-valuenow]:not([role])")) {
    bar.setAttribute("role", "progressbar");
    bar.setAttribute("aria-label", document.title);
  }
  for (const box of document.querySelectorAll(".tagit-new input:not([aria-label])")) {
    const field = box.closest("[data-field-input]")?.querySelector("[data-controller~=w-tag]");
    const label = field?.labels?.[0];
    if (label) box.setAttribute("aria-label", label.textContent.replace("*", "").trim());
  }
};
new MutationObserver(nameThings).observe(document, {
  attributeFilter: ["aria-valuenow"],
  childList: true,
  subtree: true,
});

// Words that somebody typed are never sent into a session that is over: they would be lost with
// the page. The person is told, signs in in another tab, comes back and saves.
const words = document.getElementById("nc-signed-out");
const told = () => document.querySelector(".messages .nc-signed-out");
const tell = () => {
  const list = document.querySelector(".messages ul");
  if (told() || !list) return;
  list.prepend(words.content.cloneNode(true));
  list.closest(".messages").classList.add("new", "appear");
};

/** Whether the session holds; if so, forms get the token that a new sign-in made. */
const holds = async () => {
  let answer;
  try {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    answer = await fetch(words.dataset.address, { headers, cache: "no-store" });
  } catch {
    return true; // Without a line the browser itself says so.
  }
  if (answer.status === 401 || answer.status === 403) tell();
  if (!answer.ok) return answer.status >= 500;
  const { token } = await answer.json();
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  told()?.remove();
  return true;
};

const asked = new WeakSet();
const submitted = async (form, button) => {
  const isGood = await holds();
  if (button) button.disabled = false;
  if (isGood) {
    asked.add(form);
    form.requestSubmit(button);
  } else if (button) {
    // The button has shown since the click that something goes on.
    button.dataset.wProgressLoadingValue = "false";
  }
};

if (words) {
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const holdsWords = form.method === "post" && form.closest("#main") && form.querySelector("textarea");
      if (!holdsWords || asked.delete(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      submitted(form, event.submitter);
    },
    true,
  );
  document.addEventListener("w-autosave:error", holds);
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status !== 401) return;
    event.preventDefault();
    tell();
  });
  window.addEventListener("focus", () => told() && holds());
}
