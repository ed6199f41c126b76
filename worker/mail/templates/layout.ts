import { type Palabras, palabrasDe } from "../palabras/index.ts";
import type { Bloque, Contenido, Lector, Marco } from "./contenido.ts";
import { conRenglones, type Html, html } from "./html.ts";
import { ESTADO_VISTO, renglonDeCabecera } from "./palabras.ts";

/** A mail ready to go. */
export type Rendido = { asunto: string; html: string; texto: string };

/** Colours are inline, ink always together with its paper; the style block turns them where the client knows dark mode. */
const TINTA = "#1d2733";
const TINTA_2 = "#4d5866";
const LETRA =
  "font-family:'Atkinson Hyperlegible Next',system-ui,-apple-system,'Segoe UI',Arial,sans-serif";

const OSCURO = html`<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .papel { background: #11161c !important; }
  .hoja { background: #181f27 !important; }
  .tinta { color: #edf0f3 !important; }
  .tinta2 { color: #b5bec8 !important; }
  .cita { background: #1f2730 !important; color: #edf0f3 !important; }
  .enlace { color: #8fbdf0 !important; }
  .boton { background: #8fbdf0 !important; color: #10161d !important; }
}
</style>`;

function bloqueHtml(b: Bloque): Html {
  switch (b.tipo) {
    case "parrafo":
      return html`<p class="tinta" style="margin:0 0 16px;color:${TINTA}">${conRenglones(b.texto)}</p>`;
    case "subtitulo":
      return html`<h2 class="tinta" style="margin:24px 0 8px;color:${TINTA};font-size:19px;line-height:1.3">${b.texto}</h2>`;
    case "cita":
      return html`<blockquote class="cita" style="margin:0 0 16px;padding:12px 16px;border-left:4px solid #f2c14e;background:#fdf1d2;color:${TINTA}">${conRenglones(b.texto)}</blockquote>`;
    case "datos":
      return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${b.filas.map(
        ([nombre, valor]) =>
          html`<tr><td class="tinta2" style="padding:2px 16px 2px 0;color:${TINTA_2};vertical-align:top;white-space:nowrap">${nombre}</td><td class="tinta" style="padding:2px 0;color:${TINTA}"><strong>${valor}</strong></td></tr>`,
      )}</table>`;
    case "boton":
      return html`<p style="margin:24px 0 16px"><a class="boton" href="${b.url}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#17518c;color:#ffffff;font-weight:bold;text-decoration:none">${b.texto}</a></p>`;
    case "enlace":
      return html`<p style="margin:0 0 16px"><a class="enlace" href="${b.url}" style="color:#17518c">${b.texto}</a></p>`;
  }
}

function bloqueTexto(b: Bloque): string {
  switch (b.tipo) {
    case "parrafo":
      return b.texto;
    case "subtitulo":
      return `== ${b.texto} ==`;
    case "cita":
      return b.texto
        .split(/\r\n?|\n/)
        .map((renglon) => `> ${renglon}`)
        .join("\n");
    case "datos":
      return b.filas.map(([nombre, valor]) => `${nombre}: ${valor}`).join("\n");
    case "boton":
    case "enlace":
      return `${b.texto}: ${b.url}`;
  }
}

const insignia = (c: Contenido, t: Palabras): Html | null => {
  if (!c.estado) return null;
  const e = ESTADO_VISTO[c.estado];
  return html`<p style="margin:0 0 12px"><span style="display:inline-block;padding:4px 12px;border-radius:999px;background:${e.fondo};color:${e.tinta};font-weight:bold"><span aria-hidden="true">${e.signo} </span>${t.estados[c.estado]}</span></p>`;
};

/** Where a reader with an account chooses what to get. */
export const enlacePreferencias = (m: Pick<Marco, "appUrl">): string =>
  `${m.appUrl}/avisos/preferencias`;

/** The last lines: what the reader may choose. */
const salidas = (marco: Marco, lector: Lector, t: Palabras): (readonly [string, string])[] => [
  ...(lector.conCuenta ? [[t.preferencias, enlacePreferencias(marco)] as const] : []),
  ...(marco.baja ? [[t.baja, marco.baja] as const] : []),
];

/** Puts what a template says into the one layout, as HTML and as text, in the reader's language. */
export function armar(c: Contenido, marco: Marco, lector: Lector): Rendido {
  const t = palabrasDe(lector.idioma);
  const pie = salidas(marco, lector, t);
  const pagina = html`<!doctype html>
<html lang="${t.lengua}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${renglonDeCabecera(c.asunto)}</title>
${OSCURO}
</head>
<body class="papel" style="margin:0;padding:24px 12px;background:#fbf7ee;${LETRA};font-size:17px;line-height:1.5">
<div class="hoja" role="article" lang="${t.lengua}" style="max-width:560px;margin:0 auto;padding:24px;border-radius:14px;background:#fffdf8;overflow-wrap:anywhere">
<p class="tinta2" style="margin:0 0 20px;color:${TINTA_2};font-size:15px">${marco.municipio}</p>
${insignia(c, t)}<h1 class="tinta" style="margin:0 0 16px;color:${TINTA};font-size:24px;line-height:1.25">${c.titulo}</h1>
${c.bloques.map(bloqueHtml)}
<p class="tinta2" style="margin:24px 0 0;color:${TINTA_2};font-size:14px">${c.porque}${pie.map(([dice, url]) => html` <a class="enlace" href="${url}" style="color:#17518c">${dice}</a>.`)}</p>
</div>
</body>
</html>`;
  const texto = [
    c.titulo,
    ...(c.estado ? [`${t.estado}: ${t.estados[c.estado]}`] : []),
    ...c.bloques.map(bloqueTexto),
    ["-- ", marco.municipio, c.porque, ...pie.map(([dice, url]) => `${dice}: ${url}`)].join("\n"),
  ].join("\n\n");
  return { asunto: renglonDeCabecera(c.asunto), html: pagina.texto, texto: `${texto}\n` };
}
