import { describe, expect, it } from "vitest";
import { MOTIVOS_RECHAZO } from "../../../contract/vocabulario.ts";
import type { DatosAnuncio, DatosCorreo, EventoDeCorreo, Lector } from "./contenido.ts";
import { PLANTILLAS, rendir } from "./index.ts";
import type { Rendido } from "./layout.ts";
import { fechaLarga, renglonDeCabecera } from "./palabras.ts";

const VENCE = Date.parse("2026-11-27T18:00:00Z") / 1000;

function datosDe(
  evento: Partial<EventoDeCorreo> & Pick<EventoDeCorreo, "tipo">,
  mas: { lector?: Partial<Lector>; reclamo?: Partial<DatosCorreo["reclamo"]> } = {},
): DatosCorreo {
  return {
    appUrl: "https://baldosa.example",
    municipio: "Villa Baldosa",
    lector: { nombre: "Ana", parte: "interesado", esCreador: true, conCuenta: true, ...mas.lector },
    evento: { texto: null, datos: {}, autor: "municipalidad", ...evento },
    reclamo: {
      id: 1234,
      numero: 1234,
      codigo: "7K3F9QXM2A",
      titulo: "Bache en Mitre",
      descripcion: "Un bache hondo.",
      direccion: "Mitre 1240",
      categoria: "Bacheo",
      estado: "nuevo",
      venceEn: VENCE,
      cuadrilla: "Vialidad 1",
      fotosDespues: 0,
      original: null,
      ...mas.reclamo,
    },
  };
}

const debe = (r: Rendido | null): Rendido => {
  if (!r) throw new Error("it rendered nothing");
  return r;
};
const correo = (...p: Parameters<typeof datosDe>): Rendido => debe(rendir(datosDe(...p)));

const enlaces = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map((m) => m[1] ?? "");

const anuncioDe = (texto: string): DatosAnuncio => {
  const { reclamo: _sin, ...resto } = datosDe({ tipo: "anuncio", texto });
  return resto;
};

/** Each mail of the event table, in each of its readers' words. */
const TODOS: [string, DatosCorreo][] = [
  ["creado", datosDe({ tipo: "creado" })],
  ["asignado, interesado", datosDe({ tipo: "asignado" })],
  [
    "asignado, equipo",
    datosDe(
      { tipo: "asignado", texto: "Llevar balizas" },
      { lector: { parte: "equipo", esCreador: false } },
    ),
  ],
  ["iniciado", datosDe({ tipo: "iniciado" })],
  [
    "resuelto",
    datosDe(
      { tipo: "resuelto", texto: "Se repuso el asfalto en frío." },
      { reclamo: { fotosDespues: 2 } },
    ),
  ],
  ...MOTIVOS_RECHAZO.map((motivo): [string, DatosCorreo] => [
    `rechazado, ${motivo}`,
    datosDe(
      { tipo: "rechazado", datos: { motivo }, texto: "Vialidad Nacional\n\nEs una ruta nacional." },
      { reclamo: { original: { numero: 77, codigo: "ORIGIN0077" } } },
    ),
  ]),
  ["comentado, interesado", datosDe({ tipo: "comentado", texto: "Vamos mañana" })],
  [
    "comentado, equipo",
    datosDe(
      { tipo: "comentado", texto: "Sigue igual", autor: "vecino" },
      { lector: { parte: "equipo", esCreador: false } },
    ),
  ],
  [
    "comentado, supervisión",
    datosDe(
      { tipo: "comentado", texto: "Sigue igual", autor: "vecino" },
      { lector: { parte: "supervision", esCreador: false } },
    ),
  ],
];

describe("every mail", () => {
  it("has a template for each evento that the table mails", () => {
    expect(Object.keys(PLANTILLAS).sort()).toEqual([
      "asignado",
      "comentado",
      "creado",
      "iniciado",
      "rechazado",
      "resuelto",
    ]);
  });

  it.each(TODOS)("%s says the same in both parts, with absolute links", (_nombre, datos) => {
    const r = debe(rendir(datos));
    expect(r.asunto).not.toBe("");
    expect(r.html).toContain('<html lang="es-AR">');
    const donde = enlaces(r.html);
    expect(donde.length).toBeGreaterThan(0);
    for (const enlace of donde) {
      expect(enlace).toMatch(/^https:\/\/baldosa\.example\/[a-zA-Z0-9/#-]+$/);
      expect(r.texto).toContain(enlace);
    }
    expect(r.texto).toContain("Villa Baldosa");
    expect(r.texto).not.toMatch(/<[a-z]|&amp;|undefined|null|NaN/);
    expect(r.html).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
  });

  it.each(TODOS)("%s lets no markup in and no line end into its subject", (_nombre, datos) => {
    const malo = `<script>alert(1)</script>"'&\r\nBcc: x@x.example`;
    const r = debe(
      rendir({
        ...datos,
        municipio: malo,
        lector: { ...datos.lector, nombre: malo },
        evento: { ...datos.evento, texto: `${malo}\n\n${malo}` },
        reclamo: {
          ...datos.reclamo,
          titulo: malo,
          direccion: malo,
          categoria: malo,
          cuadrilla: malo,
        },
      }),
    );
    expect(r.html).not.toContain("<script");
    expect(r.html).toContain("&lt;script&gt;");
    expect(r.asunto).not.toMatch(/[\r\n]/);
    for (const enlace of enlaces(r.html)) expect(enlace).toMatch(/^https:\/\/baldosa\.example\//);
  });

  it("renders nothing for an evento without a mail", () => {
    expect(rendir(datosDe({ tipo: "priorizado" }))).toBeNull();
  });

  it("offers preferences only to who has an account", () => {
    expect(correo({ tipo: "creado" }).html).toContain("https://baldosa.example/avisos");
    expect(correo({ tipo: "creado" }, { lector: { conCuenta: false } }).html).not.toContain(
      "/avisos",
    );
  });

  it("names the estado by a word, not by colour alone", () => {
    const r = correo({ tipo: "iniciado" }, { reclamo: { estado: "en_proceso" } });
    expect(r.html).toContain("◐ En proceso");
    expect(r.texto).toContain("Estado: En proceso");
  });
});

describe("creado", () => {
  it("is worded as in the seed, with link and promised date", () => {
    const r = correo({ tipo: "creado" });
    expect(r.asunto).toBe("Reclamo #1234 creado exitosamente");
    expect(r.texto).toContain("Tu reclamo 'Bache en Mitre' ha sido registrado con el número 1234.");
    expect(r.html).toContain(
      "Tu reclamo &#39;Bache en Mitre&#39; ha sido registrado con el número 1234.",
    );
    expect(r.texto).toContain("viernes 27 de noviembre");
    expect(enlaces(r.html)).toContain("https://baldosa.example/r/7K3F9QXM2A");
  });

  it("counts the day in Buenos Aires", () => {
    expect(fechaLarga(Date.parse("2026-11-28T02:30:00Z") / 1000)).toBe("viernes 27 de noviembre");
  });
});

describe("asignado", () => {
  it("tells the vecino who comes and when, without the crew's note", () => {
    const r = correo({
      tipo: "asignado",
      texto: "nota interna",
      datos: { programado_para: VENCE },
    });
    expect(r.texto).toContain(
      "se ocupa la cuadrilla Vialidad 1. Tiene previsto ir el viernes 27 de noviembre.",
    );
    expect(r.texto + r.html).not.toContain("nota interna");
    expect(enlaces(r.html)).toContain("https://baldosa.example/r/7K3F9QXM2A");
  });

  it("gives the crew place, deadline and note, and their own screen", () => {
    const r = correo(
      { tipo: "asignado", texto: "Llevar balizas" },
      { lector: { parte: "equipo", esCreador: false } },
    );
    expect(r.texto).toContain("Dónde: Mitre 1240");
    expect(r.texto).toContain("> Llevar balizas");
    expect(enlaces(r.html)).toContain("https://baldosa.example/campo/1234");
  });
});

describe("resuelto", () => {
  it("carries the solution, the photos and the question", () => {
    const r = correo(
      { tipo: "resuelto", texto: "Se repuso el asfalto." },
      { reclamo: { fotosDespues: 2 } },
    );
    expect(r.texto).toContain("> Se repuso el asfalto.");
    expect(r.texto).toContain(
      "Ver las 2 fotos del arreglo: https://baldosa.example/r/7K3F9QXM2A#fotos",
    );
    expect(r.texto).toContain("¿Quedó bien?");
  });

  it("speaks of no photos when there are none", () => {
    expect(correo({ tipo: "resuelto" }).texto).not.toContain("foto");
  });
});

describe("rechazado", () => {
  const por = (motivo: string, texto: string, reclamo: Partial<DatosCorreo["reclamo"]> = {}) =>
    correo({ tipo: "rechazado", datos: { motivo }, texto }, { reclamo });

  it("leads a duplicate to its original", () => {
    const r = por("duplicado", "Es el mismo.", { original: { numero: 77, codigo: "ORIGIN0077" } });
    expect(r.texto).toContain("Seguir el reclamo #77: https://baldosa.example/r/ORIGIN0077");
  });

  it("names the body in charge apart from the explanation", () => {
    const r = por("fuera_de_jurisdiccion", "Vialidad Nacional\n\nEs una ruta nacional.");
    expect(r.texto).toContain("Se ocupa: Vialidad Nacional");
    expect(r.texto).toContain("> Es una ruta nacional.");
  });

  it("asks for what was missing", () => {
    expect(enlaces(por("informacion_insuficiente", "¿En qué calle?").html)).toContain(
      "https://baldosa.example/reportar",
    );
  });

  it("says no state names of the code to the vecino", () => {
    for (const motivo of MOTIVOS_RECHAZO) expect(por(motivo, "Porque sí.").texto).not.toMatch(/_/);
  });
});

describe("comentado", () => {
  it.each([
    ["equipo", "https://baldosa.example/campo/1234"],
    ["supervision", "https://baldosa.example/gestion/bandeja/1234"],
    ["interesado", "https://baldosa.example/r/7K3F9QXM2A"],
  ] as const)("takes %s to %s", (parte, enlace) => {
    const r = correo({ tipo: "comentado", texto: "Hola", autor: "vecino" }, { lector: { parte } });
    expect(enlaces(r.html)).toContain(enlace);
  });

  it("keeps the lines of what was written", () => {
    const r = correo({ tipo: "comentado", texto: "uno\ndos" });
    expect(r.html).toContain("uno<br>dos");
    expect(r.texto).toContain("> uno\n> dos");
  });
});

describe("anuncio", () => {
  it("takes title and text apart", () => {
    const r = debe(rendir(anuncioDe("Corte de agua\n\nEl martes de 8 a 12.\n\nGuarden agua.")));
    expect(r.asunto).toBe("Corte de agua");
    expect(r.html).toContain("El martes de 8 a 12.</p>");
    expect(r.texto).toContain("Guarden agua.");
  });

  it("escapes both", () => {
    const r = debe(rendir(anuncioDe("<b>Corte\n\n<img src=x onerror=alert(1)>")));
    expect(r.html).not.toMatch(/<b>|<img/);
  });
});

describe("a header", () => {
  it("is one line of bounded length", () => {
    expect(renglonDeCabecera("a\r\n\u2028b\u0000c")).toBe("a b c");
    expect([...renglonDeCabecera("😀".repeat(400))]).toHaveLength(150);
  });
});
