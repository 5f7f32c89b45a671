// Wagtail's editor, where it would lose what somebody types or take it for something else.

// Dates: the calendar would put today in the place of whatever is not written 2026-12-31. What was
// typed stays; the form reads 31/12/2026 too, and says so of what it cannot read.
document.addEventListener("focusin", ({ target }) => {
  const field = target.matches?.("input[type=text]") && window.jQuery?.(target);
  const calendar = field && field.data("xdsoft_datetimepicker");
  if (calendar) field.off("blur.xdsoft").on("blur.xdsoft", () => calendar.trigger("close.xdsoft"));
});

// Comments: when a page has saved itself, Wagtail puts the saved comments in the place of all, with
// that which is just being written. So the page waits until it is written, and saves itself then.
const store = () => window.comments?.commentApp?.store;
const isBegun = ({ mode, newReply, replies }) =>
  mode === "creating" ||
  mode === "editing" ||
  Boolean(newReply) ||
  [...(replies?.values() ?? [])].some((reply) => reply.mode === "editing");
const isWriting = () => [...(store()?.getState().comments.comments.values() ?? [])].some(isBegun);

let waiting = null;
const wait = (form) => {
  const isFirst = !waiting;
  waiting = form;
  if (!isFirst) return;
  const stop = store().subscribe(() => {
    if (isWriting()) return;
    stop();
    const held = waiting;
    waiting = null;
    setTimeout(() => held.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true })));
  });
};
let sentAt = -Infinity;
document.addEventListener("w-autosave:save", (event) => {
  if (isWriting()) wait(event.target);
  // A page that is just being sent does not save itself beside that.
  else if (performance.now() - sentAt > 5000) return;
  event.preventDefault();
});
window.addEventListener(
  "w-autosave:success",
  ({ detail }) => {
    if (isWriting()) delete detail.data?.comments;
  },
  true,
);
// Whoever saves the text with a comment still open means the comment as well.
document.addEventListener(
  "submit",
  ({ target }) => {
    if (!target.matches("[data-edit-form]")) return;
    sentAt = performance.now();
    for (const field of document.querySelectorAll("#comments form textarea")) {
      if (field.value.trim()) field.form.requestSubmit();
    }
  },
  true,
);
// The field of a comment is named by its placeholder alone.
document.addEventListener("focusin", ({ target }) => {
  if (target.closest?.("#comments") && target.placeholder) target.setAttribute("aria-label", target.placeholder);
});
