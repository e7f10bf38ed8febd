// Copies the tag of a fact. Without this script the tag can be selected by hand, so the buttons stay hidden.
document.addEventListener("DOMContentLoaded", () => {
  const told = document.getElementById("copied");
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(button.dataset.copy, button);
      told.textContent = `Copied: ${button.dataset.copy}`;
    });
  }
});

async function copy(text, button) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const range = document.createRange();
  range.selectNodeContents(button.parentElement.querySelector("code"));
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  document.execCommand("copy");
}
