import { describe, expect, it } from "vitest";
import { MOTIVOS_RECHAZO } from "../../../contract/vocabulario.ts";
import { anuncioDeMuestra, datosDeMuestra, MUESTRAS, rendirMuestra } from "../muestras.ts";
import type { DatosCorreo } from "./contenido.ts";
import { PLANTILLAS, rendir } from "./index.ts";
import type { Rendido } from "./layout.ts";
import { fechaLarga, nombreParaSaludar, renglonDeCabecera, renglonSinEnlace } from "./palabras.ts";

const VENCE = Date.parse("2026-11-27T18:00:00Z") / 1000;

const debe = (r: Rendido | null): Rendido => {
  if (!r) throw new Error("it rendered nothing");
  return r;
};
const correo = (...p: Parameters<typeof datosDeMuestra>): Rendido =>
  debe(rendir(datosDeMuestra(...p)));

const enlaces = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map((m) => m[1] ?? "");

const TODAS = Object.entries(MUESTRAS);
const EN_CADA_LENGUA = Object.keys(MUESTRAS).flatMap((nombre) => [
  [nombre, "es"] as const,
  [nombre, "en"] as const,
]);

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

  it.each(EN_CADA_LENGUA)(
    "%s, %s: says the same in both parts, with absolute links",
    (nombre, idioma) => {
      const r = debe(rendirMuestra(nombre, idioma));
      expect(r.asunto).not.toBe("");
      expect(r.html).toContain(`<html lang="${idioma === "en" ? "en" : "es-AR"}">`);
      expect(r.html.match(/<h1/g)).toHaveLength(1);
      const donde = enlaces(r.html);
      expect(donde.length).toBeGreaterThan(0);
      for (const enlace of donde) {
        expect(enlace).toMatch(/^https:\/\/baldosa\.example\/[a-zA-Z0-9/#-]+$/);
        expect(r.texto).toContain(enlace);
      }
      expect(r.texto).toContain("Villa Baldosa");
      expect(r.texto).not.toMatch(/<[a-z]|&amp;|undefined|null|NaN/);
      expect(r.html).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
    },
  );

  it.each(Object.keys(MUESTRAS))("%s: has no word of Spanish left in English", (nombre) => {
    const { texto } = debe(rendirMuestra(nombre, "en"));
    expect(texto).not.toMatch(/\b(reclamo|Hola|Te escribimos|cuadrilla|Prometido|Dónde|Estado)\b/);
  });

  it.each(TODAS)("%s lets no markup in and no line end into its subject", (_nombre, datos) => {
    const malo = `<script>alert(1)</script>"'&\r\nBcc: x@x.example`;
    const r = debe(
      rendir(
        ...datos.map((d) => ({
          ...d,
          municipio: malo,
          lector: { ...d.lector, nombre: malo },
          ...("evento" in d && { evento: { ...d.evento, texto: `${malo}\n\n${malo}` } }),
          ...("cuenta" in d && {
            cuenta: { ...d.cuenta, titulo: malo, direccion: malo, email: malo },
          }),
          ...("reclamo" in d && {
            reclamo: {
              ...d.reclamo,
              titulo: malo,
              direccion: malo,
              categoria: malo,
              cuadrilla: malo,
            },
          }),
        })),
      ),
    );
    expect(r.html).not.toContain("<script");
    expect(r.html).toContain("&lt;script&gt;");
    expect(r.asunto).not.toMatch(/[\r\n]/);
    for (const enlace of enlaces(r.html)) expect(enlace).toMatch(/^https:\/\/baldosa\.example\//);
  });

  it("renders nothing for an evento without a mail", () => {
    expect(rendir(datosDeMuestra({ tipo: "priorizado" }))).toBeNull();
  });

  it("offers preferences only to who has an account", () => {
    expect(correo({ tipo: "creado" }).html).toContain("https://baldosa.example/avisos");
    expect(correo({ tipo: "creado" }, { lector: { conCuenta: false } }).html).not.toContain(
      "/avisos",
    );
  });

  it("names the estado by a word, not by colour alone", () => {
    const r = correo({ tipo: "iniciado" }, { reclamo: { estado: "en_proceso" } });
    expect(r.html).toContain('<span aria-hidden="true">◐ </span>En proceso</span>');
    expect(r.texto).toContain("Estado: En proceso");
  });
});

describe("several eventos", () => {
  it("are one mail: each under its title, one greeting, the last one's button and estado", () => {
    const r = debe(rendirMuestra("novedades", "es"));
    expect(r.asunto).toBe("Reclamo #1234: 3 novedades");
    for (const titulo of [
      "Tu reclamo ya tiene cuadrilla",
      "Empezaron a trabajar",
      "Está resuelto. ¿Quedó bien?",
    ])
      expect(r.html).toContain(`>${titulo}</h2>`);
    expect(r.texto.match(/Hola Ana/g)).toHaveLength(1);
    expect(r.html.match(/class="boton"/g)).toHaveLength(1);
    expect(r.texto).toContain("Estado: Resuelto");
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
      { reclamo: { estado: "resuelto", fotosDespues: 2 } },
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
    const r = debe(
      rendir(anuncioDeMuestra("Corte de agua\n\nEl martes de 8 a 12.\n\nGuarden agua.")),
    );
    expect(r.asunto).toBe("Corte de agua");
    expect(r.html).toContain("El martes de 8 a 12.</p>");
    expect(r.texto).toContain("Guarden agua.");
  });

  it("escapes both", () => {
    const r = debe(rendir(anuncioDeMuestra("<b>Corte\n\n<img src=x onerror=alert(1)>")));
    expect(r.html).not.toMatch(/<b>|<img/);
  });
});

describe("a hostile name", () => {
  it.each([
    "Ganaste: entrá a https://malo.example",
    "www.malo.example",
    "malo.example",
    "ana@malo.example",
  ])("%s is not greeted by", (nombre) => {
    expect(nombreParaSaludar(nombre)).toBe("");
    expect(rendir(datosDeMuestra({ tipo: "creado" }, { lector: { nombre: "" } }))?.texto).toContain(
      "Hola:",
    );
  });

  it.each(["Ana", "José M. Pérez", "O'Brien", "María-José", "李雷"])("%s is a name", (nombre) => {
    expect(nombreParaSaludar(nombre)).toBe(nombre);
  });

  it("is one line of bounded length", () => {
    expect(nombreParaSaludar("Ana\r\nBcc: otra")).toBe("Ana Bcc: otra");
    expect([...nombreParaSaludar("a".repeat(200))]).toHaveLength(60);
  });
});

describe("a line that a vecino wrote", () => {
  it("gives mail clients nothing to make a link of", () => {
    const linea = renglonSinEnlace("Entrá a https://malo.example/x o a ana@malo.com. Gracias.");
    expect(linea).not.toMatch(/:\/\/|\.example|@malo|\.com/);
    expect(linea.replaceAll("\u2060", "")).toBe(
      "Entrá a https://malo.example/x o a ana@malo.com. Gracias.",
    );
  });
});

describe("a header", () => {
  it("is one line of bounded length", () => {
    expect(renglonDeCabecera("a\r\n\u2028b\u0000c")).toBe("a b c");
    expect([...renglonDeCabecera("😀".repeat(400))]).toHaveLength(150);
  });
});
