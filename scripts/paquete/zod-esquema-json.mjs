// What `zod/v4/core` means inside the Worker (wrangler.toml, [alias]). The only one who imports it by
// that name is the OpenAPI generator, for one function, by a dynamic import() that no bundler can
// shake: with it come zod's messages in fifty languages, 60 kB gzipped.
export { toJSONSchema } from "../../node_modules/zod/v4/core/json-schema-processors.js";
