// A button that copies a text to the clipboard.
function copyTheOldWay(text) {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export default {
  render({ model, el }) {
    const button = document.createElement("button");
    button.className = "tut-button";
    const label = model.get("label");
    button.textContent = label;
    button.title = model.get("hint");
    button.setAttribute("aria-live", "polite"); // so that "Copied" is heard
    let asked = false; // a widget may be shown more than once
    button.addEventListener("click", () => {
      asked = true;
      model.send({ kind: "copy" }); // Python makes the text only when it is wanted
    });
    model.on("msg:custom", async ({ text }) => {
      if (!asked) return;
      asked = false;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        copyTheOldWay(text); // no clipboard on pages without https
        button.focus();
      }
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = label), 1500);
    });
    el.append(button);
  },
};
