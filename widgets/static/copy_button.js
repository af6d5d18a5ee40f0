// A button that copies a text to the clipboard.
export default {
  render({ model, el }) {
    const button = document.createElement("button");
    button.className = "tut-button";
    button.textContent = model.get("label");
    button.title = model.get("hint");
    button.setAttribute("aria-live", "polite"); // so that "Copied" is heard
    let asked = false; // a widget may be shown more than once
    button.addEventListener("click", () => {
      asked = true;
      model.send({ kind: "copy" }); // Python makes the text only when it is wanted
    });
    model.on("msg:custom", ({ text }) => {
      if (!asked) return;
      asked = false;
      copy(text, button);
    });
    el.append(button);
  },
};
