import { env } from "cloudflare:workers";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { schema } from "../db/client.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { comentarReclamo } from "../domain/reclamos/comentar.ts";
import { verEntregas } from "../domain/reclamos/historial.ts";
import { iniciarReclamo } from "../domain/reclamos/iniciar.ts";
import { entornoDe } from "../env.ts";
import { AGRUPAR_SEGUNDOS } from "../events/deliver.ts";
import { dispatch } from "../events/dispatch.ts";
import { depsDePrueba, ultimoEvento } from "../testing/despacho.ts";
import {
  AHORA,
  type Ciudad,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
  db,
} from "../testing/fabrica.ts";
import { atenderCorreo, type DepsCorreo } from "./job.ts";
import { renderizarCorreo } from "./render.ts";
import type { Mensaje, Resultado } from "./transporte.ts";

const { correos } = schema;
let ciudad: Ciudad;
let supervisora: Usuario;
let vecino: Usuario & { email: string };
let reclamo: { id: number; version: number };
let salidos: Mensaje[];
let respuestas: Resultado[];
let reloj: number;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  supervisora = await crearUsuario("supervisor");
});
beforeEach(async () => {
  vecino = await crearUsuario("vecino", { nombre: "Ana" });
  reclamo = await crearReclamoDe(vecino, ciudad);
  [salidos, respuestas, reloj] = [[], [], AHORA];
});

const deps: DepsCorreo = {
  db,
  entorno: entornoDe(env),
  ahora: () => reloj,
  transporte: {
    async enviar(m) {
      salidos.push(m);
      return respuestas.shift() ?? { tipo: "enviado", proveedorId: "r", messageId: "<m>" };
    },
  },
};

/** Dispatches the reclamo's last evento at that moment. @returns what was given to the queue of mail */
async function contar(en: number) {
  const pedidos: { correo_id: number; espera: number }[] = [];
  const { deps: d } = depsDePrueba(en, {
    colaCorreo: {
      async sendBatch(mensajes) {
        for (const m of mensajes)
          pedidos.push({ correo_id: m.body.correo_id, espera: m.delaySeconds ?? 0 });
      },
    },
  });
  await dispatch(d, await ultimoEvento(reclamo.id));
  return pedidos;
}
const suyos = () =>
  db
    .select()
    .from(correos)
    .where(eq(correos.persona_id, vecino.personaId))
    .orderBy(asc(correos.id));

/** What staff read of his mails, in the order of what they tell. */
async function entregados() {
  const { items } = await verEntregas(ctxDe(supervisora), reclamo.id);
  const tipos = new Map((await suyos()).map((c) => [c.evento_id, c.plantilla]));
  return items
    .filter((e) => e.canal === "correo" && e.persona_id === vecino.personaId)
    .map((e) => [tipos.get(e.evento_id), e.estado, e.error]);
}

async function tresCambios() {
  const receta = await contar(AHORA);
  const { version } = await asignarReclamo(ctxDe(supervisora), reclamo.id, {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    version: reclamo.version,
  });
  const asignado = await contar(AHORA + 60);
  await iniciarReclamo(ctxDe(supervisora), reclamo.id, { version });
  const iniciado = await contar(AHORA + 300);
  await comentarReclamo(ctxDe(supervisora), reclamo.id, { texto: "Vamos ya.", interno: false });
  const comentado = await contar(AHORA + 659);
  return { receta, asignado, iniciado, comentado };
}

test("the receipt goes at once; what happens within ten minutes waits, and all of it leaves together", async () => {
  const { receta, asignado, iniciado, comentado } = await tresCambios();
  expect(receta.map((p) => p.espera)).toEqual([0]);
  expect([asignado, iniciado, comentado].map((p) => p[0]?.espera)).toEqual([
    AGRUPAR_SEGUNDOS,
    AGRUPAR_SEGUNDOS - 240,
    1,
  ]);
  reloj = AHORA + 659;
  const cabeza = asignado[0]?.correo_id as number;
  // Too early, as after a sweep too many: it goes back, and nothing is sent.
  expect(await atenderCorreo(deps, cabeza, 1)).toEqual({ hacer: "retry", segundos: 2 });
  reloj = AHORA + 660;
  for (const [p] of [comentado, asignado, iniciado])
    expect(await atenderCorreo(deps, p?.correo_id as number, 1)).toEqual({ hacer: "ack" });
  const [mail, ...mas] = salidos;
  expect(mas).toEqual([]);
  expect(mail?.asunto).toBe(`Reclamo #${reclamo.id}: 3 novedades`);
  const orden = [
    "Tu reclamo ya tiene cuadrilla",
    "Empezaron a trabajar",
    "Hay un comentario nuevo",
  ];
  expect(orden.map((t) => mail?.texto.indexOf(`== ${t} ==`) ?? -1)).toEqual(
    orden.map(() => expect.any(Number)),
  );
  const donde = orden.map((t) => mail?.texto.indexOf(t) ?? -1);
  expect(donde).toEqual([...donde].sort((a, b) => a - b));
  expect(Math.min(...donde)).toBeGreaterThan(0);
  expect((await suyos()).map((c) => [c.plantilla, c.estado])).toEqual([
    ["creado", "pendiente"],
    ["asignado", "agrupado"],
    ["iniciado", "agrupado"],
    ["comentado", "enviado"],
  ]);
});

test("a mail that is tried again carries the same news, and what came later goes in the next", async () => {
  const { asignado, iniciado } = await tresCambios();
  reloj = AHORA + 660;
  respuestas = [{ tipo: "reintentar", motivo: "503" }];
  const cabeza = asignado[0]?.correo_id as number;
  expect(await atenderCorreo(deps, cabeza, 1)).toEqual({ hacer: "retry", segundos: 60 });
  await comentarReclamo(ctxDe(supervisora), reclamo.id, { texto: "Otra cosa.", interno: false });
  const [tarde] = await contar(AHORA + 700);
  expect(tarde?.espera).toBe(AGRUPAR_SEGUNDOS);
  reloj = AHORA + 720;
  await atenderCorreo(deps, cabeza, 2);
  await atenderCorreo(deps, iniciado[0]?.correo_id as number, 1);
  expect(salidos.map((m) => m.texto.includes("Otra cosa."))).toEqual([false, false]);
  expect(salidos[0]?.texto).toBe(salidos[1]?.texto);
  expect(salidos[0]?.referencia).toBe(salidos[1]?.referencia);
  const vista = await renderizarCorreo(db, { appUrl: env.APP_URL, secreto: null }, cabeza);
  expect(vista?.asunto).toBe(`Reclamo #${reclamo.id}: 3 novedades`);
  reloj = AHORA + 1300;
  await atenderCorreo(deps, tarde?.correo_id as number, 1);
  expect(salidos.at(-1)?.texto).toContain("Otra cosa.");
  expect(salidos.at(-1)?.asunto).toContain("hay un comentario nuevo");
});

test("a kind turned off meanwhile is left out; the rest goes", async () => {
  const { asignado } = await tresCambios();
  await db
    .insert(schema.preferencias)
    .values({ usuario_id: vecino.id, tipo: "iniciado", canal: "correo", activa: false });
  reloj = AHORA + 660;
  await atenderCorreo(deps, asignado[0]?.correo_id as number, 1);
  expect(salidos[0]?.asunto).toBe(`Reclamo #${reclamo.id}: 2 novedades`);
  expect(salidos[0]?.texto).not.toContain("Empezaron a trabajar");
  expect(await entregados()).toEqual([
    ["creado", "pendiente", null],
    ["asignado", "enviado", null],
    ["iniciado", "suprimido", "La persona apagó estos correos."],
    ["comentado", "enviado", null],
  ]);
});

test("one left out stays out of a mail that is tried again, and when all are left out each says why", async () => {
  const { asignado } = await tresCambios();
  const apagar = (tipo: "asignado" | "iniciado" | "comentado", activa: boolean) =>
    db
      .insert(schema.preferencias)
      .values({ usuario_id: vecino.id, tipo, canal: "correo", activa })
      .onConflictDoUpdate({
        target: [
          schema.preferencias.usuario_id,
          schema.preferencias.tipo,
          schema.preferencias.canal,
        ],
        set: { activa },
      });
  await apagar("iniciado", false);
  reloj = AHORA + 660;
  respuestas = [{ tipo: "reintentar", motivo: "503" }];
  const cabeza = asignado[0]?.correo_id as number;
  await atenderCorreo(deps, cabeza, 1);
  await apagar("iniciado", true);
  await apagar("asignado", false);
  await apagar("comentado", false);
  reloj = AHORA + 720;
  await atenderCorreo(deps, cabeza, 2);
  expect(salidos).toHaveLength(1);
  const apagado = "La persona apagó estos correos.";
  expect(await entregados()).toEqual([
    ["creado", "pendiente", null],
    ["asignado", "suprimido", apagado],
    ["iniciado", "suprimido", apagado],
    ["comentado", "suprimido", apagado],
  ]);
});

test.each<[Resultado, string, string]>([
  [{ tipo: "rechazado", motivo: "400: no" }, "fallido", "400: no"],
  [{ tipo: "reintentar", motivo: "503: no" }, "reintentando", "503: no"],
])("what the mail that carries them could not do, none of them did", async (r, estado, error) => {
  const { asignado } = await tresCambios();
  reloj = AHORA + 660;
  respuestas = [r];
  await atenderCorreo(deps, asignado[0]?.correo_id as number, 1);
  expect(await entregados()).toEqual([
    ["creado", "pendiente", null],
    ["asignado", estado, error],
    ["iniciado", estado, error],
    ["comentado", estado, error],
  ]);
});

test("two jobs at once send one", async () => {
  const { asignado, iniciado, comentado } = await tresCambios();
  reloj = AHORA + 700;
  await Promise.all(
    [asignado, iniciado, comentado].map(([p]) => atenderCorreo(deps, p?.correo_id as number, 1)),
  );
  expect(salidos).toHaveLength(1);
});
