import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { ACCIONES } from "../../contract/acciones.ts";
import { EVENTO_DE, tramaDe } from "../../contract/eventos.ts";
import { verHistorial } from "../domain/reclamos/historial.ts";
import {
  avisosDe,
  correosDe,
  depsDePrueba,
  entregasDe,
  eventoDe,
  ultimoEvento,
} from "../testing/despacho.ts";
import { type Enchufe, enchufar } from "../testing/enchufe.ts";
import { AHORA, ctxDe } from "../testing/fabrica.ts";
import {
  armarRecorrido,
  gente,
  id,
  LETRAS,
  type Letra,
  PASOS,
  personaN,
} from "../testing/recorrido.ts";
import { dispatch } from "./dispatch.ts";

let enchufes: Record<Letra, Enchufe>;

beforeAll(async () => {
  await armarRecorrido();
  const abiertos = await Promise.all(
    LETRAS.map(async (l) => [l, await enchufar(env.USER_CHANNEL, gente[l].id)] as const),
  );
  enchufes = Object.fromEntries(abiertos) as Record<Letra, Enchufe>;
});

const ordenadas = (letras: string) => [...letras].sort().join("");

test("the walk takes every action", () => {
  const dados = new Set(PASOS.map(([, evento]) => evento));
  expect(ACCIONES.filter((a) => !dados.has(EVENTO_DE[a]))).toEqual([]);
});

// In order: each step goes on from where the one before left it.
test.each(PASOS)(
  "%s: %s → avisos %s, silent %s, mails %s",
  async (_, tipoEvento, avisan, callan, escriben, hacer) => {
    const antes = Object.fromEntries(LETRAS.map((l) => [l, enchufes[l].tramas.length]));
    await hacer();
    const evento = await ultimoEvento(id);
    expect((await eventoDe(evento)).tipo).toBe(tipoEvento);
    const { deps, trabajos } = depsDePrueba(AHORA + 1);
    expect((await dispatch(deps, evento)).estado).toBe("despachado");

    const letraDe = (usuario: number) => LETRAS.find((l) => gente[l].id === usuario) ?? "?";
    const entregas = await entregasDe(evento);
    const letras = (silenciosa: number) =>
      ordenadas(
        entregas
          .filter((e) => e.silenciosa === silenciosa)
          .map((e) => letraDe(e.usuario_id))
          .join(""),
      );
    const correos = await correosDe(evento);
    const conCorreo = correos.map(
      (c) =>
        LETRAS.find((l) => gente[l].personaId === c.persona_id) ??
        (c.persona_id === personaN ? "N" : "?"),
    );
    expect({
      avisos: letras(0),
      silencio: letras(1),
      correos: ordenadas(conCorreo.join("")),
    }).toEqual({
      avisos: ordenadas(avisan),
      silencio: ordenadas(callan),
      correos: ordenadas(escriben),
    });
    expect(trabajos.map((t) => t.correo_id).sort()).toEqual(correos.map((c) => c.id).sort());
    expect(correos.every((c) => c.plantilla === tipoEvento)).toBe(true);

    const tipo = tramaDe(tipoEvento);
    const silencio = ["reclamo_actualizado", undefined];
    for (const l of LETRAS) {
      await enchufes[l].alDia();
      const nuevas = enchufes[l].tramas.slice(antes[l]).map((t) => [t.type, t.seq]);
      const avisos = await avisosDe(gente[l].id, evento);
      if (avisan.includes(l)) {
        expect(avisos).toHaveLength(1);
        const aviso = [tipo, avisos[0]?.seq];
        expect(nuevas, l).toEqual(tipo === "reclamo_actualizado" ? [aviso] : [aviso, silencio]);
      } else {
        expect(avisos, l).toEqual([]);
        expect(nuevas, l).toEqual(callan.includes(l) ? [silencio] : []);
      }
    }

    const linea = await verHistorial(ctxDe(gente.S), id);
    expect(linea.items.filter((p) => p.id === evento)).toMatchObject([{ tipo: tipoEvento }]);
  },
);
