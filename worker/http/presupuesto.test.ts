import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import type { Reclamo, ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { escribir } from "../../scripts/demo/escribir.ts";
import { filaDelMunicipio, filasDeLaCiudad, filasDeReclamos } from "../../scripts/demo/filas.ts";
import { contarHistoria } from "../../scripts/demo/historia.ts";
import { CONTRASENA, conocida } from "../../scripts/demo/personas.ts";
import { hashPassword } from "../auth/password.ts";
import { abrirCliente, type Cliente, ingresarCon, type Respuesta } from "../testing/cliente.ts";

/** The exact counts of the design's budgets, at 10,000 reclamos of a believable city. Times are the benchmark's affair. */

const RECLAMOS = 10_000;
const VIAJES_LECTURA = 1;
const VIAJES_CAMBIO = 2;
const LEIDAS_LISTA = 60;
const LEIDAS_BUSQUEDA = 300;
/** Five counts, each bounded, and the account. */
const LEIDAS_CONTEOS = 510;
const LEIDAS_SUGERENCIAS = 300;
const LEIDAS_CATALOGO = 50;
/** A reclamo's whole story, as long as it is. */
const LEIDAS_DETALLE = 150;
const ESCRITAS_ACCION = 15;
const ESCRITAS_CREAR = 30;

let gestion: Cliente;
let vecina: Cliente;
/** Someone new, with a reclamo of her own and no more. */
let recienLlegada: Cliente;
let cuadrilla: Cliente;

async function ingresar(clave: "supervisora" | "vecina" | "cuadrilla"): Promise<Cliente> {
  const cliente = abrirCliente({ incansable: true });
  await ingresarCon(cliente, conocida(clave).email, CONTRASENA);
  return cliente;
}

beforeAll(async () => {
  const ahora = Math.floor(Date.now() / 1000);
  const vidas = contarHistoria({ ahora, total: RECLAMOS });
  await escribir(env.DB, [
    ...filasDeLaCiudad(ahora, await hashPassword(CONTRASENA)),
    ...filasDeReclamos(vidas, ahora, { conAvisos: false }),
    filaDelMunicipio(ahora),
  ]);
  gestion = await ingresar("supervisora");
  vecina = await ingresar("vecina");
  cuadrilla = await ingresar("cuadrilla");
  recienLlegada = abrirCliente();
  const datos = { email: "nueva@correo.example", password: CONTRASENA };
  await recienLlegada.pedir("POST", "/api/auth/register", {
    ...datos,
    nombre: "Nina",
    apellido: "Paz",
  });
  await ingresarCon(recienLlegada, datos.email, datos.password);
}, 120_000);

/** What the answer says it cost the database. */
function costo({ headers }: Respuesta<unknown>): {
  viajes: number;
  leidas: number;
  escritas: number;
} {
  const [, viajes, leidas, escritas] =
    /viajes=(\d+) leidas=(\d+) escritas=(\d+)/.exec(headers.get("Server-Timing") ?? "") ?? [];
  return { viajes: Number(viajes), leidas: Number(leidas), escritas: Number(escritas) };
}

type Lista = { items: ReclamoFila[]; cursor: string | null };
const lista = (consulta: string, quien = gestion): Promise<Respuesta<Lista>> =>
  quien.pedir<Lista>("GET", `/api/reclamos?${consulta}`);

const FILTROS = [
  "",
  "estado=nuevo",
  "estado=resuelto",
  "estado=rechazado",
  "abiertos=1",
  "sin_asignar=1",
  "vencidos=1",
  "reabiertos=1",
  "sin_ubicar=1",
  "categoria_id=2",
  "zona_id=6",
  "cuadrilla_id=3",
  "prioridad=normal",
  "prioridad=urgente",
  "desde=2020-01-01T00:00:00Z",
  "hasta=2035-01-01T00:00:00Z",
  "sin_zona=1",
  "cerrado_desde=2020-01-01T00:00:00Z",
  "estado=resuelto&cerrado_hasta=2035-01-01T00:00:00Z",
  "hecho=respondido",
];

describe.each(["reciente", "vence"])("a page of 20 by order %s", (orden) => {
  it.each(FILTROS)("reads at most 60 rows in one trip, filter «%s»", async (filtro) => {
    const primera = await lista(`${filtro}&orden=${orden}`);
    expect(primera.status).toBe(200);
    expect(costo(primera).viajes).toBe(VIAJES_LECTURA);
    expect(costo(primera).leidas).toBeLessThanOrEqual(LEIDAS_LISTA);
    if (!primera.cuerpo.cursor) return;
    const segunda = await lista(`${filtro}&orden=${orden}&cursor=${primera.cuerpo.cursor}`);
    expect(costo(segunda).leidas).toBeLessThanOrEqual(LEIDAS_LISTA);
  });
});

describe("reading", () => {
  it("the crew's day, by what falls due first, stays within a page's budget", async () => {
    const suyo = await lista("abiertos=1&orden=vence", cuadrilla);
    expect(suyo.cuerpo.items.length).toBeGreaterThan(0);
    expect(costo(suyo).leidas).toBeLessThanOrEqual(LEIDAS_LISTA);
  });

  it.each([
    "q=4321",
    "q=%234321",
    "q=Rivadavia",
    "q=Av.%20San%20Mart%C3%ADn",
    "q=luminaria%20apagada",
  ])("a search reads at most 300 rows in one trip: %s", async (consulta) => {
    const hallados = await lista(consulta);
    expect(hallados.cuerpo.items.length).toBeGreaterThan(0);
    expect(costo(hallados).viajes).toBe(VIAJES_LECTURA);
    expect(costo(hallados).leidas).toBeLessThanOrEqual(LEIDAS_BUSQUEDA);
  });

  it("the similar ones around a busy corner cost at most 300 rows", async () => {
    const { cuerpo } = await lista("abiertos=1&categoria_id=2&limite=1");
    const cerca = cuerpo.items[0];
    const r = await vecina.pedir(
      "GET",
      `/api/reclamos/similares?lat=${cerca?.lat}&lng=${cerca?.lng}&categoria=2`,
    );
    expect(r.status).toBe(200);
    expect(costo(r).viajes).toBe(VIAJES_LECTURA);
    expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_BUSQUEDA);
  });

  it("the counts of the daily lists are bounded, in one trip, whoever asks", async () => {
    for (const quien of [gestion, cuadrilla]) {
      const r = await quien.pedir("GET", "/api/reclamos/conteos");
      expect(r.status).toBe(200);
      expect(costo(r).viajes).toBe(VIAJES_LECTURA);
      expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_CONTEOS);
    }
  });

  it("a crew's counts cost what it has open, not what the city has", async () => {
    const { cuerpo: suyas } = await gestion.pedir<{ items: { id: number; abiertos: number }[] }>(
      "GET",
      "/api/cuadrillas",
    );
    const r = await cuadrilla.pedir("GET", "/api/reclamos/conteos");
    const abiertos = suyas.items.find((c) => c.id === 1)?.abiertos ?? 0;
    expect(abiertos).toBeGreaterThan(0);
    expect(costo(r).leidas).toBeLessThanOrEqual(abiertos + 10);
  });

  it("the cuadrillas tell what each has open without counting it", async () => {
    const r = await gestion.pedir("GET", "/api/cuadrillas");
    expect(r.status).toBe(200);
    expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_CATALOGO);
  });

  it.each(["mios=1", "mios=1&limite=3", ""])(
    "someone with hundreds of her own reads one page of them: «%s»",
    async (consulta) => {
      const primera = await lista(consulta, vecina);
      expect(primera.cuerpo.cursor).not.toBeNull();
      const segunda = await lista(`${consulta}&cursor=${primera.cuerpo.cursor}`, vecina);
      for (const pagina of [primera, segunda]) {
        expect(costo(pagina).viajes).toBe(VIAJES_LECTURA);
        expect(costo(pagina).leidas).toBeLessThanOrEqual(LEIDAS_LISTA);
      }
      const ids = [...primera.cuerpo.items, ...segunda.cuerpo.items].map((r) => r.id);
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    },
  );

  it("whom to send costs one trip and a bounded look at each cuadrilla's work", async () => {
    const { cuerpo } = await lista("sin_asignar=1&limite=1");
    const r = await gestion.pedir("GET", `/api/reclamos/${cuerpo.items[0]?.id}/sugerencias`);
    expect(r.status).toBe(200);
    expect(costo(r).viajes).toBe(VIAJES_LECTURA);
    expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_SUGERENCIAS);
  });

  it("rows on screen are read again in one trip, whatever else is asked", async () => {
    const { cuerpo } = await lista("abiertos=1&limite=100");
    const ids = cuerpo.items.map((r) => r.id).join(",");
    for (const filtro of ["", "&abiertos=1", "&sin_asignar=1&categoria_id=2"]) {
      const r = await lista(`ids=${ids}&limite=100${filtro}`);
      expect(costo(r).viajes).toBe(VIAJES_LECTURA);
      expect(costo(r).leidas, filtro).toBeLessThanOrEqual(320);
    }
  });

  it("a detail and its history are one trip each", async () => {
    const { cuerpo } = await lista("estado=resuelto&limite=1");
    const id = cuerpo.items[0]?.id;
    for (const ruta of [`/api/reclamos/${id}`, `/api/reclamos/${id}/historial`]) {
      const r = await gestion.pedir("GET", ruta);
      expect(r.status).toBe(200);
      expect(costo(r).viajes).toBe(VIAJES_LECTURA);
      expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_DETALLE);
    }
  });
});

const FILTROS_MAPA = [
  "",
  "categoria_id=2",
  "zona_id=6",
  "cuadrilla_id=3",
  "vencidos=1",
  "prioridad=alta",
];
const LEIDAS_MAPA = 2000;
const BYTES_MAPA = 60_000;

describe("the city's own map", () => {
  it.each(FILTROS_MAPA)(
    "costs at most 2,000 rows and 60 kB at any zoom, filter «%s»",
    async (filtro) => {
      const { cuerpo } = await lista("abiertos=1&limite=1&categoria_id=2");
      const [lat, lng] = [cuerpo.items[0]?.lat ?? 0, cuerpo.items[0]?.lng ?? 0];
      for (const zoom of [9, 11, 13, 14, 15, 16, 17, 18, 19]) {
        const d = (360 / 2 ** zoom) * 2;
        const bbox = [lng - d, lat - d, lng + d, lat + d].map((x) => x.toFixed(5)).join();
        const r = await gestion.pedir<{ total: number }>(
          "GET",
          `/api/mapa?bbox=${bbox}&zoom=${zoom}&${filtro}`,
        );
        expect(r.status).toBe(200);
        expect(costo(r).viajes).toBe(VIAJES_LECTURA);
        expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_MAPA);
        expect(JSON.stringify(r.cuerpo).length).toBeLessThanOrEqual(BYTES_MAPA);
      }
      const todo = `bbox=${[lng - 1, lat - 1, lng + 1, lat + 1].join()}`;
      const area = await gestion.pedir<Lista>("GET", `/api/mapa/area?${todo}&${filtro}`);
      expect(area.cuerpo.items.length).toBeGreaterThan(0);
      expect(costo(area).leidas).toBeLessThanOrEqual(LEIDAS_MAPA);
    },
  );
});

it("one's own data cost what is one's own, not what the city has", async () => {
  const r = await recienLlegada.pedir("GET", "/api/mis-datos");
  expect(r.status).toBe(200);
  expect(costo(r).leidas).toBeLessThanOrEqual(LEIDAS_LISTA);
});

describe("changing", () => {
  let id: number;
  let version: number;

  it("crear is two trips and at most 30 rows written", async () => {
    const r = await recienLlegada.pedir<Reclamo>("POST", "/api/reclamos", {
      titulo: "Bache profundo en Mitre y Rivadavia",
      descripcion: "Se hundió el asfalto después de la lluvia y de noche no se ve.",
      categoria_id: 2,
      direccion: "Mitre y Rivadavia",
      lat: -33.742,
      lng: -59.618,
    });
    expect(r.status).toBe(201);
    ({ id, version } = r.cuerpo);
    expect(costo(r).viajes).toBe(VIAJES_CAMBIO);
    expect(costo(r).escritas).toBeLessThanOrEqual(ESCRITAS_CREAR);
  });

  it("her own page costs what she has, not what the city has", async () => {
    const suya = await lista("", recienLlegada);
    expect(suya.cuerpo.items.map((r) => r.id)).toEqual([id]);
    expect(costo(suya).viajes).toBe(VIAJES_LECTURA);
    expect(costo(suya).leidas).toBeLessThanOrEqual(10);
  });

  const PASOS: [string, Record<string, unknown>][] = [
    ["asignar", { cuadrilla_id: 3, nota: "Pasar a primera hora." }],
    ["priorizar", { prioridad: "alta" }],
    ["iniciar", {}],
    ["comentar", { texto: "Vamos a cortar media calzada." }],
    ["devolver", { motivo: "No encontramos la dirección." }],
    ["asignar", { cuadrilla_id: 2, motivo: "Le toca al norte de la ciudad." }],
    ["iniciar", {}],
    ["resolver", { solucion: "Se repuso el asfalto en caliente y se compactó." }],
    ["reabrir", { comentario: "Sigue igual, volvió a hundirse." }],
    ["reclasificar", { categoria_id: 6, motivo: "Abajo hay una pérdida de agua." }],
    ["rechazar", { motivo: "no_corresponde", texto: "Es dentro de una propiedad privada." }],
  ];

  it.each(PASOS)("%s is two trips and at most 15 rows written", async (accion, cuerpo) => {
    const r = await gestion.pedir<Reclamo>("POST", `/api/reclamos/${id}/${accion}`, {
      ...cuerpo,
      version,
    });
    expect(r.status, JSON.stringify(r.cuerpo)).toBe(200);
    version = r.cuerpo.version;
    expect(costo(r).viajes).toBe(VIAJES_CAMBIO);
    expect(costo(r).escritas).toBeLessThanOrEqual(ESCRITAS_ACCION);
  });
});
