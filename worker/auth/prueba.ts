import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod/mini";

/**
 * Opens a session for an account whose owner has just proved to be it by other means than a password. It has no address:
 * only the server calls it. (The library's own magic link is spent by a GET.)
 */
export const porPrueba = () => ({
  id: "por-prueba",
  endpoints: {
    abrirProbada: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ usuarioId: z.int() }), requireHeaders: true },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(String(ctx.body.usuarioId));
        if (!user) throw new Error("the account that proved itself is gone");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return { token: session.token };
      },
    ),
  },
});
