import { and, eq, sql } from "drizzle-orm";
import type { UsuarioCambio, UsuarioDetalle } from "../../../contract/esquemas/cuentas.ts";
import { schema } from "../../db/client.ts";
import { anotar, SI_CAMBIO } from "../auditoria/anotar.ts";
import { type Ctx, exigirRol } from "../contexto.ts";
import { Fallo, falloDeCampo, noEncontrado } from "../fallo.ts";
import { sentenciasSuperar } from "../invitaciones/internal.ts";
import { vigente } from "../reclamos/lectura.ts";
import { aDetalle, type Fila, seleccionar } from "./internal.ts";

const { cuadrillas, sesiones, usuarios } = schema;

export type UsuarioCambiado = {
  usuario: UsuarioDetalle;
  /** The person was signed out everywhere: their sockets are to be closed too. */
  sesionesCerradas: boolean;
};

/** Role, crew and blocking as they will be. A crew belongs to role cuadrilla and to no other. */
function despues(antes: Fila, cambio: UsuarioCambio, ahora: number) {
  const rol = cambio.rol ?? antes.rol;
  const pedida = cambio.cuadrilla_id === undefined ? antes.cuadrilla_id : cambio.cuadrilla_id;
  if (rol !== "cuadrilla" && cambio.cuadrilla_id != null)
    throw falloDeCampo("cuadrilla_id", "Solo quien tiene el rol cuadrilla integra una cuadrilla.");
  if (rol === "cuadrilla" && pedida === null)
    throw falloDeCampo("cuadrilla_id", "Elegí en qué cuadrilla trabaja.");
  const bloquear = cambio.bloqueado ?? antes.bloqueado_en !== null;
  return {
    rol,
    cuadrillaId: rol === "cuadrilla" ? pedida : null,
    bloqueadoEn: bloquear ? (antes.bloqueado_en ?? ahora) : null,
  };
}

/** @throws Fallo version_vieja when the account is not as the admin saw it */
function exigirVisto(antes: Fila, { visto }: UsuarioCambio): void {
  const bloqueado = antes.bloqueado_en !== null;
  if (
    visto &&
    (visto.rol !== antes.rol ||
      visto.cuadrilla_id !== antes.cuadrilla_id ||
      visto.bloqueado !== bloqueado)
  )
    throw new Fallo(
      "version_vieja",
      "Otra persona cambió esta cuenta mientras la mirabas. Fijate cómo está ahora.",
    );
}

const enPalabras = (x: {
  rol: string;
  cuadrilla_id: number | null;
  bloqueado_en: number | null;
}) => ({ rol: x.rol, cuadrilla_id: x.cuadrilla_id, bloqueado: x.bloqueado_en !== null });

/** What the audit calls it. */
function accionDe(antes: Fila, bloqueadoEn: number | null) {
  if ((antes.bloqueado_en === null) === (bloqueadoEn === null)) return "rol" as const;
  return bloqueadoEn === null ? ("desbloqueo" as const) : ("bloqueo" as const);
}

/**
 * An admin changes somebody's role, crew or blocking. Whatever changes signs the person out, in the same batch: their
 * next session says the new truth. An invitation that was still open for their address is taken back: this is newer.
 * @throws Fallo sin_permiso, no_encontrado, datos_invalidos, version_vieja; estado_no_permite when it lost a race
 */
export async function cambiarUsuario(
  ctx: Ctx,
  id: number,
  cambio: UsuarioCambio,
): Promise<UsuarioCambiado> {
  const { db, ahora } = ctx;
  const admin = exigirRol(ctx, "admin");
  const [[antes], [cuadrilla]] = await db.batch([
    seleccionar(db).where(eq(usuarios.id, id)),
    db
      .select({ activa: cuadrillas.activa })
      .from(cuadrillas)
      .where(eq(cuadrillas.id, cambio.cuadrilla_id ?? 0)),
  ]);
  if (!antes) throw noEncontrado("Esa persona no existe.");
  exigirVisto(antes, cambio);
  const nuevo = despues(antes, cambio, ahora);
  if (cambio.cuadrilla_id != null && !cuadrilla?.activa)
    throw falloDeCampo("cuadrilla_id", "Esa cuadrilla no existe o no está activa.");
  // Whoever opened it may have typed another person's address, and would keep its password.
  if (nuevo.rol !== antes.rol && nuevo.rol !== "vecino" && !antes.verificado)
    throw falloDeCampo(
      "rol",
      "Nadie confirmó que esa dirección sea suya. Invitala: el rol le llega por correo, con una contraseña nueva.",
    );
  if (admin.id === id && nuevo.bloqueadoEn !== null)
    throw falloDeCampo("bloqueado", "No podés bloquear tu propia cuenta.");
  if (admin.id === id && nuevo.rol !== "admin")
    throw falloDeCampo("rol", "No podés dejar de ser admin por tu cuenta: pedíselo a otro admin.");
  const igual =
    nuevo.rol === antes.rol &&
    nuevo.cuadrillaId === antes.cuadrilla_id &&
    nuevo.bloqueadoEn === antes.bloqueado_en;
  if (igual) return { usuario: aDetalle(antes), sesionesCerradas: false };

  const despuesDe = {
    rol: nuevo.rol,
    cuadrilla_id: nuevo.cuadrillaId,
    bloqueado_en: nuevo.bloqueadoEn,
  };
  const asi = sql`EXISTS (SELECT 1 FROM usuarios AS u WHERE u.id = ${id} AND u.rol = ${nuevo.rol}
    AND u.cuadrilla_id IS ${nuevo.cuadrillaId} AND u.bloqueado_en IS ${nuevo.bloqueadoEn})`;
  const [cambiados] = await db.batch([
    db
      .update(usuarios)
      .set({ ...nuevo, updatedAt: new Date(ahora * 1000) })
      .where(
        and(
          eq(usuarios.id, id),
          eq(usuarios.rol, antes.rol),
          sql`${usuarios.cuadrillaId} IS ${antes.cuadrilla_id}`,
          sql`${usuarios.bloqueadoEn} IS ${antes.bloqueado_en}`,
          // The actor is asked again: two admins who demote each other at once must not both succeed.
          vigente(admin),
        ),
      )
      .returning({ id: usuarios.id }),
    ...anotar(ctx, {
      accion: accionDe(antes, nuevo.bloqueadoEn),
      sobre: { objeto: "usuario", id },
      antes: enPalabras(antes),
      despues: enPalabras(despuesDe),
      si: SI_CAMBIO,
    }),
    // Only of an account that is now as it was asked for: a race that was lost signs nobody out.
    db.delete(sesiones).where(and(eq(sesiones.userId, id), asi)),
    ...sentenciasSuperar(ctx, id, asi),
  ]);
  if (cambiados.length === 0)
    throw new Fallo(
      "estado_no_permite",
      "Esta cuenta, o la tuya, cambió recién. Volvé a mirarla y probá de nuevo.",
    );
  return { usuario: aDetalle({ ...antes, ...despuesDe }), sesionesCerradas: true };
}
