// The docket by keyboard. Without this script each row has a plain form, and nothing here is needed to enter an outcome.
(() => {
  const board = document.getElementById("docket");
  const keys = document.getElementById("keys");
  const keysOn = document.getElementById("keys-on");
  const KEYS_OFF = "courtready.keys.off";
  const REFRESH_AFTER = 2000;
  let refreshing = 0;

  const rows = () => [...board.querySelectorAll(".court-row")];
  const rowOf = (node) => node.closest(".court-row");
  const byHearing = (hearing) => document.getElementById(`row-${hearing}`);
  const template = (id) => document.getElementById(id).content.cloneNode(true);
  const isField = (node) => node.matches("input, select, textarea");

  // Rows

  function activate(row) {
    for (const one of rows()) one.tabIndex = one === row ? 0 : -1;
    if (row.querySelector(".choices")) return;
    for (const bar of board.querySelectorAll(".choices")) bar.remove();
    const bar = document.createElement("div");
    bar.className = "choices";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Outcomes");
    bar.append(template(`choices-${row.dataset.type}`));
    row.querySelector(".entering").before(bar);
  }

  function go(row) {
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function step(from, by) {
    const all = rows();
    go(from ? all[all.indexOf(from) + by] : all.find((row) => !isDone(row)) || all[0]);
  }

  const isDone = (row) => row.classList.contains("court-row-done") || unsent.of(row.dataset.hearing).length > 0;

  function onward(row) {
    const all = rows();
    const after = all.slice(all.indexOf(row) + 1);
    go(after.find((one) => !isDone(one)) || after[0] || row);
  }

  // Forms

  function open(row, code) {
    for (const form of board.querySelectorAll(".entering form")) form.remove();
    const part = template(`form-${code}`);
    const form = part.querySelector("form");
    form.action = `/hearings/${row.dataset.hearing}/outcome`;
    const sent = unsent.of(row.dataset.hearing).map((one) => one.sent || 0);
    form.elements.based_on.value = Math.max(Number(row.dataset.based), ...sent);
    form.elements.key.value = newKey();
    for (const select of form.querySelectorAll("select[data-dates]")) {
      select.append(template(`dates-${row.dataset.type}`));
      select.selectedIndex = 0;
    }
    row.querySelector(".entering").append(part);
    const first = form.querySelector("[required], select[name=prejudice]") || form.querySelector("button[type=submit]");
    first.focus();
    form.scrollIntoView({ block: "nearest" });
  }

  function leave(row) {
    for (const form of row.querySelectorAll(".entering form")) form.remove();
    go(row);
  }

  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function words(form) {
    const said = [form.dataset.name];
    for (const field of form.querySelectorAll(".field input, .field select, .field textarea")) {
      if (field.type === "checkbox" ? !field.checked : !field.value && !field.dataset.dates) continue;
      const label = field.closest(".field").querySelector("label").textContent.trim();
      const value = field.tagName === "SELECT" ? field.selectedOptions[0].textContent : field.value;
      said.push(field.type === "checkbox" ? label : `${label}: ${value}`);
    }
    return said.join("; ");
  }

  function send(event) {
    const form = event.target;
    if (form.id === "close" && unsent.waiting().length) {
      event.preventDefault();
      unsent.tell();
      document.getElementById("unsent").scrollIntoView({ block: "center" });
      return;
    }
    if (!form.matches("#docket form.entry")) return;
    const row = rowOf(form);
    const fields = [...new FormData(form)].filter(([name]) => name !== "csrf");
    const entry = { key: form.elements.key.value, hearing: row.dataset.hearing, fields, words: words(form), refused: "" };
    event.preventDefault();
    try {
      unsent.add(entry);
    } catch {
      form.submit(); // nothing can be kept in this browser: the plain form is sent
      return;
    }
    if (form.classList.contains("keep")) go(row);
    else {
      form.remove();
      onward(row);
    }
  }

  // What is kept here and not yet sent

  function paint() {
    for (const row of rows()) {
      const box = row.querySelector(".waiting");
      const entries = unsent.of(row.dataset.hearing).filter((one) => !one.sent || one.sent > Number(row.dataset.based));
      box.hidden = !entries.length;
      box.classList.toggle("waiting-refused", entries.some((one) => one.refused));
      box.replaceChildren(...entries.map(painted));
    }
    count();
  }

  function painted(entry) {
    const part = document.createElement("div");
    const said = document.createElement("p");
    if (entry.refused) said.textContent = `Not taken: ${entry.refused} You entered: ${entry.words}.`;
    else said.textContent = `${entry.sent ? "Sent; this page is older" : "Saved here, not yet sent"}: ${entry.words}.`;
    part.append(said);
    if (entry.refused) {
      const bar = document.createElement("p");
      bar.className = "bar";
      bar.append(button("Send again", () => unsent.again(entry.key)), button("Discard", () => unsent.drop(entry.key)));
      part.append(bar);
    }
    return part;
  }

  function button(name, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button-small button-outline";
    made.textContent = name;
    made.addEventListener("click", act);
    return made;
  }

  function count() {
    const sent = (row) => unsent.of(row.dataset.hearing).some((one) => one.sent);
    const left = rows().filter((row) => !row.classList.contains("court-row-done") && !sent(row)).length;
    document.getElementById("left").textContent = `${left} of ${rows().length} without an outcome`;
  }

  // What the server says

  function replace(fresh) {
    const old = document.getElementById(fresh.id);
    if (!old) return;
    const focused = document.activeElement;
    const held = old.contains(focused) && !(focused.isConnected && focused.closest(".entering"));
    fresh.querySelector(".entering").append(...old.querySelector(".entering").childNodes);
    fresh.tabIndex = old.tabIndex;
    old.replaceWith(fresh);
    if (old.querySelector(".choices")) activate(fresh);
    if (held) fresh.focus();
    else if (fresh.contains(focused)) focused.focus();
  }

  function parsed(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.querySelector(".court-row");
  }

  function arrived(told) {
    const fresh = parsed(told.row);
    if (document.getElementById(fresh.id)) replace(fresh);
    unsent.tell();
    clearTimeout(refreshing);
    if (!unsent.waiting().length) refreshing = setTimeout(unsent.refresh, REFRESH_AFTER);
  }

  function freshen(page) {
    const token = page.querySelector("input[name=csrf]");
    if (!token) return;
    for (const field of document.querySelectorAll("input[name=csrf]")) field.value = token.value;
    for (const row of page.querySelectorAll(".court-row")) {
      const old = document.getElementById(row.id);
      if (old && old.dataset.mark !== row.dataset.mark) replace(document.importNode(row, true));
      for (const one of unsent.of(row.dataset.hearing)) {
        if (one.sent && one.sent <= Number(row.dataset.based)) unsent.drop(one.key);
      }
    }
    const closing = document.getElementById("close");
    const other = page.getElementById("close");
    if (other && !closing.contains(document.activeElement)) closing.replaceWith(document.importNode(other, true));
    unsent.tell();
  }

  // Keys

  function pressed(event) {
    if (event.altKey || event.metaKey || event.isComposing) return;
    const { target, key } = event;
    const row = target.closest?.(".court-row");
    if (key === "Escape" && row && target.closest(".entering")) {
      leave(row);
      return;
    }
    if (key === "Enter" && target.closest?.(".entry") && isField(target)) {
      if (target.tagName === "TEXTAREA" && !event.ctrlKey) return;
      event.preventDefault();
      target.form.requestSubmit();
      return;
    }
    if (!keysOn.checked || event.ctrlKey || isField(target) || (!row && target !== document.body)) return;
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
    if (by && (row || key === "j" || key === "k")) {
      event.preventDefault();
      step(row, by);
      return;
    }
    const choice = row && [...row.querySelectorAll(".choice")].find((one) => one.dataset.key === key.toLowerCase());
    if (choice) {
      event.preventDefault();
      open(row, choice.dataset.code);
    }
  }

  function clicked(event) {
    const row = event.target.closest(".court-row");
    if (!row) return;
    const choice = event.target.closest(".choice");
    if (choice) open(row, choice.dataset.code);
    else if (event.target.closest("[data-cancel]")) leave(row);
    else if (!event.target.closest("a, button, input, select, textarea, summary, label")) row.focus();
  }

  async function keepPage() {
    if (!("serviceWorker" in navigator)) return;
    await navigator.serviceWorker.register("/sessions/court-worker.js");
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((go) => navigator.serviceWorker.addEventListener("controllerchange", go, { once: true }));
    }
    const parts = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((one) => one.href || one.src);
    await Promise.all([unsent.refresh(), ...parts.map((address) => fetch(address))]);
    document.documentElement.dataset.kept = "yes";
  }

  function start() {
    board.classList.add("by-script");
    keys.hidden = false;
    keysOn.checked = !localStorage.getItem(KEYS_OFF);
    keysOn.addEventListener("change", () =>
      keysOn.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "yes"),
    );
    board.addEventListener("focusin", (event) => rowOf(event.target) && activate(rowOf(event.target)));
    board.addEventListener("click", clicked);
    board.addEventListener("queued", paint);
    board.addEventListener("arrived", (event) => arrived(event.detail));
    board.addEventListener("fresh", (event) => freshen(event.detail));
    document.addEventListener("keydown", pressed);
    document.addEventListener("submit", send);
    if (rows().length) rows()[0].tabIndex = 0;
    const named = location.hash.startsWith("#row-") && document.getElementById(location.hash.slice(1));
    if (named) go(named);
    unsent.tell();
    unsent.flush();
    keepPage().catch(() => {}); // where no page can be kept, what was entered still is
  }

  start();
})();
