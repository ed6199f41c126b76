import { describe, expect, test } from "vitest";
import { TIPOS_EVENTO, type TipoEvento } from "../../contract/eventos.ts";
import { audiencia } from "./audience.ts";
import type { Allegado, Hecho, Lazo } from "./truth.ts";

let ultima = 0;
function alguien(mas: Partial<Allegado> & { lazos: Lazo[] }): Allegado {
  ultima += 1;
  return {
    persona_id: ultima,
    usuario_id: ultima,
    rol: "vecino",
    bloqueada: false,
    email: `p${ultima}@prueba.example`,
    pref_aviso: null,
    pref_correo: null,
    ...mas,
  };
}

/** One of each around a reclamo, and the letter under which the table names them. */
const ELENCO = {
  S: alguien({ lazos: ["supervisores"], rol: "supervisor" }),
  A: alguien({ lazos: ["supervisores"], rol: "admin" }),
  C: alguien({ lazos: ["creador"] }),
  F: alguien({ lazos: ["seguidor"] }),
  E: alguien({ lazos: ["equipo"], rol: "cuadrilla" }),
  /** Of the cuadrilla it had before. */
  X: alguien({ lazos: ["equipo_anterior"], rol: "cuadrilla" }),
  /** Of another cuadrilla, acted on it once. */
  P: alguien({ lazos: ["participantes"], rol: "cuadrilla" }),
} as const satisfies Record<string, Allegado>;
type Letra = keyof typeof ELENCO;

function hecho(tipo: TipoEvento, mas: Partial<Hecho> = {}): Hecho {
  return {
    id: 1,
    tipo,
    reclamo_id: 7,
    version: 2,
    estado: "nuevo",
    reclamo_version: 2,
    reclamo_estado: "nuevo",
    titulo: "Bache",
    usuario_id: null,
    actor_rol: null,
    actor_es_creador: false,
    interno: false,
    datos: {},
    texto: null,
    en: 0,
    intentos: 0,
    despachado_en: null,
    ...mas,
  };
}

const TODOS = Object.values(ELENCO);
function repartir(h: Hecho, gente: readonly Allegado[] = TODOS) {
  const letras = (que: "aviso" | "correo" | "silencio") =>
    audiencia(h, gente)
      .filter((d) => d[que])
      .map((d) => Object.keys(ELENCO).find((l) => ELENCO[l as Letra].persona_id === d.personaId))
      .join("");
  return { avisos: letras("aviso"), correos: letras("correo"), silencio: letras("silencio") };
}

const deStaff = { usuario_id: 9001, actor_rol: "supervisor" as const };
const deVecino = { usuario_id: 9002, actor_rol: "vecino" as const };
const SIN_EQUIPO = TODOS.filter((p) => p !== ELENCO.E);

/** The event table of product.md, written out: who gets an aviso, who a mail. */
const TABLA: [string, Hecho, string, string, Allegado[]?][] = [
  ["creado", hecho("creado"), "SA", "C"],
  ["editado", hecho("editado"), "", ""],
  ["asignado", hecho("asignado"), "CFEX", "CFE"],
  ["iniciado", hecho("iniciado"), "CF", "CF"],
  ["resuelto", hecho("resuelto"), "SACF", "CF"],
  ["rechazado", hecho("rechazado"), "CF", "CF"],
  ["devuelto", hecho("devuelto"), "SAX", ""],
  ["reabierto", hecho("reabierto"), "SAX", ""],
  ["confirmado, conforme", hecho("confirmado", { datos: { conforme: true } }), "E", ""],
  ["confirmado, not conforme", hecho("confirmado", { datos: { conforme: false } }), "SAE", ""],
  ["comentado by staff", hecho("comentado", deStaff), "CF", "CF"],
  ["comentado by an interesado, with equipo", hecho("comentado", deVecino), "E", "E"],
  [
    "comentado by an interesado, nobody assigned",
    hecho("comentado", deVecino),
    "SA",
    "SA",
    SIN_EQUIPO,
  ],
  ["comentado, internal", hecho("comentado", { ...deStaff, interno: true }), "EP", ""],
  ["sumado", hecho("sumado"), "", ""],
  ["dejado", hecho("dejado"), "", ""],
  ["priorizado", hecho("priorizado"), "", ""],
  ["reclasificado", hecho("reclasificado"), "", ""],
  ["moderado", hecho("moderado"), "", ""],
  ["demorado", hecho("demorado"), "SA", ""],
];

describe("the event table", () => {
  test("every kind but the anuncio stands in this test's table", () => {
    const probados = new Set(TABLA.map(([, h]) => h.tipo));
    expect(TIPOS_EVENTO.filter((t) => !probados.has(t))).toEqual(["anuncio"]);
  });

  test.each(TABLA)(
    "%s: avisos and mails go to exactly the right people",
    (_, h, avisos, correos, gente) => {
      expect(repartir(h, gente)).toMatchObject({ avisos, correos });
    },
  );

  test.each(TABLA)(
    "%s: the silent frame goes to interesados, equipo and supervisores",
    (_, h, _a, _c, gente = TODOS) => {
      const con = gente.includes(ELENCO.E) ? "E" : "";
      expect(repartir(h, gente).silencio).toBe(h.interno ? `SA${con}` : `SACF${con}X`);
    },
  );
});

describe("whoever did it", () => {
  test.each(TABLA)(
    "%s: each of them as actor gets no aviso and no mail, but the silent frame",
    (_, h, _a, _c, gente = TODOS) => {
      for (const p of gente) {
        const actor: Allegado = { ...p, lazos: [...p.lazos, "actor"] };
        const [suyo] = audiencia({ ...h, usuario_id: p.usuario_id }, [actor]);
        const vecinoEnInterno = h.interno && p.rol === "vecino";
        expect(suyo?.aviso ?? false).toBe(false);
        expect(suyo?.silencio ?? false).toBe(!vecinoEnInterno);
        // The one exception: the receipt for one's own new reclamo.
        expect(suyo?.correo ?? false).toBe(h.tipo === "creado" && p === ELENCO.C);
      }
    },
  );

  test("an actor who is nothing to it any more still gets the silent frame", () => {
    const ido = alguien({ lazos: ["actor"] });
    expect(audiencia(hecho("dejado", { usuario_id: ido.usuario_id }), [ido])).toMatchObject([
      { aviso: false, correo: false, silencio: true },
    ]);
  });

  test("a supervisor who reported it herself writes as its creator; a follower turned staff writes as staff", () => {
    const suya = hecho("comentado", { ...deStaff, actor_es_creador: true });
    expect(repartir(suya).avisos).toBe("E");
    expect(repartir(hecho("comentado", { ...deStaff })).avisos).toBe("CF");
  });
});

describe("who gets less", () => {
  test.each(TABLA)("%s: blocked people get nothing at all", (_, h) => {
    expect(
      audiencia(
        h,
        TODOS.map((p) => ({ ...p, bloqueada: true })),
      ),
    ).toEqual([]);
  });

  test.each(TABLA)("%s: a person without an account gets at most a mail", (_, h) => {
    for (const p of TODOS) {
      const sinCuenta: Allegado = { ...p, usuario_id: null, rol: null };
      for (const d of audiencia(h, [sinCuenta]))
        expect(d).toMatchObject({ aviso: false, silencio: false, correo: true, usuarioId: null });
    }
  });

  test.each(TABLA)(
    "%s: a switch takes away its own channel and nothing else",
    (_, h, _a, _c, gente = TODOS) => {
      const antes = repartir(h, gente);
      const sinAvisos = repartir(
        h,
        gente.map((p) => ({ ...p, pref_aviso: false })),
      );
      const sinCorreos = repartir(
        h,
        gente.map((p) => ({ ...p, pref_correo: false })),
      );
      expect(sinAvisos).toEqual({ ...antes, avisos: "" });
      expect(sinCorreos).toEqual({ ...antes, correos: "" });
    },
  );

  test("without an address there is no mail", () => {
    const gente = TODOS.map((p) => ({ ...p, email: null }));
    expect(repartir(hecho("asignado"), gente)).toMatchObject({ avisos: "CFEX", correos: "" });
  });

  test("no vecino hears of an internal comment, whatever they are to the reclamo", () => {
    const lazos: Lazo[] = [
      "creador",
      "seguidor",
      "participantes",
      "equipo",
      "supervisores",
      "actor",
    ];
    const h = hecho("comentado", { ...deStaff, interno: true });
    for (const rol of ["vecino", null] as const)
      for (const lazo of lazos) expect(audiencia(h, [alguien({ lazos: [lazo], rol })])).toEqual([]);
  });

  test("staff who only follow it hear of no internal comment", () => {
    const h = hecho("comentado", { ...deStaff, interno: true });
    expect(audiencia(h, [alguien({ lazos: ["creador", "seguidor"], rol: "cuadrilla" })])).toEqual(
      [],
    );
  });

  test("a crew of whom all are blocked counts as nobody assigned", () => {
    const gente = TODOS.map((p) => (p === ELENCO.E ? { ...p, bloqueada: true } : p));
    expect(repartir(hecho("comentado", deVecino), gente).avisos).toBe("SA");
  });
});

describe("an anuncio", () => {
  const elegidos = [
    alguien({ lazos: ["seguidor"] }),
    alguien({ lazos: ["seguidor"], pref_correo: true }),
  ];

  test("is an aviso for everyone addressed, a mail for who asked, and no silent frame", () => {
    const h = hecho("anuncio", { reclamo_id: null, ...deStaff });
    expect(audiencia(h, elegidos)).toMatchObject([
      { aviso: true, silencio: false, correo: false },
      { aviso: true, silencio: false, correo: true },
    ]);
  });
});
