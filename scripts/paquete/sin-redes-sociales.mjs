// What `@better-auth/core/social-providers` means inside the Worker (wrangler.toml, [alias]): Baldosa
// signs nobody in through forty other companies, whose code would weigh 15 kB gzipped.
// biome-ignore lint/style/noRestrictedImports: better-auth puts this schema inside its own, of classic zod.
import * as z from "zod";

export const socialProviders = {};
export const socialProviderList = [];
export const SocialProviderListEnum = z.string();
