/* Keyboard and insertion at the desk. Without it everything can still be typed and saved. */
(function () {
  "use strict";
  var desk = document.getElementById("desk");
  if (!desk) return;

  function areas() {
    return Array.prototype.slice.call(desk.querySelectorAll(".nc-target textarea"));
  }
  function areaOf(element) {
    var row = element.closest(".nc-row");
    return row && row.querySelector(".nc-target textarea");
  }
  function changed(area) {
    area.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function insert(area, before, after) {
    var start = area.selectionStart, end = area.selectionEnd;
    var chosen = after ? area.value.slice(start, end) : "";
    area.setRangeText(before + chosen + after, start, end, "end");
    area.focus();
  }
  function use(button) {
    var area = areaOf(button);
    if (!area) return;
    if (button.dataset.ncReplace !== undefined) {
      area.value = button.dataset.ncReplace;
      changed(area);
      return;
    }
    if (button.dataset.ncWhole && !area.value.trim()) area.value = "";
    insert(area, button.dataset.ncInsert, button.dataset.ncAfter || "");
  }
  function go(area, step) {
    var every = areas();
    var next = every[every.indexOf(area) + step];
    if (!next) return;
    next.focus();
    next.closest(".nc-row").scrollIntoView({ block: "center" });
  }
  desk.addEventListener("click", function (event) {
    var button = event.target.closest("[data-nc-insert], [data-nc-replace]");
    if (button) use(button);
  });
  desk.addEventListener("keydown", function (event) {
    var comment = event.target.closest(".nc-comments textarea");
    if (comment && event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      comment.parentElement.querySelector("label[for='" + comment.id + "'] ~ .nc-comment-actions button").click();
      return;
    }
    var area = event.target.closest(".nc-target textarea");
    if (!area) return;
    if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      var place = areas().indexOf(area);
      if (area.value !== area.defaultValue) changed(area);
      go(areas()[place], 1);
    } else if (event.altKey && !event.ctrlKey && !event.metaKey) {
      var digit = /^Digit(\d)$/.exec(event.code);
      if (digit) {
        event.preventDefault();
        if (digit[1] === "0") {
          insert(area, area.closest(".nc-row").querySelector(".nc-source").textContent, "");
          return;
        }
        var buttons = area.closest(".nc-row").querySelectorAll(".nc-help [data-nc-insert]");
        if (buttons[digit[1] - 1]) use(buttons[digit[1] - 1]);
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        go(area, event.key === "ArrowDown" ? 1 : -1);
      }
    }
  });
})();
