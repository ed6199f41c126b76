import { eq, sql } from "drizzle-orm";
import { type Db, type Sentencia, schema } from "../db/client.ts";
import { SIN_CUENTA } from "../domain/enlaces/internal.ts";
import { datosDeCuenta } from "./datos-cuenta.ts";
import { datosDeResumen, sentenciaResumen } from "./datos-resumen.ts";
import type { Casa } from "./enlace.ts";
import { porQueNo } from "./porque.ts";
import type { Lector, Marco, Parte } from "./templates/contenido.ts";
import { esDeCuenta, vaAunqueQueja } from "./templates/cuenta.ts";
import type { Datos } from "./templates/index.ts";
import { nombreParaSaludar, renglonSinEnlace } from "./templates/palabras.ts";

const s = schema;
export type FilaCorreo = typeof s.correos.$inferSelect;

/**
 * The statements that read, in one batch, all that the mail with this id says, as it is at this moment. Separate ones,
 * because columns of the same name collapse in a joined select inside a batch.
 */
export function sentenciasDatos(db: Db, correoId: number) {
  const del = (columna: string) =>
    sql`(SELECT ${sql.raw(columna)} FROM correos WHERE id = ${correoId})`;
  const delEvento = (expresion: string) =>
    sql`(SELECT ${sql.raw(expresion)} FROM eventos WHERE id = ${del("evento_id")})`;
  const delReclamo = (columna: string) =>
    sql`(SELECT ${sql.raw(columna)} FROM reclamos WHERE id = ${del("reclamo_id")})`;
  return [
    db.select().from(s.correos).where(eq(s.correos.id, correoId)),
    db
      .select()
      .from(s.personas)
      .where(eq(s.personas.id, del("persona_id"))),
    db
      .select({
        id: s.usuarios.id,
        rol: s.usuarios.rol,
        cuadrillaId: s.usuarios.cuadrillaId,
        email: s.usuarios.email,
        bloqueadoEn: s.usuarios.bloqueadoEn,
      })
      .from(s.usuarios)
      .where(eq(s.usuarios.personaId, del("persona_id"))),
    db
      .select()
      .from(s.eventos)
      .where(eq(s.eventos.id, del("evento_id"))),
    db
      .select()
      .from(s.textos)
      .where(eq(s.textos.evento_id, del("evento_id"))),
    db
      .select({ rol: s.usuarios.rol })
      .from(s.usuarios)
      .where(eq(s.usuarios.id, delEvento("usuario_id"))),
    db
      .select()
      .from(s.reclamos)
      .where(eq(s.reclamos.id, del("reclamo_id"))),
    db
      .select({ nombre: s.categorias.nombre })
      .from(s.categorias)
      .where(eq(s.categorias.id, delReclamo("categoria_id"))),
    db
      .select({ nombre: s.cuadrillas.nombre })
      .from(s.cuadrillas)
      .where(
        sql`id = coalesce(${delEvento("json_extract(datos, '$.cuadrilla_id')")}, ${delReclamo("cuadrilla_id")})`,
      ),
    db
      .select({ id: s.seguidores.persona_id })
      .from(s.seguidores)
      .where(sql`reclamo_id = ${del("reclamo_id")} AND persona_id = ${del("persona_id")}`),
    db
      .select({ oculta: s.fotos.oculta })
      .from(s.fotos)
      .where(
        sql`reclamo_id = ${del("reclamo_id")} AND evento_id = ${del("evento_id")} AND momento = 'despues'`,
      ),
    db
      .select({ id: s.reclamos.id, codigo: s.reclamos.codigo })
      .from(s.reclamos)
      .where(eq(s.reclamos.id, delEvento("json_extract(datos, '$.original_id')"))),
    db
      .select({ nombre: s.municipio.nombre, contacto: s.municipio.contacto })
      .from(s.municipio)
      .limit(1),
    db
      .select({ motivo: s.supresiones.motivo, tipo: s.supresiones.tipo })
      .from(s.supresiones)
      .where(sql`email = lower(${del("para")})`),
    // A switch that was turned after the mail was written holds too.
    db
      .select({
        apagado: sql<number>`EXISTS (SELECT 1 FROM preferencias f JOIN usuarios u ON u.id = f.usuario_id
            WHERE u.persona_id = ${del("persona_id")} AND f.canal = 'correo' AND f.activa = 0
              AND f.tipo = correos.plantilla)
          OR EXISTS (SELECT 1 FROM bajas b WHERE b.persona_id = ${del("persona_id")}
            AND b.tipo IN (correos.plantilla, 'todo'))`,
        anuncioTerminado: sql<number>`EXISTS (SELECT 1 FROM anuncios a
          WHERE a.evento_id = correos.evento_id AND a.estado = 'terminado')`,
      })
      .from(s.correos)
      .where(eq(s.correos.id, correoId)),
    db
      .select()
      .from(s.enlaces)
      .where(eq(s.enlaces.id, del("enlace_id"))),
    db
      .select()
      .from(s.reportes)
      .where(sql`id = (SELECT reporte_id FROM enlaces WHERE enlaces.id = ${del("enlace_id")})`),
    sentenciaResumen(db, correoId),
  ] as const satisfies Sentencia[];
}

type Filas<T> = T extends readonly [infer A, ...infer R]
  ? [A extends Sentencia ? A["_"]["result"] : never, ...Filas<R>]
  : [];
export type FilasDatos = Filas<ReturnType<typeof sentenciasDatos>>;

/** A mail with what it says, or with why it is not to be sent. */
export type Leido = {
  correo: FilaCorreo;
  nombre: string;
  /** As whom the municipality writes, and where an answer goes. */
  remitente: Remitente;
  /** Null when what it tells of is gone. */
  datos: Datos | null;
  /** Why this reader gets no mail, were it pending: an address that bounced, a person gone or blocked. */
  suprimido: string | null;
  /** It goes although this address complained of another: the provider's own list must let it. */
  aunqueQueja?: boolean;
};

export type Remitente = { nombre: string | null; responderA: string | null };

const AUTOR = {
  vecino: "vecino",
  cuadrilla: "cuadrilla",
  supervisor: "municipalidad",
  admin: "municipalidad",
} as const;

function parteDe(rol: keyof typeof AUTOR | undefined, interesado: boolean): Parte {
  if (interesado || rol === undefined || rol === "vecino") return "interesado";
  return rol === "cuadrilla" ? "equipo" : "supervision";
}

/**
 * Puts the rows of `sentenciasDatos` together, as this reader may see them: followers get the redacted words and no hidden
 * photo, as on the page (domain/reclamos/vista.ts).
 */
export function armarDatos(filas: FilasDatos, casa: Casa): Leido | null {
  const [
    [correo],
    [persona],
    [usuario],
    [evento],
    [texto],
    [autor],
    [reclamo],
    [categoria],
    [cuadrilla],
    [sigue],
    fotos,
    [original],
    [municipio],
    [supresion],
    [ahora],
    [enlace],
    [reporte],
    [resumen],
  ] = filas;
  if (!correo || !persona) return null;
  const esCreador = reclamo?.creador_id === persona.id;
  const parte = parteDe(usuario?.rol, esCreador || sigue !== undefined);
  const marco: Marco = {
    appUrl: casa.appUrl,
    municipio: municipio?.nombre ?? "Municipalidad",
    baja: null,
  };
  const remitente: Remitente = {
    nombre: municipio?.nombre ?? null,
    responderA: municipio?.contacto?.email || null,
  };
  const lector: Lector = {
    nombre: nombreParaSaludar(persona.nombre),
    parte,
    esCreador,
    conCuenta: usuario !== undefined,
    idioma: persona.idioma,
  };
  const nombreSuyo = nombreParaSaludar(reporte?.nombre ?? persona.nombre);
  if (esDeCuenta(correo.plantilla)) {
    const aunqueQueja = supresion?.tipo === "queja" && vaAunqueQueja(correo.plantilla);
    return {
      aunqueQueja,
      correo,
      nombre: nombreSuyo,
      remitente,
      ...datosDeCuenta(correo.plantilla, casa, {
        marco,
        lector: { ...lector, nombre: nombreSuyo, idioma: reporte?.idioma ?? persona.idioma },
        correo,
        enlace,
        reporte,
        email: usuario?.email,
        noVa: porQueNo({
          rebota: aunqueQueja ? undefined : supresion?.motivo,
          anonima: persona.anonimizada_en !== null,
          // Who stands for a person without an account is blocked, and its mail goes to them.
          bloqueada: (usuario?.bloqueadoEn ?? null) !== null && usuario?.id !== SIN_CUENTA,
        }),
      }),
    };
  }
  if (resumen)
    return {
      correo,
      nombre: nombreSuyo,
      remitente,
      datos: datosDeResumen(marco, lector, resumen),
      suprimido: porQueNo({
        rebota: supresion?.motivo,
        anonima: persona.anonimizada_en !== null,
        bloqueada: (usuario?.bloqueadoEn ?? null) !== null,
        apagado: ahora?.apagado === 1,
        yaNoSupervisa: usuario?.rol !== "supervisor" && usuario?.rol !== "admin",
      }),
    };
  const esVecino = (usuario?.rol ?? "vecino") === "vecino";
  const veOriginal = esCreador || parte !== "interesado";
  const base = evento && {
    ...marco,
    lector,
    evento: {
      tipo: evento.tipo,
      estado: evento.estado,
      texto: texto?.texto ?? null,
      datos: evento.datos,
      autor: AUTOR[autor?.rol ?? "admin"],
    },
  };
  const datos =
    base &&
    (reclamo && categoria
      ? {
          ...base,
          reclamo: {
            id: reclamo.id,
            numero: reclamo.id,
            codigo: reclamo.codigo,
            titulo: renglonSinEnlace(
              veOriginal ? reclamo.titulo : (reclamo.titulo_publico ?? reclamo.titulo),
            ),
            descripcion: veOriginal
              ? reclamo.descripcion
              : (reclamo.descripcion_publica ?? reclamo.descripcion),
            direccion: renglonSinEnlace(reclamo.direccion),
            categoria: categoria.nombre,
            estado: reclamo.estado,
            venceEn: reclamo.vence_en,
            cuadrilla: cuadrilla?.nombre ?? null,
            fotosDespues: fotos.filter((f) => veOriginal || !f.oculta).length,
            original: original ? { numero: original.id, codigo: original.codigo } : null,
          },
        }
      : evento.tipo === "anuncio"
        ? base
        : undefined);
  return {
    correo,
    nombre: `${persona.nombre} ${persona.apellido}`.trim(),
    remitente,
    datos: datos ?? null,
    suprimido: porQueNo({
      rebota: supresion?.motivo,
      anonima: persona.anonimizada_en !== null,
      bloqueada: (usuario?.bloqueadoEn ?? null) !== null,
      internaParaVecino: evento?.interno === true && esVecino,
      apagado: ahora?.apagado === 1,
      anuncioTerminado: ahora?.anuncioTerminado === 1,
      yaNoEsSuyo:
        reclamo !== undefined &&
        parte === "equipo" &&
        reclamo.cuadrilla_id !== usuario?.cuadrillaId,
      yaNoSigue: reclamo !== undefined && esVecino && !esCreador && sigue === undefined,
    }),
  };
}
