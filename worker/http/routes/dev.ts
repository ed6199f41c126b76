import { Hono } from "hono";
import { noEncontrado } from "../../domain/fallo.ts";
import { MUESTRAS, rendirMuestra } from "../../mail/muestras.ts";
import type { AppEnv } from "../app-env.ts";

/** The colours of the dark look, whatever the browser prefers. */
const enOscuro = (html: string): string =>
  html.replace("@media (prefers-color-scheme: dark)", "@media all");

const VISTAS = ["es", "en"].flatMap((idioma) =>
  ["claro", "oscuro"].map((tema) => ({ idioma, tema })),
);

/** Mounted at /dev/correos: every mail there is, in both languages, light and dark. In development only. */
export const rutasDev = new Hono<AppEnv>()
  .use(async (c, next) => {
    if (!["development", "test"].includes(c.get("entorno").environment))
      throw noEncontrado("Acá no hay nada.");
    await next();
    c.header("Cache-Control", "no-store");
  })
  .get("/", (c) =>
    c.html(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><h1>Mails</h1>${Object.keys(
        MUESTRAS,
      )
        .map(
          (nombre) =>
            `<h2 id="${nombre}">${nombre}</h2>${VISTAS.map(({ idioma, tema }) => `<iframe title="${nombre}, ${idioma}, ${tema}" src="/dev/correos/${nombre}?idioma=${idioma}&amp;tema=${tema}" width="340" height="640" loading="lazy"></iframe> `).join("")}`,
        )
        .join("")}`,
    ),
  )
  .get("/:nombre", (c) => {
    const dice = rendirMuestra(c.req.param("nombre"), c.req.query("idioma") ?? "es");
    if (!dice) throw noEncontrado("Acá no hay nada.");
    if (c.req.query("parte") === "texto") return c.text(dice.texto);
    c.set("enMarco", true);
    return c.html(c.req.query("tema") === "oscuro" ? enOscuro(dice.html) : dice.html);
  });
