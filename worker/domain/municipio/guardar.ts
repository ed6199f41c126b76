import { and, eq, isNull } from "drizzle-orm";
import type { Municipio, MunicipioCambio } from "../../../contract/esquemas/municipio.ts";
import { type Sentencia, schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { exigirVersion, siguienteVersion } from "../catalogo.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { falloDeCampo } from "../fallo.ts";
import { dentro } from "../geo.ts";
import { actorVigente, sentenciaActor } from "../reclamos/lectura.ts";
import { exigirCerrado } from "../zonas/internal.ts";
import { type Fila, UNICO, vistaMunicipio } from "./internal.ts";

const { fotos, municipio } = schema;

export type MunicipioGuardado = {
  municipio: Municipio;
  /** The former logo's objects, which nobody shows any more. */
  logoViejo: string | null;
};

/**
 * Sets the municipality up, or changes it. A logo is a photo that the admin uploaded: it leaves the loose ones, so that
 * the clock does not sweep it away.
 * @throws Fallo sin_sesion, sin_permiso, datos_invalidos, version_vieja
 */
export async function guardarMunicipio(
  ctx: Ctx,
  { logo_foto_id, version, ...pedido }: MunicipioCambio,
): Promise<MunicipioGuardado> {
  const { db, ahora } = ctx;
  const admin = exigirRol(ctx, "admin");
  const suya = and(
    eq(fotos.id, logo_foto_id ?? 0),
    eq(fotos.subida_por, admin.id),
    isNull(fotos.reclamo_id),
  );
  const [cuenta, [antes], [foto]] = await db.batch([
    sentenciaActor(db, admin),
    db.select().from(municipio).where(eq(municipio.id, UNICO)),
    db.select({ clave: fotos.clave }).from(fotos).where(suya),
  ]);
  actorVigente(admin, cuenta);
  exigirCerrado(pedido.limite, "limite");
  if (!dentro(pedido, pedido.limite))
    throw falloDeCampo("lat", "El centro tiene que quedar dentro del límite.");
  if (logo_foto_id != null && !foto)
    throw falloDeCampo("logo_foto_id", "Esa imagen no está, o ya se usó. Subila de nuevo.");

  const logo_clave =
    logo_foto_id === undefined ? (antes?.logo_clave ?? null) : (foto?.clave ?? null);
  const contacto = pedido.contacto ?? antes?.contacto ?? null;
  const columnas = { ...pedido, contacto, logo_clave, actualizado_en: ahora };
  const lote: [Sentencia, ...Sentencia[]] = [
    db
      .insert(municipio)
      .values({ id: UNICO, ...columnas })
      .onConflictDoUpdate({
        target: municipio.id,
        set: { ...columnas, version: siguienteVersion(version) },
      })
      .returning(),
    ...anotar(ctx, {
      accion: antes ? "ajuste" : "ajuste_creado",
      sobre: { objeto: "municipio", id: UNICO },
      antes: antes ?? null,
      despues: { ...pedido, contacto, logo_clave },
    }),
    ...(foto ? [db.delete(fotos).where(suya)] : []),
  ];
  const [[fila]] = (await db.batch(lote).catch((error: unknown) => {
    exigirVersion(error, "municipio");
    throw error;
  })) as unknown as [Fila[]];
  const viejo = antes?.logo_clave ?? null;
  return {
    municipio: vistaMunicipio(fila),
    logoViejo: viejo !== null && viejo !== logo_clave ? viejo : null,
  };
}
