// What `@better-auth/memory-adapter` means inside the Worker (wrangler.toml, [alias]): there is always D1.
export const memoryAdapter = () => {
  throw new Error("better-auth was started without its database");
};
