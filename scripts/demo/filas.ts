import { azarDe } from "./azar.ts";
import { CATEGORIAS, CUADRILLAS } from "./catalogo.ts";
import { consecuencias } from "./consecuencias.ts";
import { GUARDADA } from "./fotos/guardada.ts";
import { CENTRO } from "./geografia.ts";
import { PERSONAS } from "./personas.ts";
import { RESPUESTAS } from "./respuestas.ts";
import type { FotoDemo, Vida } from "./vida.ts";
import { LIMITE, ZONAS } from "./zonas.ts";

/** A value as D1 stores it. */
export type Valor = string | number | null;
/** Rows of one table, column by column in the order of `columnas`. */
export type Tabla = { tabla: string; columnas: readonly string[]; filas: Valor[][] };

const RECLAMOS_POR_DIA = 5;

/** A photo's name in R2, of the form that worker/photos/guardar.ts gives. */
export const claveDe = (foto: FotoDemo): string => {
  const azar = azarDe(foto.semilla * 31 + foto.id);
  return Array.from({ length: 32 }, () => "0123456789abcdef"[azar.entero(0, 15)]).join("");
};

/** The rows that do not change with time: the catalogues and the people. */
export function filasDeLaCiudad(ahora: number, hash: string): Tabla[] {
  const desde = ahora - 400 * 86_400;
  const conCuenta = PERSONAS.flatMap((p) => (p.cuenta ? [{ ...p, cuenta: p.cuenta }] : []));
  return [
    {
      tabla: "zonas",
      columnas: ["id", "nombre", "poligono"],
      filas: ZONAS.map((z) => [z.id, z.nombre, JSON.stringify(z.poligono)]),
    },
    {
      tabla: "categorias",
      columnas: ["id", "nombre", "icono", "color", "orden"],
      filas: CATEGORIAS.map((c) => [c.id, c.nombre, c.icono, c.color, c.id]),
    },
    {
      tabla: "plazos",
      columnas: ["categoria_id", "horas_normal", "horas_urgente"],
      filas: CATEGORIAS.map((c) => [c.id, c.horas_normal, c.horas_urgente]),
    },
    {
      tabla: "cuadrillas",
      columnas: ["id", "nombre", "capacidad", "zona_id"],
      filas: CUADRILLAS.map((c) => [c.id, c.nombre, c.capacidad, c.zona_id]),
    },
    {
      tabla: "cuadrilla_categorias",
      columnas: ["cuadrilla_id", "categoria_id"],
      filas: CUADRILLAS.flatMap((c) => c.categorias.map((categoria) => [c.id, categoria])),
    },
    {
      tabla: "plantillas_respuesta",
      columnas: ["titulo", "texto", "accion", "actualizado_en"],
      filas: RESPUESTAS.map((r) => [r.titulo, r.texto, r.accion, desde]),
    },
    {
      tabla: "personas",
      columnas: ["id", "nombre", "apellido", "email", "telefono", "creado_en"],
      filas: PERSONAS.map((p) => [p.id, p.nombre, p.apellido, p.email, p.telefono, desde]),
    },
    {
      tabla: "usuarios",
      columnas: [
        "id",
        "persona_id",
        "name",
        "email",
        "email_verificado",
        "rol",
        "cuadrilla_id",
        "creado_en",
        "actualizado_en",
      ],
      filas: conCuenta.map((p) => [
        p.cuenta.id,
        p.id,
        `${p.nombre} ${p.apellido}`,
        p.email,
        1,
        p.cuenta.rol,
        p.cuenta.cuadrilla_id,
        desde,
        desde,
      ]),
    },
    {
      // One hash for all: they share the password, and each would cost 150 ms.
      tabla: "cuentas",
      columnas: [
        "usuario_id",
        "cuenta_externa",
        "proveedor",
        "contrasena",
        "creado_en",
        "actualizado_en",
      ],
      filas: conCuenta.map((p) => [
        p.cuenta.id,
        String(p.cuenta.id),
        "credential",
        hash,
        desde,
        desde,
      ]),
    },
  ];
}

/** The municipality's own row. Goes last: where it stands, the whole demonstration stands. */
export const filaDelMunicipio = (ahora: number): Tabla => ({
  tabla: "municipio",
  columnas: ["id", "nombre", "limite", "lat", "lng", "reclamos_por_dia", "actualizado_en"],
  filas: [
    [1, "Villa Baldosa", JSON.stringify(LIMITE), CENTRO.lat, CENTRO.lng, RECLAMOS_POR_DIA, ahora],
  ],
});

const COLUMNAS_RECLAMO = [
  "id",
  "codigo",
  "titulo",
  "descripcion",
  "categoria_id",
  "prioridad",
  "direccion",
  "lat",
  "lng",
  "zona_id",
  "creador_id",
  "canal",
  "cuadrilla_id",
  "estado",
  "ciclo",
  "version",
  "vence_en",
  "ciclo_desde",
  "programado_para",
  "cerrado_en",
  "demorado_en",
  "motivo_rechazo",
  "creado_en",
  "actualizado_en",
] as const satisfies readonly (keyof Vida)[];

/**
 * The rows of some reclamos and of all that happened to them.
 * @param conAvisos also who was told of each step: most of the rows, left out of the big loads
 */
export function filasDeReclamos(
  vidas: readonly Vida[],
  ahora: number,
  { conAvisos = true }: { conAvisos?: boolean } = {},
): Tabla[] {
  const eventos = vidas.flatMap((v) => v.eventos.map((e) => ({ ...e, reclamo_id: v.id })));
  eventos.sort((a, b) => a.id - b.id);
  const de = conAvisos ? vidas.map((v) => consecuencias(v, ahora)) : [];
  const entregas = de.flatMap((c) => c.entregas).sort((a, b) => a.evento_id - b.evento_id);
  const correos = de.flatMap((c) => c.correos).sort((a, b) => a.evento_id - b.evento_id);
  return [
    {
      tabla: "reclamos",
      columnas: [...COLUMNAS_RECLAMO, "original_id", "seguidores"],
      filas: vidas.map((v) => [
        ...COLUMNAS_RECLAMO.map((c) => v[c]),
        v.original?.id ?? null,
        v.seguidores.length,
      ]),
    },
    {
      tabla: "reclamos_fts",
      columnas: ["rowid", "titulo", "descripcion", "direccion"],
      filas: vidas.map((v) => [v.id, v.titulo, v.descripcion, v.direccion]),
    },
    {
      tabla: "eventos",
      columnas: [
        "id",
        "reclamo_id",
        "tipo",
        "guardia",
        "version",
        "estado",
        "ciclo",
        "usuario_id",
        "interno",
        "datos",
        "en",
        "despachado_en",
      ],
      filas: eventos.map((e) => [
        e.id,
        e.reclamo_id,
        e.tipo,
        1,
        e.version,
        e.estado,
        e.ciclo,
        e.usuario_id,
        e.interno ? 1 : 0,
        JSON.stringify(e.datos),
        e.en,
        e.en + 1,
      ]),
    },
    {
      tabla: "textos",
      columnas: ["evento_id", "texto"],
      filas: eventos.flatMap((e) => (e.texto ? [[e.id, e.texto]] : [])),
    },
    {
      tabla: "seguidores",
      columnas: ["reclamo_id", "persona_id", "desde"],
      filas: vidas.flatMap((v) => v.seguidores.map((s) => [v.id, s.persona_id, s.desde])),
    },
    {
      tabla: "calificaciones",
      columnas: ["reclamo_id", "ciclo", "conforme", "estrellas", "en"],
      filas: vidas.flatMap((v) =>
        v.calificaciones.map((c) => [v.id, c.ciclo, c.conforme ? 1 : 0, c.estrellas, c.en]),
      ),
    },
    {
      tabla: "fotos",
      columnas: [
        "id",
        "clave",
        "subida_por",
        "reclamo_id",
        "evento_id",
        "momento",
        "ancho",
        "alto",
        "bytes",
        "creado_en",
      ],
      filas: eventos.flatMap((e) =>
        e.fotos.map((f) => [
          f.id,
          claveDe(f),
          f.subida_por,
          e.reclamo_id,
          e.id,
          f.momento,
          GUARDADA.ancho,
          GUARDADA.alto,
          f.bytes,
          e.en,
        ]),
      ),
    },
    {
      tabla: "entregas",
      columnas: ["evento_id", "usuario_id", "silenciosa", "estado", "intentos", "en"],
      filas: entregas.map((d) => [d.evento_id, d.usuario_id, 0, d.estado, 1, d.en]),
    },
    {
      tabla: "correos",
      columnas: [
        "evento_id",
        "persona_id",
        "reclamo_id",
        "plantilla",
        "para",
        "asunto",
        "estado",
        "intentos",
        "creado_en",
        "encolado_en",
      ],
      filas: correos.map((c) => [
        c.evento_id,
        c.persona_id,
        c.reclamo_id,
        c.plantilla,
        c.para,
        c.asunto,
        "simulado",
        1,
        c.en,
        c.en,
      ]),
    },
  ];
}
