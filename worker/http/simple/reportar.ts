import { reclamoNuevo } from "../../../contract/esquemas/pedidos.ts";
import { LIMITES } from "../../../contract/limites.ts";
import type { Plano } from "../../../contract/plano.ts";
import { listarCategorias } from "../../domain/categorias/listar.ts";
import { crearReclamo } from "../../domain/reclamos/crear.ts";
import { recibirFoto } from "../../photos/recibir.ts";
import type { C } from "../app-env.ts";
import { digerir } from "../digesto.ts";
import { REPORTE_BYTES_MAX } from "../middleware/cuerpo.ts";
import { deDonde, exigirLimite } from "../middleware/limites.ts";
import { comoFallo } from "../problema.ts";
import { fotosDe, leerReporte, recibir } from "../reportes.ts";
import { leerFormulario, porCampo } from "./comun.ts";

const CAMPOS = ["titulo", "descripcion", "direccion", "categoria_id", "email", "nombre"] as const;
const DIA = new Intl.DateTimeFormat("es-AR", { timeZone: "America/Argentina/Buenos_Aires" });

const INGRESA =
  "Para enviarlo hay que ingresar o escribir tu correo. Escribilo abajo, o abrí Ingresar en otra pestaña y después volvé a esta y enviá: lo que escribiste sigue acá.";
const INGRESA_CON_FOTOS =
  "Para enviarlo hay que ingresar o escribir tu correo. Escribilo abajo, o abrí Ingresar en otra pestaña y después volvé a esta. Elegí de nuevo las fotos y enviá: lo que escribiste sigue acá.";

/** Turnstile, where the city asks for it, needs JavaScript; an account does not. */
const SIN_COMPROBAR =
  "Para enviarlo con un correo y nada más hace falta JavaScript, que comprueba que sos una persona. Prendelo, o abrí Ingresar en otra pestaña y después volvé a esta y enviá: lo que escribiste sigue acá.";
const ELEGI_FOTOS = " Las fotos hay que elegirlas de nuevo.";

/** How a title is made of the category and the address, when none was written. */
type Titular = (categoria: string | undefined, direccion: string) => string;

/** Made, or the form as it goes back: what was typed, what to mend, and why. */
export type Respuesta =
  | { codigo: string }
  /** It waits for the link that was sent there. */
  | { correo: string }
  | { plano: Plano; status: number; sinSesion: boolean };

/** With an e-mail address alone. @returns the address, or null when there is something to mend */
async function porCorreo(
  c: C,
  formulario: FormData,
  plano: Plano,
  titular: Titular,
): Promise<string | null> {
  await exigirLimite(c.env.LIMITE_REGISTRARSE, deDonde(c));
  const { items } = await listarCategorias(c.get("ctx"));
  const categoria = items.find((x) => String(x.id) === plano.valores.categoria_id);
  if (!plano.valores.titulo?.trim())
    formulario.set("titulo", titular(categoria?.nombre, plano.valores.direccion ?? ""));
  const pedido = leerReporte(formulario);
  plano.errores = porCampo(pedido);
  if (!categoria) plano.errores.categoria_id = "Elegí una de la lista.";
  if (!pedido.success || !categoria) return null;
  await recibir(c, pedido.data, fotosDe(formulario));
  return pedido.data.email;
}

/** Uploads them one by one; what the photo store refuses is said beside the field, and the others stay. */
async function subir(c: C, archivos: readonly File[], plano: Plano): Promise<number[]> {
  const ids: number[] = [];
  for (const archivo of archivos) {
    const formulario = new FormData();
    formulario.append("foto", archivo);
    try {
      const foto = await recibirFoto(c.get("ctx"), c.env, () => Promise.resolve(formulario));
      ids.push(foto.id);
    } catch (error) {
      const fallo = comoFallo(error);
      if (!fallo) throw error;
      plano.errores.fotos = fallo.mas.errores?.[0]?.mensaje ?? fallo.message;
    }
  }
  return ids;
}

/** The same words, place and photos on the same day are one report, however often the button is pressed. */
async function claveDe(plano: Plano, archivos: readonly File[]): Promise<string> {
  const partes: (string | ArrayBuffer)[] = [JSON.stringify([plano.valores, plano.fotos])];
  for (const a of archivos) partes.push(await a.arrayBuffer());
  partes.push(DIA.format(new Date()));
  return digerir("SHA-256", await new Blob(partes).arrayBuffer());
}

async function hacer(
  c: C,
  formulario: FormData,
  plano: Plano,
  titular: Titular,
): Promise<string | null> {
  const ctx = c.get("ctx");
  const archivos = formulario
    .getAll("fotos")
    .filter((x): x is File => typeof x !== "string" && x.size > 0)
    .slice(0, LIMITES.fotosPorMomentoMax - (plano.fotos?.length ?? 0));
  const clave = await claveDe(plano, archivos);
  plano.fotos = [...(plano.fotos ?? []), ...(await subir(c, archivos, plano))];
  const { valores } = plano;
  const { items } = await listarCategorias(ctx);
  const categoria = items.find((x) => String(x.id) === valores.categoria_id);
  const pedido = reclamoNuevo.safeParse({
    titulo: valores.titulo?.trim() || titular(categoria?.nombre, valores.direccion ?? ""),
    descripcion: valores.descripcion,
    direccion: valores.direccion,
    categoria_id: categoria?.id,
    fotos: plano.fotos,
  });
  plano.errores = { ...porCampo(pedido), ...plano.errores };
  if (!categoria) plano.errores.categoria_id = "Elegí una de la lista.";
  if (!pedido.success || Object.keys(plano.errores).length > 0) return null;
  ctx.clave = { valor: `simple-${clave}`, huella: clave };
  return (await crearReclamo(ctx, pedido.data)).codigo;
}

/** A report sent by a page without JavaScript. Whatever goes wrong comes back with what was typed. */
export async function reportarSimple(c: C, titular: Titular): Promise<Respuesta> {
  const plano: Plano = { valores: {}, errores: {}, general: null, fotos: [] };
  try {
    const { actor } = c.get("ctx");
    const quien = actor.tipo === "usuario" ? `u:${actor.id}` : `d:${deDonde(c)}`;
    await exigirLimite(c.env.LIMITE_GENERAL, quien);
    const formulario = await leerFormulario(c, REPORTE_BYTES_MAX);
    for (const campo of CAMPOS) {
      const valor = formulario.get(campo);
      plano.valores[campo] = typeof valor === "string" ? valor : "";
    }
    plano.fotos = formulario
      .getAll("foto_id")
      .map(Number)
      .filter((id) => Number.isInteger(id) && id > 0)
      .slice(0, LIMITES.fotosPorMomentoMax);
    const hayFotos = formulario.getAll("fotos").some((x) => typeof x !== "string" && x.size > 0);
    if (actor.tipo !== "usuario" && plano.valores.email?.trim()) {
      if (c.get("entorno").turnstile) {
        plano.general = SIN_COMPROBAR + (hayFotos ? ELEGI_FOTOS : "");
        return { plano, status: 403, sinSesion: true };
      }
      const correo = await porCorreo(c, formulario, plano, titular);
      if (correo) return { correo };
      plano.general = "Hay datos para corregir.";
      return { plano, status: 422, sinSesion: false };
    }
    if (actor.tipo !== "usuario") {
      plano.general = hayFotos ? INGRESA_CON_FOTOS : INGRESA;
      return { plano, status: 401, sinSesion: true };
    }
    const codigo = await hacer(c, formulario, plano, titular);
    if (codigo) return { codigo };
    plano.general = "Hay datos para corregir.";
    return { plano, status: 422, sinSesion: false };
  } catch (error) {
    const fallo = comoFallo(error);
    if (!fallo) throw error;
    for (const x of fallo.mas.errores ?? []) plano.errores[x.campo] ??= x.mensaje;
    // Photos that expired: they must be chosen again.
    if (plano.errores.fotos) plano.fotos = [];
    plano.general = fallo.message;
    return { plano, status: fallo.status, sinSesion: false };
  }
}
