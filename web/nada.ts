/**
 * What the Worker has in the place of everything that only a browser comes to need (`#despues/*`, package.json): it draws
 * pages and never acts on them, so this is never loaded.
 */
export {};
