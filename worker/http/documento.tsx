import { renderToString } from "preact-render-to-string";
import type { Datos } from "../../web/datos.ts";
import { tar } from "../../web/i18n/armar.ts";
import type { Cabeza } from "../../web/lib/cabeza.ts";
import { nombreDe } from "../../web/state/ciudad.ts";
import type { Recursos } from "./recursos.ts";

type Documento = {
  cabeza: Cabeza;
  /** Absolute address of the page, without its query. */
  url: string;
  recursos: Recursos;
  /** The page, already rendered. */
  cuerpo: string;
  datos: Datos;
  /** Search engines may list it. */
  indexable: boolean;
  /** Picture of the page when it is shared, absolute. */
  imagen: string;
};

/** JSON that no text in it can turn into markup: https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements */
const jsonEnHtml = (datos: Datos): string => JSON.stringify(datos).replace(/</g, "\\u003c");

/** The whole HTML of a page. No inline script and no inline style: the content security policy allows neither. */
export function documento(d: Documento): string {
  const { titulo, descripcion } = d.cabeza;
  const { recursos: r } = d;
  const html = renderToString(
    <html lang="es-AR">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{titulo}</title>
        <meta name="description" content={descripcion} />
        {d.indexable ? (
          <link rel="canonical" href={d.url} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
        <meta name="theme-color" content="#fbf7ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#11161c" media="(prefers-color-scheme: dark)" />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content={nombreDe(d.datos)} />
        <meta property="og:title" content={titulo} />
        <meta property="og:description" content={descripcion} />
        <meta property="og:url" content={d.url} />
        <meta property="og:locale" content="es_AR" />
        <meta property="og:image" content={d.imagen} />
        <link rel="icon" type="image/svg+xml" href="/assets/marca.svg" />
        <link rel="apple-touch-icon" href="/assets/icono-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {r.fuente ? (
          <link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href={r.fuente} />
        ) : null}
        {r.estilos.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {d.datos.ciudad?.colores ? (
          <link id="colores" rel="stylesheet" href={d.datos.ciudad.colores} />
        ) : null}
        {r.modulos.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        {r.entrada ? <script type="module" src={r.entrada} /> : null}
      </head>
      <body>
        <div id="app" dangerouslySetInnerHTML={{ __html: d.cuerpo }} />
        {d.datos.ciudad?.nombre === "" ? (
          <aside id="sin-armar" class="sin-armar" aria-label={tar.texto}>
            {tar.texto} <a href="/gestion/ciudad/empezar">{tar.enlace}</a>
          </aside>
        ) : null}
        <script
          type="application/json"
          id="datos"
          dangerouslySetInnerHTML={{ __html: jsonEnHtml(d.datos) }}
        />
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
