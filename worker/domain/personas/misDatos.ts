import { sql } from "drizzle-orm";
import type { MisDatos } from "../../../contract/esquemas/misDatos.ts";
import { leerAMano } from "../../db/client.ts";
import { anotar } from "../auditoria/anotar.ts";
import { type Ctx, exigirUsuario } from "../contexto.ts";
import { BOM, type Celda, renglonCsv } from "../csv.ts";
import { actorVigente, sentenciaActor, vigente } from "../reclamos/lectura.ts";
import { isoONulo } from "../tiempo.ts";
import { susReclamos } from "./rastro.ts";

type Fila = Record<string, string | number | null>;

/** Columns that hold a moment: told as ISO-8601. */
const MOMENTO = /_en$|^en$|^desde$|^hasta$|_para$/;
const SI_NO = ["leido", "activa", "conforme", "oculta", "verificado"];

/** A row as a person reads it. */
const legible = (f: Fila): Fila =>
  Object.fromEntries(
    Object.entries(f).map(([k, v]) => {
      if (typeof v === "number" && MOMENTO.test(k)) return [k, isoONulo(v)];
      return [k, SI_NO.includes(k) && typeof v === "number" ? (v === 1 ? "sí" : "no") : v];
    }),
  );

/** What the database holds of a person, area by area. The keys are what the file calls them. */
const AREAS = (usuario: number, persona: number) => ({
  cuenta: sql`SELECT u.id AS id, p.nombre AS nombre, p.apellido AS apellido, u.email AS email, p.telefono AS telefono,
    p.idioma AS idioma, u.rol AS rol, u.email_verificado AS verificado, u.creado_en AS creado_en
    FROM usuarios u JOIN personas p ON p.id = u.persona_id WHERE u.id = ${usuario}`,
  sesiones: sql`SELECT direccion_ip, agente, creado_en, actualizado_en, vence_en FROM sesiones WHERE usuario_id = ${usuario}`,
  reclamos: sql`SELECT r.id AS numero, codigo, titulo, descripcion, c.nombre AS categoria, direccion, lat, lng, estado, prioridad,
    canal, r.creado_en AS creado_en, vence_en, cerrado_en FROM reclamos r JOIN categorias c ON c.id = r.categoria_id
    WHERE creador_id = ${persona} ORDER BY r.id`,
  sigue: sql`SELECT reclamo_id AS numero, desde FROM seguidores WHERE persona_id = ${persona} ORDER BY desde`,
  hechos: sql`SELECT e.id AS id, e.reclamo_id AS numero, e.tipo AS que, e.en AS en,
    (SELECT texto FROM textos t WHERE t.evento_id = e.id) AS texto
    FROM eventos e WHERE e.usuario_id = ${usuario} AND e.reclamo_id IN (${susReclamos(usuario, sql`${persona}`)}) ORDER BY e.id`,
  calificaciones: sql`SELECT q.reclamo_id AS numero, q.ciclo AS ciclo, conforme, estrellas, en FROM calificaciones q
    JOIN reclamos r ON r.id = q.reclamo_id WHERE r.creador_id = ${persona}`,
  fotos: sql`SELECT id, reclamo_id AS numero, momento, ancho, alto, bytes, oculta, '/api/fotos/' || id AS direccion, creado_en
    FROM fotos WHERE subida_por = ${usuario} ORDER BY id`,
  correos: sql`SELECT id, reclamo_id AS numero, plantilla, para, asunto, estado, creado_en, enviado_en FROM correos
    WHERE persona_id = ${persona} ORDER BY id`,
  preferencias: sql`SELECT tipo, canal, activa FROM preferencias WHERE usuario_id = ${usuario}`,
  bajas: sql`SELECT tipo, en FROM bajas WHERE persona_id = ${persona}`,
  registro: sql`SELECT a.en AS en, a.accion AS que, d.direccion AS red FROM auditoria a
    LEFT JOIN auditoria_detalles d ON d.auditoria_id = a.id WHERE a.usuario_id = ${usuario} ORDER BY a.id`,
  // Who of the city looked at their data: by what they were for, not by name.
  leidos: sql`SELECT a.en AS en, (SELECT rol FROM usuarios WHERE id = a.usuario_id) AS quien FROM auditoria a
    WHERE a.objeto = 'persona' AND a.objeto_id = ${persona} AND a.accion = 'lectura' ORDER BY a.id`,
});

/**
 * Everything that the database holds of who asks, in one trip, and puts on record that they took it. The inbox is the
 * route's to add: it stands in the person's own object.
 * @throws Fallo sin_sesion
 */
export async function reunirDatos(ctx: Ctx): Promise<Omit<MisDatos, "avisos">> {
  const usuario = exigirUsuario(ctx);
  const areas = Object.entries(AREAS(usuario.id, usuario.personaId));
  const [cuenta, , , ...filas] = await ctx.db.batch([
    sentenciaActor(ctx.db, usuario),
    ...anotar(ctx, {
      accion: "datos_descargados",
      sobre: { objeto: "usuario", id: usuario.id },
      si: vigente(usuario),
    }),
    ...areas.map(([, consulta]) => leerAMano<Fila>(ctx.db, consulta)),
  ]);
  actorVigente(usuario, cuenta);
  return Object.fromEntries(
    areas.map(([nombre], i) => [nombre, (filas[i] ?? []).map(legible)]),
  ) as Omit<MisDatos, "avisos">;
}

const aCelda = (v: unknown): Celda =>
  v === null || typeof v === "number" || typeof v === "string" ? v : JSON.stringify(v);

/** The same as one table: area, row, name and value. */
export function comoCsv(datos: Record<string, readonly object[]>): string {
  const renglones = Object.entries(datos).flatMap(([area, filas]) =>
    filas.flatMap((fila, i) =>
      Object.entries(fila).map(([dato, valor]) => renglonCsv([area, i + 1, dato, aCelda(valor)])),
    ),
  );
  return BOM + renglonCsv(["Área", "Registro", "Dato", "Valor"]) + renglones.join("");
}
