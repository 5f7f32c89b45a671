/* Keys for the desk's list of works: down, up, select, search, next and previous page. */
(function () {
  "use strict";
  function headlines() {
    return Array.from(document.querySelectorAll("td.title .title-wrapper a"));
  }
  function step(by) {
    var links = headlines();
    var row = document.activeElement && document.activeElement.closest("tr");
    var here = links.findIndex(function (link) { return row && row.contains(link); });
    var target = links[here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by];
    if (target) target.focus();
  }
  function select() {
    var row = document.activeElement && document.activeElement.closest("tr");
    var box = row && row.querySelector("input[data-bulk-action-checkbox]");
    if (box) box.click();
  }
  function turn(direction) {
    var link = document.querySelector(".pagination a[rel=" + direction + "]");
    if (link) link.click();
  }
  function search() {
    var field = document.querySelector("#id_q");
    if (field) field.focus();
  }
  var acts = {
    j: function () { step(1); },
    k: function () { step(-1); },
    x: select,
    n: function () { turn("next"); },
    p: function () { turn("prev"); },
    "/": search,
  };
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // Whoever writes into a field, or answers a dialog, means the letter.
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog]")) return;
    var act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
