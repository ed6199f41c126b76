import type * as z from "zod/mini";
import type { Plantilla, plantillaNueva } from "../../../contract/esquemas/plantillas.ts";
import { schema } from "../../db/client.ts";
import { exigirVersion, textoDe } from "../catalogo.ts";
import { Fallo, noEncontrado } from "../fallo.ts";
import { iso } from "../tiempo.ts";

const { plantillas_respuesta } = schema;

export type Pedido = z.infer<typeof plantillaNueva>;
export type Fila = typeof plantillas_respuesta.$inferSelect;

export const vistaPlantilla = (f: Fila): Plantilla => ({
  ...f,
  actualizado_en: iso(f.actualizado_en),
});

export const noEsta = (): Fallo => noEncontrado("Esa respuesta no existe.");

/** Runs a write that a title already taken or an old version may refuse. @throws Fallo ya_existe, version_vieja */
export async function escribir<T>(hacer: () => Promise<T>): Promise<T> {
  try {
    return await hacer();
  } catch (error) {
    exigirVersion(error, "plantillas_respuesta");
    if (!textoDe(error).includes("UNIQUE constraint failed: plantillas_respuesta.titulo"))
      throw error;
    const mensaje = "Ya hay otra con ese título.";
    throw new Fallo("ya_existe", mensaje, { errores: [{ campo: "titulo", mensaje }] });
  }
}
