/* Keeps what a reader has opened readable without a connection.
   SHELL (addresses that every page needs), OFFLINE (page by language) and VERSION stand above. */
"use strict";

const PAGES = "pages";
const PICTURES = "pictures";
const MOST = { [PAGES]: 60, [PICTURES]: 120 };
// On a bad line an older copy is shown when nothing has come by then.
const PATIENCE_MS = 5000;
const NEVER = /^\/(admin|account|wire|healthz|readyz|sw\.js)/;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then((shell) => shell.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const wanted = new Set([VERSION, PAGES, PICTURES]);
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => !wanted.has(name)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function keep(name, request, answer) {
  const cache = await caches.open(name);
  await cache.delete(request);
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST[name])).map((old) => cache.delete(old)));
}

function later(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function page(event) {
  const request = event.request;
  const address = new URL(request.url);
  const isPlain = address.search === "";
  const fresh = fetch(request).then((answer) => {
    const isPage = answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
    if (isPage && isPlain && !answer.redirected) event.waitUntil(keep(PAGES, request, answer.clone()));
    // What has been withdrawn is not kept either.
    if (answer.status === 410 || answer.status === 404) event.waitUntil(caches.open(PAGES).then((kept) => kept.delete(request)));
    return answer;
  });
  const kept = isPlain ? await caches.match(request) : undefined;
  try {
    return await (kept ? Promise.race([fresh, later(PATIENCE_MS).then(() => kept)]) : fresh);
  } catch {
    if (kept) return kept;
    const language = address.pathname.split("/")[1];
    return (await caches.match(OFFLINE[language] ?? Object.values(OFFLINE)[0])) ?? Response.error();
  } finally {
    fresh.catch(() => {});
  }
}

/* Pictures come from the line, or from the browser's own store; kept ones serve without a line. */
async function picture(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(keep(PICTURES, event.request, answer.clone()));
    return answer;
  } catch {
    return (await caches.match(event.request)) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin || NEVER.test(address.pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (address.pathname.startsWith("/media/")) event.respondWith(picture(event));
  else if (SHELL.includes(address.pathname)) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
