import { Hono } from "hono";
import { cambiarBaja, type QueBaja, verBaja } from "../domain/correos/baja.ts";
import { Fallo } from "../domain/fallo.ts";
import { type Palabras, palabrasDe } from "../mail/palabras/index.ts";
import { type Html, html } from "../mail/templates/html.ts";
import type { AppEnv, C } from "./app-env.ts";
import { leerManifiesto, recursosDe } from "./recursos.ts";
import { leerFormulario } from "./simple/comun.ts";

const BYTES_MAX = 2048;
const BOTONES = ["estos", "todos", "volver"] as const satisfies QueBaja[];

/** A page of its own, in the language of who got the mail: it needs no code, no session, and says nothing of them. */
async function pagina(c: C, t: Palabras, cuerpo: Html, status: 200 | 404 = 200): Promise<Response> {
  const { estilos } = recursosDe(await leerManifiesto(c.env.ASSETS), "web/pages/no-encontrada.tsx");
  c.header("Cache-Control", "no-store");
  const todo = html`<!doctype html>
<html lang="${t.lengua}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${t.bajaPagina.titulo}</title>
<link rel="icon" type="image/svg+xml" href="/assets/marca.svg">
${estilos.map((href) => html`<link rel="stylesheet" href="${href}">`)}
</head>
<body><main class="pagina angosta" id="contenido"><h1>${t.bajaPagina.titulo}</h1><div class="pila">${cuerpo}<p><a href="/">${t.bajaPagina.inicio}</a></p></div></main></body>
</html>`;
  return c.html(todo.texto, status);
}

const lista = (t: Palabras, tipos: readonly string[]): Html =>
  html`<ul>${tipos.map((tipo) => html`<li>${t.bajaPagina.tipos[tipo] ?? tipo}</li>`)}</ul>`;

const boton = (que: QueBaja, dice: string, clase: string): Html =>
  html`<form method="post"><button class="boton ${clase}" type="submit" name="que" value="${que}">${dice}</button></form>`;

/** A link that is not one of ours says so in a page too. */
async function oMal(c: C, hacer: () => Promise<Response>): Promise<Response> {
  try {
    return await hacer();
  } catch (error) {
    if (!(error instanceof Fallo && error.codigo === "no_encontrado")) throw error;
    const t = palabrasDe("es");
    return pagina(c, t, html`<p role="alert">${t.bajaPagina.mal}</p>`, 404);
  }
}

/** What a mail client sends by itself: https://www.rfc-editor.org/rfc/rfc8058#section-3.1 */
const DE_UN_TOQUE = "One-Click";

/** Mounted at /baja: turning mail off by its own link, signed out. A GET only asks: clients and scanners open links. */
export const rutasBaja = new Hono<AppEnv>()
  .get("/:ficha", (c) =>
    oMal(c, async () => {
      const { authSecret } = c.get("entorno");
      const { tipos, idioma } = await verBaja(c.get("ctx"), authSecret, c.req.param("ficha"));
      const t = palabrasDe(idioma);
      const b = t.bajaPagina;
      return pagina(
        c,
        t,
        html`<p>${b.pregunta}</p>${lista(t, tipos)}${boton("estos", b.estos, "")}${boton("todos", b.todos, "contorno")}<p class="chico suave">${b.seguridad}</p>`,
      );
    }),
  )
  .post("/:ficha", (c) =>
    oMal(c, async () => {
      const datos = await leerFormulario(c, BYTES_MAX);
      const que =
        datos.get("List-Unsubscribe") === DE_UN_TOQUE
          ? "estos"
          : (BOTONES.find((b) => b === datos.get("que")) ?? "estos");
      const { authSecret } = c.get("entorno");
      const hecho = await cambiarBaja(c.get("ctx"), authSecret, c.req.param("ficha"), que);
      const t = palabrasDe(hecho.idioma);
      const b = t.bajaPagina;
      return pagina(
        c,
        t,
        que === "volver"
          ? html`<p role="status">${b.vuelto}</p>${lista(t, hecho.tipos)}`
          : html`<p role="status">${b.hecho[que]}</p>${que === "estos" ? lista(t, hecho.tipos) : null}<p class="chico suave">${b.seguridad}</p>${boton("volver", b.volver, "contorno")}`,
      );
    }),
  );
