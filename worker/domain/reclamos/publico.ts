import type { ReclamoPublico } from "../../../contract/esquemas/reclamos.ts";
import type { Ctx } from "../contexto.ts";
import { iso, isoONulo } from "../tiempo.ts";
import { armarHistorial, sentenciasHistorial } from "./historial.ts";
import {
  armarDetalle,
  CANTIDAD_DETALLE,
  exigirVisible,
  type FilasDetalle,
  sentenciasDetalle,
} from "./lectura.ts";
import { fotosPara, textoPublico } from "./vista.ts";

/** What anyone may see of a reclamo by its codigo. @throws Fallo no_encontrado when unknown, private or hidden */
export async function verPublico(ctx: Ctx, codigo: string): Promise<ReclamoPublico> {
  const nadie = { tipo: "anonimo" } as const;
  const filas = (await ctx.db.batch([
    ...sentenciasDetalle(ctx.db, codigo, 0),
    ...sentenciasHistorial(ctx.db, codigo),
  ])) as unknown[];
  const d = exigirVisible(
    nadie,
    armarDetalle(filas.slice(0, CANTIDAD_DETALLE) as FilasDetalle),
    codigo,
  );
  const historial = armarHistorial(
    filas.slice(CANTIDAD_DETALLE) as Parameters<typeof armarHistorial>[0],
    nadie,
    d,
  );
  const { reclamo: r, categoria: c } = d;
  return {
    numero: r.id,
    codigo: r.codigo,
    ...textoPublico(r),
    estado: r.estado,
    categoria: { id: c.id, nombre: c.nombre, icono: c.icono, color: c.color },
    zona: d.zona,
    cuadrilla: d.cuadrilla?.nombre ?? null,
    direccion: r.direccion,
    lat: r.lat,
    lng: r.lng,
    ciclo: r.ciclo,
    version: r.version,
    seguidores: r.seguidores,
    vence_en: iso(r.vence_en),
    creado_en: iso(r.creado_en),
    cerrado_en: isoONulo(r.cerrado_en),
    fotos: fotosPara(d.fotos, { ocultas: false, internas: false }),
    historial: historial.map(
      ({ id, tipo, en, ciclo, quien, cuadrilla, motivo, texto, estado }) => ({
        id,
        tipo,
        en,
        ciclo,
        quien,
        cuadrilla,
        motivo,
        texto,
        estado,
      }),
    ),
  };
}
