/* Shows the crops of a focal point while it is being chosen. */
const NAMES = ["x", "y", "width", "height"];
let shown = "";

function chosen() {
  const values = new URLSearchParams();
  for (const name of NAMES) {
    values.set(name, document.querySelector(`input.focal_point_${name}`)?.value ?? "");
  }
  return values.toString();
}

async function show() {
  const wanted = chosen();
  const crops = document.querySelector(".nc-crops");
  if (!crops || wanted === shown) return;
  shown = wanted;
  const answer = await fetch(`${crops.dataset.address}?${wanted}`);
  // Another choice may have been made meanwhile.
  if (answer.ok && wanted === shown) crops.outerHTML = await answer.text();
}

shown = chosen();
// The chooser fills hidden fields, which announce nothing; it does so when a box is let go.
for (const moment of ["mouseup", "touchend", "keyup", "click"]) {
  document.addEventListener(moment, () => setTimeout(show));
}
