import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Accion, Usuario } from "../../contract/acciones.ts";
import { ACCIONES } from "../../contract/acciones.ts";
import type { Paso, Reclamo } from "../../contract/esquemas/reclamos.ts";
import { EVENTO_DE, tramaDe } from "../../contract/eventos.ts";
import { schema } from "../db/client.ts";
import { clienteDe } from "../testing/api.ts";
import type { Cliente } from "../testing/cliente.ts";
import { type Enchufe, enchufar } from "../testing/enchufe.ts";
import { type Ciudad, crearMunicipio, crearUsuario, db, pedidoDe } from "../testing/fabrica.ts";

/** Every action over HTTP, and after it: the evento, the timeline, each inbox, each socket and each mail. */

const GENTE = [
  "creador",
  "seguidor",
  "equipo1",
  "equipo2",
  "luz",
  "sup1",
  "sup2",
  "admin",
  "ajeno",
] as const;
type Quien = (typeof GENTE)[number];
const INTERESADOS: Quien[] = ["creador", "seguidor"];
const EQUIPO: Quien[] = ["equipo1", "equipo2"];
const SUPERVISORES: Quien[] = ["sup1", "sup2", "admin"];
const TEXTO = "Un texto que alcanza para cualquier motivo.";

type Caso = {
  accion: Accion;
  /** Says which of several ways this is. */
  como?: string;
  quien: Quien;
  /** Actions that lead to it. */
  antes?: Accion[];
  cuerpo: (r: Reclamo) => Record<string, unknown>;
  /** The product's event table, by person, the actor already left out. */
  avisos: Quien[];
  correos: Quien[];
  /** Who else has it on a screen: the silent frame. */
  silencio: Quien[];
};

let ciudad: Ciudad;
const personas = {} as Record<Quien, Usuario>;
const clientes = {} as Record<Quien, Cliente>;
let enchufes: Record<Quien, Enchufe>;

const conVersion = (r: Reclamo) => ({ version: r.version });
const asignacion = (r: Reclamo) => ({
  cuadrilla_id: ciudad.cuadrillas.vialidad,
  ...conVersion(r),
});
const CUERPOS: Record<string, (r: Reclamo) => Record<string, unknown>> = {
  asignar: asignacion,
  iniciar: conVersion,
  resolver: (r) => ({ solucion: TEXTO, ...conVersion(r) }),
  rechazar: (r) => ({ motivo: "otro", texto: TEXTO, ...conVersion(r) }),
};
const QUIEN_HACE: Record<string, Quien> = {
  asignar: "sup1",
  iniciar: "equipo1",
  resolver: "equipo1",
  rechazar: "sup1",
};
const ASIGNADO: Accion[] = ["asignar"];
const EN_PROCESO: Accion[] = ["asignar", "iniciar"];
const RESUELTO: Accion[] = ["asignar", "iniciar", "resolver"];
const CERCA: Quien[] = [...INTERESADOS, ...EQUIPO, ...SUPERVISORES];
const SIN_EQUIPO: Quien[] = [...INTERESADOS, ...SUPERVISORES];

const CASOS: Caso[] = [
  {
    accion: "editar",
    quien: "creador",
    cuerpo: (r) => ({ titulo: "Otro", descripcion: TEXTO, direccion: "Mitre 1", ...conVersion(r) }),
    avisos: [],
    correos: [],
    silencio: SIN_EQUIPO,
  },
  {
    accion: "asignar",
    quien: "sup1",
    cuerpo: asignacion,
    avisos: [...EQUIPO, ...INTERESADOS],
    correos: [...EQUIPO, ...INTERESADOS],
    silencio: SUPERVISORES,
  },
  {
    accion: "asignar",
    como: "to another cuadrilla",
    quien: "sup1",
    antes: ASIGNADO,
    cuerpo: (r) => ({ cuadrilla_id: ciudad.cuadrillas.luz, motivo: TEXTO, ...conVersion(r) }),
    avisos: ["luz", ...EQUIPO, ...INTERESADOS],
    correos: ["luz", ...INTERESADOS],
    silencio: SUPERVISORES,
  },
  {
    accion: "iniciar",
    quien: "equipo1",
    antes: ASIGNADO,
    cuerpo: conVersion,
    avisos: INTERESADOS,
    correos: INTERESADOS,
    silencio: [...EQUIPO, ...SUPERVISORES],
  },
  {
    accion: "resolver",
    quien: "equipo1",
    antes: EN_PROCESO,
    cuerpo: (r) => ({ solucion: TEXTO, ...conVersion(r) }),
    avisos: [...INTERESADOS, ...SUPERVISORES],
    correos: INTERESADOS,
    silencio: EQUIPO,
  },
  {
    accion: "devolver",
    quien: "equipo1",
    antes: ASIGNADO,
    cuerpo: (r) => ({ motivo: TEXTO, ...conVersion(r) }),
    avisos: [...SUPERVISORES, "equipo2"],
    correos: [],
    silencio: [...INTERESADOS, "equipo1"],
  },
  {
    accion: "rechazar",
    quien: "sup1",
    cuerpo: (r) => ({ motivo: "otro", texto: TEXTO, ...conVersion(r) }),
    avisos: INTERESADOS,
    correos: INTERESADOS,
    silencio: SUPERVISORES,
  },
  {
    accion: "reabrir",
    como: "by its creator",
    quien: "creador",
    antes: RESUELTO,
    cuerpo: (r) => ({ comentario: TEXTO, ...conVersion(r) }),
    avisos: [...SUPERVISORES, ...EQUIPO],
    correos: [],
    silencio: INTERESADOS,
  },
  {
    accion: "reabrir",
    como: "after a rejection, by a supervisor",
    quien: "sup1",
    antes: ["rechazar"],
    cuerpo: (r) => ({ comentario: TEXTO, ...conVersion(r) }),
    avisos: ["sup2", "admin"],
    correos: [],
    silencio: [...INTERESADOS, "sup1"],
  },
  {
    accion: "confirmar",
    como: "content",
    quien: "creador",
    antes: RESUELTO,
    cuerpo: () => ({ conforme: true, estrellas: 5 }),
    avisos: EQUIPO,
    correos: [],
    silencio: SIN_EQUIPO,
  },
  {
    accion: "confirmar",
    como: "not content",
    quien: "creador",
    antes: RESUELTO,
    cuerpo: () => ({ conforme: false, estrellas: 1 }),
    avisos: [...EQUIPO, ...SUPERVISORES],
    correos: [],
    silencio: INTERESADOS,
  },
  {
    accion: "comentar",
    como: "by staff",
    quien: "sup1",
    antes: ASIGNADO,
    cuerpo: () => ({ texto: TEXTO }),
    avisos: INTERESADOS,
    correos: INTERESADOS,
    silencio: CERCA,
  },
  {
    accion: "comentar",
    como: "by a follower, to the cuadrilla",
    quien: "seguidor",
    antes: ASIGNADO,
    cuerpo: () => ({ texto: TEXTO }),
    avisos: EQUIPO,
    correos: EQUIPO,
    silencio: CERCA,
  },
  {
    accion: "comentar",
    como: "by the creator, when nobody is assigned",
    quien: "creador",
    cuerpo: () => ({ texto: TEXTO }),
    avisos: SUPERVISORES,
    correos: SUPERVISORES,
    silencio: SIN_EQUIPO,
  },
  {
    accion: "comentar",
    como: "internally",
    quien: "equipo1",
    antes: ASIGNADO,
    cuerpo: () => ({ texto: TEXTO, interno: true }),
    avisos: ["sup1", "equipo2"],
    correos: [],
    silencio: [...EQUIPO, ...SUPERVISORES],
  },
  {
    accion: "sumarse",
    quien: "ajeno",
    cuerpo: () => ({}),
    avisos: [],
    correos: [],
    silencio: [...SIN_EQUIPO, "ajeno"],
  },
  {
    accion: "dejar",
    quien: "seguidor",
    cuerpo: () => ({}),
    avisos: [],
    correos: [],
    silencio: SIN_EQUIPO,
  },
  {
    accion: "priorizar",
    quien: "sup1",
    antes: ASIGNADO,
    cuerpo: (r) => ({ prioridad: "urgente", ...conVersion(r) }),
    avisos: [],
    correos: [],
    silencio: CERCA,
  },
  {
    accion: "reclasificar",
    quien: "sup1",
    cuerpo: (r) => ({ categoria_id: ciudad.categorias.alumbrado, motivo: TEXTO, ...conVersion(r) }),
    avisos: [],
    correos: [],
    silencio: SIN_EQUIPO,
  },
  {
    accion: "moderar",
    quien: "sup1",
    cuerpo: (r) => ({ oculto: false, titulo_publico: "Bache", motivo: TEXTO, ...conVersion(r) }),
    avisos: [],
    correos: [],
    silencio: SIN_EQUIPO,
  },
];

beforeAll(async () => {
  ciudad = await crearMunicipio();
});

beforeEach(async () => {
  await db.update(schema.usuarios).set({ bloqueadoEn: 1 });
  const { vialidad, luz } = ciudad.cuadrillas;
  personas.creador = await crearUsuario();
  personas.seguidor = await crearUsuario();
  personas.ajeno = await crearUsuario();
  personas.equipo1 = await crearUsuario("cuadrilla", { cuadrillaId: vialidad });
  personas.equipo2 = await crearUsuario("cuadrilla", { cuadrillaId: vialidad });
  personas.luz = await crearUsuario("cuadrilla", { cuadrillaId: luz });
  personas.sup1 = await crearUsuario("supervisor");
  personas.sup2 = await crearUsuario("supervisor");
  personas.admin = await crearUsuario("admin");
  for (const q of GENTE) clientes[q] = await clienteDe(personas[q]);
});

/** Does it over HTTP; the answer comes when dispatch is done too. */
async function hacer(
  quien: Quien,
  accion: Accion,
  r: Reclamo,
  cuerpo: Record<string, unknown>,
): Promise<Reclamo> {
  const ref = accion === "sumarse" ? r.codigo : r.id;
  const [metodo, cola] =
    accion === "editar" ? (["PUT", ""] as const) : (["POST", `/${accion}`] as const);
  const { status, cuerpo: dado } = await clientes[quien].pedir<Reclamo>(
    metodo,
    `/api/reclamos/${ref}${cola}`,
    cuerpo,
  );
  expect([accion, status, status === 200 ? "" : dado]).toEqual([accion, 200, ""]);
  return dado;
}

async function prepararlo(antes: Accion[]): Promise<Reclamo> {
  let { cuerpo: r } = await clientes.creador.pedir<Reclamo>(
    "POST",
    "/api/reclamos",
    pedidoDe(ciudad),
  );
  await hacer("seguidor", "sumarse", r, {});
  for (const accion of antes)
    r = await hacer(QUIEN_HACE[accion] as Quien, accion, r, CUERPOS[accion]?.(r) ?? {});
  return r;
}

async function enchufarATodos(): Promise<void> {
  const pares = await Promise.all(
    GENTE.map(async (q) => [q, await enchufar(env.USER_CHANNEL, personas[q].id)] as const),
  );
  enchufes = Object.fromEntries(pares) as Record<Quien, Enchufe>;
  for (const q of GENTE) enchufes[q].tramas.length = 0;
}

const nombres = (ids: Set<number>, que: (u: Usuario) => number) =>
  GENTE.filter((q) => ids.has(que(personas[q])));
const orden = (quienes: Quien[]) => GENTE.filter((q) => quienes.includes(q));

async function comprobar(
  eventoId: number,
  tipo: Parameters<typeof tramaDe>[0],
  caso: Omit<Caso, "accion" | "cuerpo">,
) {
  const filas = await db
    .select()
    .from(schema.entregas)
    .where(eq(schema.entregas.evento_id, eventoId));
  const avisados = filas.filter((f) => !f.silenciosa);
  expect(avisados.every((f) => f.estado === "entregado")).toBe(true);
  expect(nombres(new Set(avisados.map((f) => f.usuario_id)), (u) => u.id)).toEqual(
    orden(caso.avisos),
  );
  const mails = await db
    .select()
    .from(schema.correos)
    .where(eq(schema.correos.evento_id, eventoId));
  expect(nombres(new Set(mails.map((m) => m.persona_id)), (u) => u.personaId)).toEqual(
    orden(caso.correos),
  );
  expect(mails).toHaveLength(caso.correos.length);

  const trama = tramaDe(tipo);
  for (const q of GENTE) {
    await enchufes[q].alDia();
    const esperadas = [
      ...(caso.avisos.includes(q) ? [`${trama} con seq`] : []),
      ...(caso.silencio.includes(q) ? ["reclamo_actualizado"] : []),
    ];
    const vistas = enchufes[q].tramas.map((t) =>
      t.seq === undefined ? t.type : `${t.type} con seq`,
    );
    expect([q, ...vistas]).toEqual([q, ...esperadas]);
    const { cuerpo: bandeja } = await clientes[q].pedir<{
      items: { data: { evento_id: number } }[];
    }>("GET", "/api/avisos");
    expect([q, bandeja.items.filter((a) => a.data.evento_id === eventoId).length]).toEqual([
      q,
      caso.avisos.includes(q) ? 1 : 0,
    ]);
  }
}

describe("every action has all of its consequences, for exactly the right people", () => {
  it("is a walk over every action", () => {
    expect([...new Set(CASOS.map((c) => c.accion))].sort()).toEqual([...ACCIONES].sort());
  });

  it("crear: supervisors get the news, the creator a mail, and nobody else anything", async () => {
    await enchufarATodos();
    const { status, cuerpo: r } = await clientes.creador.pedir<Reclamo>(
      "POST",
      "/api/reclamos",
      pedidoDe(ciudad),
    );
    expect(status).toBe(201);
    const [evento] = await db
      .select()
      .from(schema.eventos)
      .where(eq(schema.eventos.reclamo_id, r.id));
    expect(evento).toMatchObject({ tipo: "creado", version: 1 });
    expect(evento?.despachado_en).not.toBeNull();
    await comprobar(evento?.id as number, "creado", {
      quien: "creador",
      avisos: SUPERVISORES,
      correos: ["creador"],
      silencio: ["creador", ...SUPERVISORES],
    });
    expect(enchufes.sup1.tramas[0]).toMatchObject({
      type: "nuevo_reclamo",
      data: { id: r.id, numero: r.id, titulo: r.titulo },
    });
  });

  for (const caso of CASOS)
    it(`${caso.accion}${caso.como ? ` ${caso.como}` : ""}`, async () => {
      const r = await prepararlo(caso.antes ?? []);
      await enchufarATodos();
      const despues = await hacer(caso.quien, caso.accion, r, caso.cuerpo(r));
      const tipo = EVENTO_DE[caso.accion];
      const eventos = await db
        .select()
        .from(schema.eventos)
        .where(and(eq(schema.eventos.reclamo_id, r.id), eq(schema.eventos.tipo, tipo)));
      const evento = eventos.at(-1);
      expect(evento?.usuario_id).toBe(personas[caso.quien].id);
      expect(evento?.despachado_en).not.toBeNull();
      const historial = await clientes.sup1.pedir<{ items: Paso[] }>(
        "GET",
        `/api/reclamos/${r.id}/historial`,
      );
      expect(historial.cuerpo.items.at(-1)).toMatchObject({
        id: evento?.id,
        tipo,
        estado: despues.estado,
      });
      await comprobar(evento?.id as number, tipo, caso);
    });
});

it("leaves the sockets of people around it alone when they turned the kind off", async () => {
  await clientes.creador.pedir("PUT", "/api/avisos/preferencias", {
    items: [
      { tipo: "asignado", canal: "aviso", activa: false },
      { tipo: "asignado", canal: "correo", activa: false },
    ],
  });
  const r = await prepararlo([]);
  await enchufarATodos();
  await hacer("sup1", "asignar", r, asignacion(r));
  const [evento] = await db
    .select()
    .from(schema.eventos)
    .where(and(eq(schema.eventos.reclamo_id, r.id), eq(schema.eventos.tipo, "asignado")));
  await comprobar(evento?.id as number, "asignado", {
    quien: "sup1",
    avisos: [...EQUIPO, "seguidor"],
    correos: [...EQUIPO, "seguidor"],
    silencio: [...SUPERVISORES, "creador"],
  });
});
