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
@media (prefers-color-scheme: dark) {
  .papel { background: #11161c !important; }
  .hoja { background: #181f27 !important; }
  .tinta { color: #edf0f3 !important; }
  .tinta2 { color: #b5bec8 !important; }
  .cita { background: #1f2730 !important; color: #edf0f3 !important; }
  .enlace { color: #8fbdf0 !important; }
}
</style>`;

function bloqueHtml(b: Bloque): Html {
  switch (b.tipo) {
    case "parrafo":
      return html`<p class="tinta" style="margin:0 0 16px;color:${TINTA}">${conRenglones(b.texto)}</p>`;
    case "cita":
      return html`<blockquote class="cita" style="margin:0 0 16px;padding:12px 16px;border-left:4px solid #f2c14e;background:#fdf1d2;color:${TINTA}">${conRenglones(b.texto)}</blockquote>`;
    case "datos":
      return html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${b.filas.map(
        ([nombre, valor]) =>
          html`<tr><td class="tinta2" style="padding:2px 16px 2px 0;color:${TINTA_2};vertical-align:top;white-space:nowrap">${nombre}</td><td class="tinta" style="padding:2px 0;color:${TINTA}"><strong>${valor}</strong></td></tr>`,
      )}</table>`;
    case "boton":
      return html`<p style="margin:24px 0 16px"><a href="${b.url}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#17518c;color:#ffffff;font-weight:bold;text-decoration:none">${b.texto}</a></p>`;
    case "enlace":
      return html`<p style="margin:0 0 16px"><a class="enlace" href="${b.url}" style="color:#17518c">${b.texto}</a></p>`;
  }
}

function bloqueTexto(b: Bloque): string {
  switch (b.tipo) {
    case "parrafo":
      return b.texto;
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

const insignia = (c: Contenido): Html | null => {
  if (!c.estado) return null;
  const e = ESTADO_VISTO[c.estado];
  return html`<p style="margin:0 0 12px"><span style="display:inline-block;padding:4px 12px;border-radius:999px;background:${e.fondo};color:${e.tinta};font-weight:bold">${e.signo} ${e.palabra}</span></p>`;
};

/** Where a reader with an account chooses what to get. */
export const enlacePreferencias = (m: Pick<Marco, "appUrl">): string => `${m.appUrl}/avisos`;

const PREFERENCIAS = "Elegí qué avisos recibir";

/** Puts what a template says into the one layout, as HTML and as text. */
export function armar(c: Contenido, marco: Marco, lector: Lector): Rendido {
  const pie = lector.conCuenta
    ? html` <a class="enlace" href="${enlacePreferencias(marco)}" style="color:#17518c">${PREFERENCIAS}</a>.`
    : null;
  const pagina = html`<!doctype html>
<html lang="es-AR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${renglonDeCabecera(c.asunto)}</title>
${OSCURO}
</head>
<body class="papel" style="margin:0;padding:24px 12px;background:#fbf7ee;${LETRA};font-size:17px;line-height:1.5">
<div class="hoja" style="max-width:560px;margin:0 auto;padding:24px;border-radius:14px;background:#fffdf8">
<p class="tinta2" style="margin:0 0 20px;color:${TINTA_2};font-size:15px">${marco.municipio}</p>
${insignia(c)}<h1 class="tinta" style="margin:0 0 16px;color:${TINTA};font-size:24px;line-height:1.25">${c.titulo}</h1>
${c.bloques.map(bloqueHtml)}
<p class="tinta2" style="margin:24px 0 0;color:${TINTA_2};font-size:14px">${c.porque}${pie}</p>
</div>
</body>
</html>`;
  const e = c.estado ? ESTADO_VISTO[c.estado] : null;
  const texto = [
    c.titulo,
    ...(e ? [`Estado: ${e.palabra}`] : []),
    ...c.bloques.map(bloqueTexto),
    `-- \n${marco.municipio}\n${c.porque}${lector.conCuenta ? `\n${PREFERENCIAS}: ${enlacePreferencias(marco)}` : ""}`,
  ].join("\n\n");
  return { asunto: renglonDeCabecera(c.asunto), html: pagina.texto, texto: `${texto}\n` };
}
