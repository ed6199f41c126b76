// npm run bench [-- --reclamos 10000 --conectados 500]: how long things take, on the runtime itself.
// Prints a table; no build fails by it.
import "./silencio.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Reclamo, ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { CONTRASENA, conocida, conRol } from "../demo/personas.ts";
import { cronometrar, type Medida, tabla } from "./medir.ts";
import { encender } from "./motor.ts";
import { armarMundo, tokenDe } from "./mundo.ts";
import { medirTramas, Oyentes } from "./vivo.ts";

const VECES = 200;
const VECES_CAMBIO = 100;
const INTERESADOS = 6;

type Respuesta<T> = { cuerpo: T; servidorMs: number };
type Pedir = <T>(metodo: string, ruta: string, cuerpo?: unknown) => Promise<Respuesta<T>>;

/** Asks as whoever these headers say; throws on anything but success. */
const pedirCon =
  (url: URL, quien: Record<string, string>): Pedir =>
  async <T>(metodo: string, ruta: string, cuerpo?: unknown) => {
    const r = await fetch(new URL(ruta, url), {
      method: metodo,
      headers: {
        ...quien,
        ...(cuerpo === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(cuerpo === undefined ? {} : { body: JSON.stringify(cuerpo) }),
    });
    const texto = await r.text();
    if (!r.ok) throw new Error(`${metodo} ${ruta}: ${r.status} ${texto.slice(0, 300)}`);
    const total = /total;dur=([\d.]+)/.exec(r.headers.get("Server-Timing") ?? "")?.[1];
    return { cuerpo: JSON.parse(texto) as T, servidorMs: Number(total) };
  };

/** Signs in as a browser does: the cookie answers for a minute without a look at the database. */
async function conGalleta(url: URL): Promise<Pedir> {
  const r = await fetch(new URL("/api/auth/login", url), {
    method: "POST",
    body: new URLSearchParams({ username: conocida("supervisora").email, password: CONTRASENA }),
  });
  if (!r.ok) throw new Error(`ingresar: ${r.status} ${await r.text()}`);
  const cookie = r.headers
    .getSetCookie()
    .map((g) => g.split(";")[0])
    .join("; ");
  return pedirCon(url, { Cookie: cookie, Origin: url.origin });
}

const nuevo = (i: number) => ({
  titulo: `Luminaria apagada en Mitre ${i}`,
  descripcion: "Hace una semana que no prende la luz de la cuadra y no se ve nada.",
  categoria_id: 1,
  direccion: `Mitre ${i}`,
  lat: -33.742 + (i % 50) * 0.0001,
  lng: -59.618,
});

async function medirPedidos(pedir: Pedir): Promise<Medida[]> {
  const { cuerpo: lista } = await pedir<{ items: ReclamoFila[] }>(
    "GET",
    "/api/reclamos?abiertos=1&limite=50",
  );
  const creados: Reclamo[] = [];
  const detalle = (i: number) => lista.items[i % lista.items.length]?.id;
  return [
    await cronometrar("lista, abiertos por vencer", VECES, () =>
      pedir("GET", "/api/reclamos?abiertos=1&orden=vence"),
    ),
    await cronometrar("lista, búsqueda por calle", VECES, () =>
      pedir("GET", "/api/reclamos?q=rivadavia"),
    ),
    await cronometrar("detalle", VECES, (i) => pedir("GET", `/api/reclamos/${detalle(i)}`)),
    await cronometrar("crear", VECES_CAMBIO, async (i) =>
      creados.push((await pedir<Reclamo>("POST", "/api/reclamos", nuevo(i))).cuerpo),
    ),
    await cronometrar("asignar", VECES_CAMBIO, (i) =>
      pedir("POST", `/api/reclamos/${creados[i]?.id}/asignar`, {
        cuadrilla_id: 1,
        version: creados[i]?.version,
      }),
    ),
  ];
}

/** A reclamo of a vecino's that five others follow; comments on it reach the six. */
async function medirVivo(url: URL, pedir: Pedir, extras: readonly number[]): Promise<Medida[]> {
  const seis = conRol("vecino")
    .slice(2, 2 + INTERESADOS)
    .map((p) => p.cuenta.id);
  const como = (id: number) => pedirCon(url, { Authorization: `Bearer ${tokenDe(id)}` });
  const [creador, ...seguidores] = seis as [number, ...number[]];
  const { cuerpo } = await como(creador)<Reclamo>("POST", "/api/reclamos", nuevo(0));
  for (const seguidor of seguidores)
    await como(seguidor)("POST", `/api/reclamos/${cuerpo.codigo}/sumarse`, {});
  const oyentes = new Oyentes();
  try {
    await oyentes.conectar(url, [...seis, ...extras]);
    console.log(`${seis.length + extras.length} personas conectadas`);
    const medidas = await medirTramas(oyentes, seis, VECES_CAMBIO, async (i) => {
      const texto = `Novedad ${i}`;
      return (await pedir("POST", `/api/reclamos/${cuerpo.id}/comentar`, { texto })).servidorMs;
    });
    console.log(`Tramas perdidas: ${oyentes.perdidas}; repetidas: ${oyentes.repetidas}`);
    return medidas;
  } finally {
    oyentes.cerrar();
  }
}

async function principal(): Promise<void> {
  const { values } = parseArgs({
    options: {
      reclamos: { type: "string", default: "10000" },
      conectados: { type: "string", default: "500" },
    },
  });
  const reclamos = Number(values.reclamos);
  const oyentes = Math.max(0, Number(values.conectados) - INTERESADOS);
  const carpeta = mkdtempSync(join(tmpdir(), "baldosa-bench-"));
  const motor = await encender(carpeta);
  try {
    console.log(`Armo un municipio de ${reclamos} reclamos…`);
    const ids = await armarMundo(motor.env.DB, { reclamos, oyentes });
    const pedir = await conGalleta(motor.url);
    const medidas = [...(await medirPedidos(pedir)), ...(await medirVivo(motor.url, pedir, ids))];
    console.log(`\n${reclamos} reclamos, ${cpus().length} núcleos, Node ${process.version}\n`);
    console.log(tabla(medidas));
    console.log("\nPresupuesto: de guardado a la trama, 50 ms (p50) y 150 ms (p95).");
  } finally {
    await motor.apagar();
    rmSync(carpeta, { recursive: true, force: true });
  }
}

await principal();
