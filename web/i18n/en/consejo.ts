import type { consejo as es } from "../es/consejo.ts";

export const consejo: typeof es = {
  comun:
    "It looks like the first ones that anybody would try, and is easy to guess. Three or four loose words do better.",
};
