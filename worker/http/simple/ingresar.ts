import { ingreso } from "../../../contract/esquemas/cuentas.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { Plano } from "../../../contract/plano.ts";
import type { Rol } from "../../../contract/vocabulario.ts";
import { ingresar } from "../../auth/ingresar.ts";
import { verIngresado } from "../../domain/usuarios/ver.ts";
import type { C } from "../app-env.ts";
import { exigirPuerta } from "../middleware/limites.ts";
import { comoFallo } from "../problema.ts";
import { leerFormulario, porCampo } from "./comun.ts";

/** Who signed in, or the form as it goes back. The password never does. */
export type Respuesta = { galletas: string[]; rol: Rol } | { plano: Plano; status: number };

/** The sign-in form sent by a page without JavaScript, or before it came. */
export async function ingresarSimple(c: C): Promise<Respuesta> {
  const plano: Plano = { valores: {}, errores: {}, general: null };
  try {
    await exigirPuerta(c, "ingresar");
    const formulario = await leerFormulario(c, LIMITES.cuerpoBytesMax);
    const username = formulario.get("username");
    plano.valores.username = typeof username === "string" ? username : "";
    const codigo = formulario.get("codigo");
    const pedido = ingreso.safeParse({
      username,
      password: formulario.get("password"),
      ...(codigo ? { codigo } : {}),
    });
    if (!pedido.success) {
      plano.errores = porCampo(pedido);
      return { plano, status: 422 };
    }
    const ctx = c.get("ctx");
    const { usuarioId, galletas } = await ingresar(
      { entorno: c.get("entorno"), db: ctx.db, ahora: ctx.ahora, headers: c.req.raw.headers },
      pedido.data,
    );
    const { rol } = await verIngresado(ctx, usuarioId);
    return { galletas, rol };
  } catch (error) {
    const fallo = comoFallo(error);
    if (!fallo) throw error;
    // Its field then stands in the form; the password is typed again, since no page brings it back.
    if (fallo.codigo === "segundo_factor") plano.errores.codigo = fallo.message;
    else plano.general = fallo.message;
    return { plano, status: fallo.status };
  }
}
