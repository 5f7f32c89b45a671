/* Keyboard for confirming aligned pairs: J and K move, Y keeps, N drops. */
(function () {
  "use strict";
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-nc-pair]"));
  if (!rows.length) return;
  function current() {
    return rows.indexOf(document.activeElement.closest("[data-nc-pair]"));
  }
  function go(step) {
    var next = Math.max(0, Math.min(rows.length - 1, current() + step));
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  }
  function decide(value) {
    var place = current();
    if (place < 0) return;
    rows[place].querySelector("select").value = value;
    go(1);
  }
  document.addEventListener("keydown", function (event) {
    if (/^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var action = { j: [go, 1], k: [go, -1], y: [decide, "kept"], n: [decide, "dropped"] }[
      event.key.toLowerCase()
    ];
    if (!action) return;
    event.preventDefault();
    action[0](action[1]);
  });
})();
