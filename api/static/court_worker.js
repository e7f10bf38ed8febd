// Keeps the dockets of court days readable without a network, for as long as a sign-in can last. Every other page and
// every write goes to the server as if this were not here.
const KEPT = "courtready-court";
const LONGEST = 12 * 60 * 60 * 1000;
const AWAY = "There is no network, and this docket was not kept here. What you entered is still saved in this browser.";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (/^\/sessions\/\d+\/court$/.test(url.pathname)) event.respondWith(docket(event.request, url.pathname));
  else if (url.pathname.startsWith("/static/")) event.respondWith(part(event.request));
});

async function docket(request, path) {
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    return kept(path);
  }
  if (answer.ok) {
    const copy = answer.clone();
    const headers = new Headers(copy.headers);
    headers.set("x-kept", new Date().toISOString());
    const store = await caches.open(KEPT);
    await store.put(path, new Response(await copy.blob(), { status: 200, headers }));
  } else if (answer.type === "opaqueredirect" || answer.status === 403) {
    await caches.delete(KEPT); // nobody is signed in, or somebody else
  }
  return answer;
}

async function kept(path) {
  const found = await (await caches.open(KEPT)).match(path);
  if (found && Date.now() - Date.parse(found.headers.get("x-kept")) < LONGEST) return found;
  return new Response(AWAY, { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
}

async function part(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(KEPT)).put(request, answer.clone());
    return answer;
  } catch (away) {
    const found = await (await caches.open(KEPT)).match(request);
    if (found) return found;
    throw away;
  }
}
