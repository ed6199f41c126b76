import { ERRORES } from "../../../contract/errores.ts";
import type { ResultadoLote } from "../../../contract/esquemas/gestion.ts";
import type { Lote } from "../../../contract/esquemas/pedidos.ts";
import type { Reclamo, ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo } from "../fallo.ts";
import { asignarReclamo } from "./asignar.ts";
import { priorizarReclamo } from "./priorizar.ts";
import { rechazarReclamo } from "./rechazar.ts";

type Item = Lote["items"][number];
type Resultado = ResultadoLote["items"][number];

/** Changes that are on their way to the database at once. */
const A_LA_VEZ = 5;

/** A detail as a list carries it. */
function fila(r: Reclamo): ReclamoFila {
  const {
    descripcion: _d,
    categoria: _c,
    zona: _z,
    cuadrilla: _k,
    creador: _p,
    motivo_rechazo: _m,
    original_id: _o,
    siguiendo: _s,
    es_mio: _e,
    oculto: _h,
    publico: _b,
    calificacion: _q,
    fotos: _f,
    acciones: _a,
    ...resto
  } = r;
  return resto;
}

/** Each item's own key, so that sending all of it again finds what was already done. */
const ctxDe = (ctx: Ctx, { id }: Item): Ctx =>
  ctx.clave ? { ...ctx, clave: { ...ctx.clave, valor: `${ctx.clave.valor}:${id}` } } : ctx;

function hacer(ctx: Ctx, pedido: Lote, { id, version }: Item): Promise<Reclamo> {
  if (pedido.accion === "asignar") return asignarReclamo(ctx, id, { ...pedido, version });
  if (pedido.accion === "rechazar") return rechazarReclamo(ctx, id, { ...pedido, version });
  return priorizarReclamo(ctx, id, { ...pedido, version });
}

async function intentar(ctx: Ctx, pedido: Lote, item: Item): Promise<Resultado> {
  try {
    const reclamo = await hacer(ctxDe(ctx, item), pedido, item);
    return { id: item.id, ok: true, reclamo: fila(reclamo) };
  } catch (error) {
    if (!(error instanceof Fallo) || error.codigo === "sin_sesion") throw error;
    const { codigo, message: detail, mas } = error;
    const { title } = ERRORES[codigo];
    return {
      id: item.id,
      ok: false,
      problema: { codigo, title, detail, ...(mas.errores ? { errores: mas.errores } : {}) },
    };
  }
}

/**
 * One action on several reclamos: each goes through its own verb, with its own version, and succeeds or fails by itself.
 * @throws Fallo sin_sesion, sin_permiso
 */
export async function aplicarLote(ctx: Ctx, pedido: Lote): Promise<ResultadoLote> {
  exigirRol(ctx, "supervisor", "admin");
  const items: Resultado[] = [];
  for (let i = 0; i < pedido.items.length; i += A_LA_VEZ)
    items.push(
      ...(await Promise.all(
        pedido.items.slice(i, i + A_LA_VEZ).map((item) => intentar(ctx, pedido, item)),
      )),
    );
  return { items };
}
