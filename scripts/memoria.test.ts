import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { getTableColumns } from "drizzle-orm";
import { abrirDb, schema } from "../worker/db/client.ts";
import { exportarReclamos } from "../worker/domain/reclamos/exportar.ts";

const RECLAMOS = 100_000;
const MB = 1024 * 1024;
/** The whole export is some 50 MB of text; a page of it is under one. */
const HEAP_DE_MAS_MB = 16;

setFlagsFromString("--expose_gc");
const limpiar = runInNewContext("gc") as () => void;

const COLUMNAS = Object.keys(getTableColumns(schema.reclamos));
const EXTRA = JSON.stringify([null, null, "Ana", "Paz", "ana@correo.example", "11 5555-0000"]);

/** A row of a busy city, made when it is asked for. */
function fila(id: number): Record<string, unknown> {
  const hechos: Record<string, unknown> = {
    id,
    codigo: `C${id}`,
    titulo: `Bache número ${id}`,
    descripcion: `${id} `.repeat(40),
    direccion: `Mitre ${id}`,
    estado: "nuevo",
    vence_en: 1_795_500_000,
    creado_en: 1_795_400_000,
    actualizado_en: 1_795_400_000,
    ciclo: 1,
  };
  return { ...Object.fromEntries(COLUMNAS.map((c) => [c, hechos[c] ?? null])), extra: EXTRA };
}

/** A D1 that answers as one with so many reclamos does, newest first. */
function d1De(total: number): { d1: D1Database; viajes: () => number } {
  let quedan = total;
  let viajes = 0;
  type Sentencia = { sql: string; tope: number };
  const resultado = ({ sql, tope }: Sentencia) => {
    if (/from "usuarios"/.test(sql))
      return [{ rol: "admin", persona_id: 1, cuadrilla_id: null, bloqueado_en: null }];
    if (!/from "reclamos"/.test(sql)) return [];
    const desde = quedan;
    quedan = Math.max(0, quedan - (tope - 1));
    return Array.from({ length: Math.min(tope, desde) }, (_, i) => fila(desde - i));
  };
  const prepare = (sql: string) => ({
    sql,
    tope: 0,
    bind: (...valores: unknown[]) => ({ sql, tope: Number(valores.at(-1)) }),
  });
  const batch = (sentencias: Sentencia[]) => {
    viajes++;
    return Promise.resolve(
      sentencias.map((s) => ({ success: true, results: resultado(s), meta: {} })),
    );
  };
  return { d1: { prepare, batch } as unknown as D1Database, viajes: () => viajes };
}

test("an export of 100,000 reclamos holds a page of them, never the list", async () => {
  const { d1, viajes } = d1De(RECLAMOS);
  const trozos = exportarReclamos(
    {
      db: abrirDb(d1),
      actor: { tipo: "usuario", id: 1, personaId: 1, rol: "admin", cuadrillaId: null },
      ahora: 1_795_500_000,
      hechos: [],
    },
    { orden: "reciente", personas: true },
  );
  let bytes = 0;
  let renglones = 0;
  let alto = 0;
  let partida = 0;
  for await (const trozo of trozos) {
    bytes += Buffer.byteLength(trozo);
    renglones += trozo.split("\r\n").length - 1;
    if (viajes() % 20 !== 2) continue;
    limpiar();
    const usado = process.memoryUsage().heapUsed;
    partida ||= usado;
    alto = Math.max(alto, usado - partida);
  }
  console.log(
    `${renglones} renglones, ${(bytes / MB).toFixed(1)} MB en ${viajes()} viajes; heap de más: ${(alto / MB).toFixed(1)} MB`,
  );
  assert.equal(renglones, RECLAMOS + 1);
  assert.ok(bytes > 30 * MB);
  assert.ok(alto < HEAP_DE_MAS_MB * MB, `${(alto / MB).toFixed(1)} MB de más`);
});
