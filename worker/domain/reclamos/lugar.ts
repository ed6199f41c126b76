import { eq } from "drizzle-orm";
import { type Db, schema } from "../../db/client.ts";
import { falloDeCampo } from "../fallo.ts";
import { dentro, zonaDe } from "../geo.ts";

const { municipio, zonas } = schema;

/** The reads that place a point: the municipality's boundary and its zonas. */
export const sentenciasLugar = (db: Db) =>
  [
    db.select().from(municipio).limit(1),
    db.select().from(zonas).where(eq(zonas.activa, true)),
  ] as const;

type Lugar = { lat: number | null; lng: number | null; zona_id: number | null };

/**
 * The point with the zona that holds it; all null when none was given.
 * @throws Fallo datos_invalidos outside the municipality
 */
export function ubicar(
  punto: { lat?: number | null | undefined; lng?: number | null | undefined },
  ciudad: typeof municipio.$inferSelect | undefined,
  todas: (typeof zonas.$inferSelect)[],
): Lugar {
  const { lat, lng } = punto;
  if (lat == null || lng == null) return { lat: null, lng: null, zona_id: null };
  if (ciudad && !dentro({ lat, lng }, ciudad.limite))
    throw falloDeCampo(
      "lat",
      `Ese lugar queda fuera de ${ciudad.nombre}. Mové el punto, o escribí la dirección y nada más.`,
    );
  return { lat, lng, zona_id: zonaDe({ lat, lng }, todas)?.id ?? null };
}
