// Keeps what a reader has read for when there is no network. The page asks for it where index.html names it (data-offline of boot.js's script).
// What the server has is what is shown; what only stands here, the page is told, and says so.
const KEPT = "wirecopy";

// A file with its content in its name never changes.
const isNamed = (address) => /-[0-9a-f]{8,}(_bg)?\.(css|js|wasm)$/.test(address);
// A page is the same file whatever its address asks of it.
const file = (address) => address.split(/[?#]/)[0];

const answer = async ({ request, clientId }) => {
  const kept = await caches.open(KEPT);
  const address = file(request.url);
  const copy = await kept.match(address);
  if (copy && isNamed(address)) return copy;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await kept.put(address, fresh.clone());
    return fresh;
  } catch (error) {
    if (!copy) throw error;
    (await clients.get(clientId))?.postMessage({ type: "wirecopy:copy", at: copy.headers.get("date") });
    return copy;
  }
};

// What the page has loaded before it was listened to, and what its files are called now: others of that kind are of an older page.
const keep = async ({ loaded, named }) => {
  const kept = await caches.open(KEPT);
  const old = (await kept.keys()).filter(({ url }) => isNamed(url) && !named.includes(url));
  await Promise.all(old.map((request) => kept.delete(request)));
  await Promise.allSettled(loaded.map(async (address) => await kept.match(file(address)) ?? kept.add(file(address))));
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.data?.type === "wirecopy:keep" && event.waitUntil(keep(event.data)));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === origin) event.respondWith(answer(event));
});
