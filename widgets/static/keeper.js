// Stands unseen in every widget and minds the whole of it: the keys, the focus, the kernel, names for screen readers.
const PATIENCE = 500; // milliseconds until a click that Python has not seen yet is said to wait
const GONE = "Run this cell again. This widget belongs to a kernel that was restarted or is gone.";
const WAITING = "Another cell is running. What you clicked waits until it has ended.";

function strip(kind, text) {
  const made = document.createElement("div");
  made.className = `tut-strip tut-${kind}`;
  made.setAttribute("role", "status");
  made.textContent = text;
  return made;
}

function mindKeys(face) {
  face.dataset.lmSuppressShortcuts = "true"; // JupyterLab looks for this before it takes a key as a command
  face.addEventListener("keydown", (event) => event.stopPropagation());
  const command = (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === "s") event.preventDefault(); // the browser would offer to save the page
    if (event.key === "Enter") {
      event.preventDefault();
      face.querySelector(".tut-run:not(:disabled)")?.click();
    }
  };
  face.addEventListener("keydown", command, { capture: true }); // a text area of ipywidgets lets no key out
}

// After Stop, Try again and the like, what is typed next belongs into the box for text.
function mindFocus(face) {
  face.addEventListener("click", (event) => {
    if (event.target.closest(".tut-then-home")) face.querySelector(".tut-home textarea")?.focus();
  });
}

function mindKernel(face) {
  let gone;
  const look = () => {
    const lost = face.classList.contains("jupyter-widgets-disconnected");
    if (lost === Boolean(gone)) return;
    for (const child of face.children) child.inert = lost;
    if (lost) face.prepend((gone = strip("gone", GONE)));
    else gone = gone.remove();
  };
  const observer = new MutationObserver(look);
  observer.observe(face, { attributes: true, attributeFilter: ["class"] });
  look();
  return () => observer.disconnect();
}

function mindPatience(face, model) {
  let timer, shown;
  face.addEventListener("click", (event) => {
    if (!event.target.closest("button") || face.classList.contains("jupyter-widgets-disconnected")) return;
    model.send({ kind: "ping" });
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!shown) face.prepend((shown = strip("waits", WAITING)));
    }, PATIENCE);
  });
  model.on("msg:custom", () => {
    clearTimeout(timer);
    shown = shown?.remove();
  });
}

// ipywidgets leaves its sliders without a name: take it from the label beside them. Of a number that is typed beside
// a slider it takes only what Enter ends, and cuts in silence what lies outside: take it always, and say what is wrong.
function mindSliders(face) {
  const mindAll = () => face.querySelectorAll(".widget-slider").forEach(mindSlider);
  const observer = new MutationObserver(mindAll);
  observer.observe(face, { childList: true, subtree: true });
  mindAll();
  return () => observer.disconnect();
}

function mindSlider(slider) {
  const [handle, readout] = [slider.querySelector("[role=slider]"), slider.querySelector(".widget-readout")];
  if (!handle || !readout || readout.getAttribute("role")) return;
  const label = slider.querySelector("label")?.textContent ?? "";
  handle.setAttribute("aria-label", label);
  readout.setAttribute("aria-label", `${label}, as a number`);
  readout.setAttribute("role", "textbox");
  const said = document.createElement("small");
  said.className = "tut-said";
  said.setAttribute("role", "status");
  slider.append(said);

  let before = "";
  const isRight = () => {
    const typed = readout.textContent.trim();
    const [low, high] = [handle.ariaValueMin, handle.ariaValueMax].map(Number);
    const right = typed !== "" && Number(typed) >= low && Number(typed) <= high;
    said.textContent = right ? "" : `${label} goes from ${low} to ${high}. What you wrote (${typed || "nothing"}) was not taken.`;
    if (!right) readout.textContent = before;
    return right;
  };
  readout.addEventListener("focus", () => (before = readout.textContent));
  readout.addEventListener("blur", () => {
    if (readout.textContent !== before && isRight())
      readout.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true }));
  });
  readout.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    if (!isRight()) event.stopImmediatePropagation();
    before = readout.textContent;
    event.preventDefault();
  });
}

export default {
  render({ model, el }) {
    el.classList.add("tut-keeper");
    const ends = [];
    const begin = () => {
      const face = el.closest(".tut-face");
      if (!face) return requestAnimationFrame(begin); // it is put into its place a little later
      mindKeys(face);
      mindFocus(face);
      mindPatience(face, model);
      ends.push(mindKernel(face), mindSliders(face));
    };
    begin();
    return () => ends.forEach((end) => end());
  },
};
