import { eq } from "drizzle-orm";
import type { Zona } from "../../../contract/esquemas/catalogos.ts";
import { schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { abrirCatalogo, escribirCatalogo, siguienteVersion } from "../catalogo.ts";
import type { Ctx } from "../contexto.ts";
import { exigirForma, type Pedido } from "./internal.ts";

const { zonas } = schema;

/**
 * Replaces a zona. Reclamos keep the one that they were given.
 * @throws Fallo sin_sesion, sin_permiso, no_encontrado, datos_invalidos, ya_existe, version_vieja
 */
export async function cambiarZona(
  ctx: Ctx,
  id: number,
  { nombre, poligono, activa, version }: Pedido,
): Promise<Zona> {
  const { limite, antes } = await abrirCatalogo(ctx, { cambia: { tabla: "zonas", id } });
  exigirForma(poligono, limite);
  return escribirCatalogo<Zona>(ctx, "zonas", [
    ctx.db
      .update(zonas)
      .set({ nombre, poligono, activa, version: siguienteVersion(version) })
      .where(eq(zonas.id, id))
      .returning(),
    ...anotar(ctx, {
      accion: "ajuste",
      sobre: { objeto: "zona", id },
      antes,
      despues: { nombre, poligono, activa },
    }),
  ]);
}
