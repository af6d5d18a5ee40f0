// A part of the page that shows HTML from Python. A screen reader hears what changes in it, and it
// stays scrolled to its end. `done` is what no longer changes, `live` what is being written.

// ipywidgets leaves its sliders without a name for screen readers: take it from the label beside them.
function nameSliders(el) {
  const face = el.closest(".tut-face");
  for (const slider of face ? face.querySelectorAll(".widget-slider") : []) {
    const name = slider.querySelector("label")?.textContent ?? "";
    slider.querySelector("[role=slider]")?.setAttribute("aria-label", name);
    slider.querySelector(".widget-readout")?.setAttribute("aria-label", `${name}, as a number`);
    slider.querySelector(".widget-readout")?.setAttribute("role", "textbox");
  }
}

export default {
  render({ model, el }) {
    el.classList.add("tut-screen");
    el.setAttribute("role", model.get("role"));
    el.setAttribute("aria-label", model.get("label"));
    el.setAttribute("aria-live", model.get("role") === "log" ? "polite" : "off");
    el.tabIndex = 0; // so that the arrow keys can scroll it
    const parts = { done: document.createElement("div"), live: document.createElement("div") };
    for (const [name, part] of Object.entries(parts)) {
      el.append(part);
      const draw = () => {
        const atEnd = el.scrollHeight - el.scrollTop - el.clientHeight < 40;
        part.innerHTML = model.get(name);
        if (atEnd) el.scrollTop = el.scrollHeight;
      };
      model.on(`change:${name}`, draw);
      draw();
    }
    const setBusy = () => el.setAttribute("aria-busy", String(model.get("busy")));
    model.on("change:busy", setBusy); // while it is busy, a screen reader waits
    setBusy();
    requestAnimationFrame(() => (el.scrollTop = el.scrollHeight));
    for (const delay of [100, 500, 2000]) setTimeout(() => nameSliders(el), delay); // its neighbors come later
  },
};
