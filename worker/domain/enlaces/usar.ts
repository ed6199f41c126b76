import { eq, sql } from "drizzle-orm";
import type { UsoEnlace } from "../../../contract/vocabulario.ts";
import { aMano, type Sentencia, schema } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import type { Ctx } from "../contexto.ts";
import { Fallo, falloDeCampo } from "../fallo.ts";
import {
  sentenciaAbrirCuenta,
  sentenciaAnularEnlaces,
  sentenciaCerrarSesiones,
  sentenciasContrasena,
  sentenciasDesalojar,
  sentenciasProbada,
} from "../usuarios/probar.ts";
import {
  enlaceMuerto,
  exigirCambio,
  noCambio,
  sentenciaAviso,
  sentenciaGastar,
} from "./internal.ts";
import type { Leido } from "./ver.ts";

const { usuarios } = schema;

/** What the use of a link leaves for the caller to do. */
export type Usado = {
  que: UsoEnlace;
  /** Whose session is to be opened. */
  abrir: number | null;
  /** Whose sessions were ended: their sockets are to be closed. */
  cerrar: number[];
  /** Mails to queue. */
  correos: number[];
};

/** Carries out the statements with the claim on the link before them: all or nothing. @throws Fallo enlace_vencido */
export async function gastando(
  ctx: Ctx,
  { enlace }: Leido,
  sentencias: readonly Sentencia[],
): Promise<unknown[]> {
  const lote: [Sentencia, ...Sentencia[]] = [
    sentenciaGastar(ctx.db, enlace.id, ctx.ahora),
    exigirCambio(ctx.db),
    ...sentencias,
  ];
  try {
    return (await ctx.db.batch(lote)).slice(2);
  } catch (error) {
    if (noCambio(error)) throw enlaceMuerto("usado");
    throw error;
  }
}

const idsDe = (filas: unknown[]): number[] =>
  filas
    .flatMap((f) => (Array.isArray(f) ? (f as { id?: number }[]) : []))
    .flatMap((f) => f.id ?? []);

const anotarDe = (ctx: Ctx, accion: Parameters<typeof anotar>[1]["accion"], id: number) =>
  anotar(ctx, { accion, sobre: { objeto: "usuario", id }, usuarioId: id });

/** The account of the address, once the batch is done. */
async function cuentaDe({ db }: Ctx, email: string): Promise<number> {
  const [fila] = await db
    .select({ id: usuarios.id })
    .from(usuarios)
    .where(eq(usuarios.email, email));
  if (!fila) throw enlaceMuerto();
  return fila.id;
}

/** Signs in. What somebody else holds of an account whose address was never proved, they hold no more. */
export async function usarIngresar(ctx: Ctx, leido: Leido): Promise<Usado> {
  const { db, ahora } = ctx;
  const { enlace, cuenta } = leido;
  const ajena = cuenta !== null && !cuenta.emailVerified;
  await gastando(ctx, leido, [
    ...(ajena ? sentenciasDesalojar(db, cuenta.id, ahora) : []),
    ...(cuenta ? [] : [sentenciaAbrirCuenta(db, enlace.email, ahora)]),
    ...sentenciasProbada(db, enlace.email, ahora),
  ]);
  const abrir = await cuentaDe(ctx, enlace.email);
  return { que: "ingresar", abrir, cerrar: ajena ? [abrir] : [], correos: [] };
}

/**
 * Says that the address is the account's.
 * @param propia who brings the link is also who opened the account: its session, or its password. Otherwise they get the
 *   account, and who opened it keeps nothing of it.
 */
export async function usarVerificar(ctx: Ctx, leido: Leido, propia: boolean): Promise<Usado> {
  const { db, ahora } = ctx;
  const { enlace, cuenta } = leido;
  if (!cuenta) throw enlaceMuerto();
  const ajena = !propia && !cuenta.emailVerified;
  await gastando(ctx, leido, [
    ...(ajena ? sentenciasDesalojar(db, cuenta.id, ahora) : []),
    ...sentenciasProbada(db, enlace.email, ahora),
    ...anotarDe(ctx, "correo_verificado", cuenta.id),
  ]);
  return {
    que: "verificar",
    abrir: ajena ? cuenta.id : null,
    cerrar: ajena ? [cuenta.id] : [],
    correos: [],
  };
}

/** Another password; every session ends. Nobody is signed in by it: a second factor, where there is one, is still asked for. */
export async function usarRecuperar(ctx: Ctx, leido: Leido, hash: string): Promise<Usado> {
  const { db, ahora } = ctx;
  const { enlace, cuenta } = leido;
  if (!cuenta) throw enlaceMuerto();
  const filas = await gastando(ctx, leido, [
    ...(cuenta.emailVerified
      ? [sentenciaCerrarSesiones(db, cuenta.id), sentenciaAnularEnlaces(db, cuenta.id, ahora)]
      : sentenciasDesalojar(db, cuenta.id, ahora)),
    ...sentenciasContrasena(db, cuenta.id, hash, ahora),
    ...sentenciasProbada(db, enlace.email, ahora),
    ...anotarDe(ctx, "contrasena", cuenta.id),
    sentenciaAviso(ctx, cuenta.id, "cuenta_contrasena"),
  ]);
  return { que: "recuperar", abrir: null, cerrar: [cuenta.id], correos: idsDe(filas) };
}

/**
 * The account's address is the one that was proved from now on, and both are told.
 * @param propia who brings the link also has the account, and not the mailbox alone: somebody else's account must not get
 *   an address, and what the city knows by it, because its owner pressed a button
 * @throws Fallo ya_existe, datos_invalidos, estado_no_permite
 */
export async function usarCorreo(ctx: Ctx, leido: Leido, propia: boolean): Promise<Usado> {
  const { db, ahora } = ctx;
  const { enlace, cuenta } = leido;
  if (!cuenta) throw enlaceMuerto();
  const [otra] = await db.select().from(usuarios).where(eq(usuarios.email, enlace.email));
  if (otra && otra.id !== cuenta.id && otra.emailVerified)
    throw new Fallo("ya_existe", "Esa dirección ya tiene su cuenta. Ingresá con ella.");
  if (!propia)
    throw leido.hash === null
      ? new Fallo(
          "estado_no_permite",
          "Abrí el enlace en el navegador donde ingresaste a tu cuenta.",
        )
      : falloDeCampo(
          "password",
          "Escribí la contraseña de la cuenta que va a usar esta dirección.",
        );
  const filas = await gastando(ctx, leido, [
    ...(otra && otra.id !== cuenta.id ? soltarDireccion(ctx, otra.id) : []),
    sentenciaAviso(ctx, cuenta.id, "cuenta_correo_cambiado"),
    sentenciaAnularEnlaces(db, cuenta.id, ahora),
    aMano(
      db,
      sql`UPDATE usuarios SET email = ${enlace.email}, email_verificado = 1, actualizado_en = ${ahora} WHERE id = ${cuenta.id}`,
    ),
    aMano(db, sql`UPDATE personas SET email = ${enlace.email} WHERE id = ${cuenta.personaId}`),
    ...sentenciasProbada(db, enlace.email, ahora),
    ...anotarDe(ctx, "correo_cambiado", cuenta.id),
    sentenciaAviso(ctx, cuenta.id, "cuenta_correo_cambiado"),
  ]);
  return {
    que: "correo",
    abrir: null,
    cerrar: otra && otra.id !== cuenta.id ? [otra.id] : [],
    correos: idsDe(filas),
  };
}

/** Somebody registered an address that was not theirs: it is its owner's, and they keep an account that nothing opens. */
const soltarDireccion = ({ db, ahora }: Ctx, id: number): Sentencia[] => [
  ...sentenciasDesalojar(db, id, ahora),
  aMano(
    db,
    sql`UPDATE usuarios SET email = 'soltada-' || id || '@baldosa.invalid' WHERE id = ${id}`,
  ),
  aMano(
    db,
    sql`UPDATE personas SET email = NULL WHERE id = (SELECT persona_id FROM usuarios WHERE id = ${id})`,
  ),
];
