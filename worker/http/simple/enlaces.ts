import type { EnlaceUsado, EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import { enlacePedido, enlaceTraido, enlaceUso } from "../../../contract/esquemas/enlaces.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { Plano } from "../../../contract/plano.ts";
import type { C } from "../app-env.ts";
import { pedir, usar, ver } from "../enlaces.ts";
import { exigirPuerta } from "../middleware/limites.ts";
import { comoFallo } from "../problema.ts";
import { leerFormulario, porCampo } from "./comun.ts";

const texto = (f: FormData, campo: string): string | undefined => {
  const valor = f.get(campo);
  return typeof valor === "string" ? valor : undefined;
};

/** A link asked for by a page without JavaScript. */
export async function pedirSimple(
  c: C,
  que: "ingresar" | "recuperar",
): Promise<{ plano: Plano; status: number }> {
  const plano: Plano = { valores: {}, errores: {}, general: null };
  try {
    await exigirPuerta(c, "pedir");
    const email = texto(await leerFormulario(c, LIMITES.cuerpoBytesMax), "email") ?? "";
    plano.valores.email = email;
    const pedido = enlacePedido.safeParse({ que, email });
    if (!pedido.success) return { plano: { ...plano, errores: porCampo(pedido) }, status: 422 };
    await pedir(c, pedido.data);
    return { plano: { ...plano, hecho: pedido.data.email }, status: 200 };
  } catch (error) {
    const fallo = comoFallo(error);
    if (!fallo) throw error;
    return { plano: { ...plano, general: fallo.message }, status: fallo.status };
  }
}

export type EnlaceSimple = {
  enlace: {
    token: string;
    visto: EnlaceVisto | null;
    usado: EnlaceUsado | null;
    muerto: boolean;
  };
  plano: Plano;
  status: number;
  galletas: string[];
};

/** The two steps of a link's page without JavaScript: the code is pasted, which says what it is for; the button spends it. */
export async function enlaceSimple(c: C): Promise<EnlaceSimple> {
  const r: EnlaceSimple = {
    enlace: { token: "", visto: null, usado: null, muerto: false },
    plano: { valores: {}, errores: {}, general: null },
    status: 200,
    galletas: [],
  };
  try {
    await exigirPuerta(c, "enlace");
    const formulario = await leerFormulario(c, LIMITES.cuerpoBytesMax);
    const traido = enlaceTraido.safeParse({ token: texto(formulario, "token") });
    if (!traido.success) {
      r.plano.errores = porCampo(traido);
      return { ...r, status: 422 };
    }
    r.enlace.token = traido.data.token;
    r.enlace.visto = await ver(c, traido.data.token);
    if (formulario.get("usar") === null) return r;
    const uso = enlaceUso.safeParse({
      ...traido.data,
      password: texto(formulario, "password") || undefined,
      nueva: texto(formulario, "nueva"),
      nombre: texto(formulario, "nombre"),
      apellido: texto(formulario, "apellido"),
      cuenta: formulario.get("cuenta") !== null,
    });
    if (!uso.success) {
      r.plano.errores = porCampo(uso);
      return { ...r, status: 422 };
    }
    const { usado, galletas } = await usar(c, uso.data);
    r.enlace.usado = usado;
    return { ...r, galletas };
  } catch (error) {
    const fallo = comoFallo(error);
    if (!fallo) throw error;
    if (fallo.codigo === "enlace_vencido") r.enlace.muerto = true;
    for (const x of fallo.mas.errores ?? []) r.plano.errores[x.campo] ??= x.mensaje;
    r.plano.general = fallo.message;
    return { ...r, status: fallo.status };
  }
}
