// The box in which Wagtail takes keywords is made by a script that forgets its name.
const nameBoxes = () => {
  for (const box of document.querySelectorAll(".tagit-new input:not([aria-label])")) {
    const field = box.closest("[data-field-input]")?.querySelector("[data-controller~=w-tag]");
    const label = field?.labels?.[0];
    if (label) box.setAttribute("aria-label", label.textContent.replace("*", "").trim());
  }
};
new MutationObserver(nameBoxes).observe(document, { childList: true, subtree: true });
