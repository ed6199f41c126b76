// Served as /sw.js to take the service worker away: it empties what was kept, and leaves.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) =>
  e.waitUntil(
    (async () => {
      for (const nombre of await caches.keys())
        if (nombre.startsWith("baldosa-")) await caches.delete(nombre);
      await self.registration.unregister();
    })(),
  ),
);
