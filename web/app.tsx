import type { ComponentChildren, ComponentType } from "preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { Cascara } from "./components/cascara/cascara.tsx";
import { ContextoDatos, ContextoSimple, type Datos, type Simple } from "./datos.ts";
import { nombrar } from "./lib/nombrar.ts";
import { NO_ENCONTRADA, RUTAS } from "./routes.tsx";

/** The library takes the url on the server, though its types do not say so. */
const Lugar = LocationProvider as ComponentType<{
  url?: string;
  scope: RegExp;
  children: ComponentChildren;
}>;

/** Links that the browser itself follows. */
const NUESTRAS = /^\/(?!api\/|assets\/)/;
const esGestion = (path: string) => path.startsWith("/gestion");

let anterior: string | undefined;
/** A new page says its name and takes the focus, as a page loaded whole would. */
const alCambiar = (datos: Datos) => (url: string) => {
  const path = url.split("?")[0] ?? "/";
  nombrar(path, datos.ciudad ? { ciudad: datos.ciudad } : {});
  const misma =
    anterior === path || (anterior !== undefined && esGestion(anterior) && esGestion(path));
  anterior = path;
  if (!misma) document.getElementById("contenido")?.focus({ preventScroll: true });
};

/** The whole site: rendered by the Worker with a url, hydrated by the browser without one. */
export function App({
  url,
  datos,
  simple = null,
}: {
  url?: string;
  datos: Datos;
  simple?: Simple | null;
}) {
  const sitio = (
    <ContextoDatos.Provider value={datos}>
      <Lugar {...(url === undefined ? {} : { url })} scope={NUESTRAS}>
        <Cascara>
          <Router onRouteChange={alCambiar(datos)}>
            {RUTAS.map(({ path, pagina, modulo }) => (
              <Route key={modulo} path={path} component={pagina} />
            ))}
            <Route default component={NO_ENCONTRADA.pagina} />
          </Router>
        </Cascara>
      </Lugar>
    </ContextoDatos.Provider>
  );
  return <ContextoSimple.Provider value={simple}>{sitio}</ContextoSimple.Provider>;
}
