import type { schema } from "../db/client.ts";
import { type Casa, linkDe } from "./enlace.ts";
import type { DatosCuenta, Lector, Marco } from "./templates/contenido.ts";
import { DESPEDIDA, llevaEnlace, type PlantillaCuenta } from "./templates/cuenta.ts";
import { renglonSinEnlace } from "./templates/palabras.ts";

type Filas = {
  marco: Marco;
  lector: Lector;
  enlace: typeof schema.enlaces.$inferSelect | undefined;
  reporte: typeof schema.reportes.$inferSelect | undefined;
  correo: Pick<typeof schema.correos.$inferSelect, "creado_en" | "aparato">;
  /** The account's address. */
  email: string | undefined;
  /** Why nothing goes there. */
  noVa: string | null;
};

/** What a mail about an account says; null when the link that it was to bring is gone. One that was used is not sent. */
export function datosDeCuenta(
  plantilla: PlantillaCuenta,
  casa: Casa,
  { marco, lector, correo, enlace, reporte, email, noVa }: Filas,
): { datos: DatosCuenta | null; suprimido: string | null } {
  const lleva = llevaEnlace(plantilla);
  if (lleva && !enlace) return { datos: null, suprimido: noVa };
  return {
    datos: {
      ...marco,
      // Nobody can turn these off.
      lector: { ...lector, conCuenta: false },
      cuenta: {
        plantilla,
        enlace: enlace
          ? { suyo: linkDe(casa, enlace.semilla), dura: enlace.vence_en - enlace.creado_en }
          : null,
        email: enlace?.email ?? email ?? "",
        titulo: renglonSinEnlace(reporte?.titulo ?? ""),
        direccion: renglonSinEnlace(reporte?.direccion ?? ""),
        en: correo.creado_en,
        aparato: correo.aparato,
      },
    },
    // Who asked to be gone is told that they are.
    suprimido:
      plantilla === DESPEDIDA
        ? null
        : (noVa ?? (lleva && enlace?.usado_en != null ? "Su enlace ya no sirve." : null)),
  };
}
