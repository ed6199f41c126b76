// What `better-auth/minimal` means inside the Worker (wrangler.toml, [alias]): the same library with the doors that Baldosa opens
// and no others. Its own handler serves forty routes, from other companies' callbacks to an error page, and is never mounted
// here (worker/auth/auth.ts); what is called is `auth.api`. With a new version read its dist/auth/base.mjs again.

import { getSession } from "../../node_modules/better-auth/dist/api/routes/session.mjs";
import { signInEmail } from "../../node_modules/better-auth/dist/api/routes/sign-in.mjs";
import { signOut } from "../../node_modules/better-auth/dist/api/routes/sign-out.mjs";
import { toAuthEndpoints } from "../../node_modules/better-auth/dist/api/to-auth-endpoints.mjs";
import { initMinimal } from "../../node_modules/better-auth/dist/context/init-minimal.mjs";

export function betterAuth(options) {
  const contexto = initMinimal(options);
  const propios = Object.assign({}, ...(options.plugins ?? []).map((p) => p.endpoints));
  const puertas = { getSession: getSession(), signInEmail: signInEmail(), signOut };
  return { api: toAuthEndpoints({ ...puertas, ...propios }, contexto), options };
}
