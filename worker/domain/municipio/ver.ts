import { eq } from "drizzle-orm";
import { hojaDeColores } from "../../../contract/colores.ts";
import type {
  LimitePublico,
  Municipio,
  MunicipioPublico,
} from "../../../contract/esquemas/municipio.ts";
import { schema } from "../../db/client.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { noEncontrado } from "../fallo.ts";
import { leerVigente } from "../reclamos/lectura.ts";
import { direccionDe, type Fila, UNICO, vistaMunicipio } from "./internal.ts";

const { municipio } = schema;

const leer = async ({ db }: Pick<Ctx, "db">): Promise<Fila | undefined> => {
  const [fila] = await db.select().from(municipio).where(eq(municipio.id, UNICO));
  return fila;
};

/** The whole of it, for who runs the city. @throws Fallo sin_sesion, sin_permiso */
export async function verMunicipio(ctx: Ctx): Promise<Municipio> {
  const usuario = exigirRol(ctx, "supervisor", "admin");
  const [fila] = await leerVigente(
    ctx,
    usuario,
    ctx.db.select().from(municipio).where(eq(municipio.id, UNICO)),
  );
  return vistaMunicipio(fila);
}

/** What every page shows, for anyone. Before it is set up the name is empty. */
export async function verMunicipioPublico(ctx: Ctx): Promise<MunicipioPublico> {
  const fila = await leer(ctx);
  const { nombre, lat, lng, logo, contacto } = vistaMunicipio(fila);
  const propios = fila?.color_principal ?? fila?.color_acento;
  return {
    nombre,
    lat,
    lng,
    logo,
    colores: fila && propios ? direccionDe("colores.css", fila) : null,
    contacto,
  };
}

/** Its boundary, for anyone. */
export async function verLimite(ctx: Ctx): Promise<LimitePublico> {
  const { nombre, lat, lng, limite } = vistaMunicipio(await leer(ctx));
  return { nombre, lat, lng, limite };
}

/** Its colours as a stylesheet, empty when it has none of its own. */
export async function verColores(ctx: Ctx): Promise<string> {
  const fila = await leer(ctx);
  return hojaDeColores({
    principal: fila?.color_principal ?? null,
    acento: fila?.color_acento ?? null,
  });
}

/** The name of the logo's objects in the photo store. @throws Fallo no_encontrado */
export async function claveDelLogo(ctx: Ctx): Promise<string> {
  const fila = await leer(ctx);
  if (!fila?.logo_clave) throw noEncontrado("El municipio no tiene logo.");
  return fila.logo_clave;
}
