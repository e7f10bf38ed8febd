// Outcomes that were entered and not yet sent. Each stays in this browser until the server says that it has it; its own
// id makes sending it twice the same as once. One that was sent stays until a fresh page shows it, so that an older page
// that was kept here shows it too. Of another person's entries only the number is told.
const unsent = (() => {
  const board = document.getElementById("docket");
  const NAME = "courtready.unsent.";
  const OWN = NAME + board.dataset.person;
  const AGAIN_AFTER = 5000;
  const status = document.getElementById("unsent");
  let sending = false;
  let trouble = "";
  let later = 0;

  const read = (name = OWN) => JSON.parse(localStorage.getItem(name) || "[]");
  const write = (entries) => {
    if (entries.length) localStorage.setItem(OWN, JSON.stringify(entries));
    else localStorage.removeItem(OWN);
    tell();
  };
  const change = (key, changed) => write(read().map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const drop = (key) => write(read().filter((one) => one.key !== key));
  const of = (hearing) => read().filter((one) => one.hearing === hearing);
  const waiting = () => read().filter((one) => !one.refused && !one.sent);
  const say = (kind, detail) => board.dispatchEvent(new CustomEvent(kind, { detail }));

  function tell() {
    const count = waiting().length;
    const refused = read().filter((one) => one.refused).length;
    const others = Object.keys(localStorage).filter((name) => name.startsWith(NAME) && name !== OWN);
    const theirs = others.reduce((sum, name) => sum + read(name).filter((one) => !one.sent).length, 0);
    const words = [];
    if (count) words.push(`Saved here, not yet sent (${count}).${trouble ? ` ${trouble}` : ""}`);
    if (refused) words.push(`Refused, see its row (${refused}).`);
    const parted = board.querySelectorAll(".parted").length;
    if (parted) words.push(`Entries differ, choose in the row (${parted}).`);
    if (theirs) words.push(`Entered here by somebody else, who has to sign in to send (${theirs}).`);
    status.textContent = words.join(" ");
    status.classList.toggle("unsent-wait", words.length > 0);
    say("queued");
  }

  function add(entry) {
    write([...read(), entry]);
    flush();
  }

  function again(key) {
    change(key, { refused: "" });
    flush();
  }

  async function flush() {
    if (sending) return;
    sending = true;
    clearTimeout(later);
    try {
      for (let next = waiting()[0]; next && (await send(next)); next = waiting()[0]);
    } finally {
      sending = false;
    }
    if (waiting().length) later = setTimeout(flush, AGAIN_AFTER);
    tell();
  }

  // Whether the next one may be tried: false when the network, the server or the sign-in is away.
  async function send(entry) {
    let answer;
    try {
      answer = await post(entry);
    } catch {
      return held("No network: they are sent when it is back.");
    }
    if (answer.type === "opaqueredirect") return held("Sign in again in another window, then they are sent.");
    if (answer.status >= 500) return held("The server does not answer; it is tried again.");
    const json = (answer.headers.get("content-type") || "").startsWith("application/json");
    const told = json ? await answer.json() : {};
    if (told.row) return arrived(entry, told, answer.ok);
    if (answer.status === 403 && !json && (await renewed())) return true;
    trouble = "";
    change(entry.key, { refused: told.error || "The server did not take it." });
    return true;
  }

  function post(entry) {
    const body = new URLSearchParams(entry.fields);
    body.set("csrf", token());
    const headers = { accept: "application/json" };
    return fetch(`/hearings/${entry.hearing}/outcome`, { method: "POST", body, headers, redirect: "manual" });
  }

  function held(words) {
    trouble = words;
    return false;
  }

  // What the same person entered later for the same hearing is based on this entry, unless somebody else came between.
  function arrived(entry, told, stands) {
    trouble = "";
    const based = (one) => one.fields.map(([name, value]) => [name, name === "based_on" ? String(told.number) : value]);
    const next = (one) => {
      if (one.key === entry.key) return { ...one, sent: told.number };
      return one.hearing === entry.hearing && !one.sent ? { ...one, fields: based(one) } : one;
    };
    if (stands) write(read().map(next));
    else drop(entry.key);
    say("arrived", told);
    return true;
  }

  const token = () => document.querySelector("input[name=csrf]").value;

  // Whether a fresh page brought another token than the one that was refused.
  async function renewed() {
    const before = token();
    await refresh();
    return token() !== before;
  }

  async function refresh() {
    try {
      const answer = await fetch(board.dataset.path, { redirect: "manual" });
      if (!answer.ok || answer.headers.get("x-kept")) return;
      say("fresh", new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // without a network the page stays as it is
    }
  }

  addEventListener("online", flush);
  addEventListener("storage", tell);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    flush();
    refresh();
  });

  return { add, again, drop, of, waiting, refresh, tell, flush };
})();
