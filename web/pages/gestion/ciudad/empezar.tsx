import type { Avance } from "../../../../contract/esquemas/municipio.ts";
import * as api from "../../../api/ciudad.ts";
import { Icono } from "../../../components/base/icono.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { tilde } from "../../../components/iconos.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { useLeido } from "../../../lib/lista-viva.ts";

type Paso = { clave: keyof typeof tci.empezar.pasos; href: string; hecho: (a: Avance) => boolean };

/** In the order in which each needs the one before. */
const PASOS: readonly Paso[] = [
  { clave: "nombre", href: "/gestion/ciudad/municipio", hecho: (a) => a.nombre },
  { clave: "limite", href: "/gestion/ciudad/municipio#limite", hecho: (a) => a.limite },
  { clave: "categorias", href: "/gestion/ciudad/categorias", hecho: (a) => a.categorias > 0 },
  { clave: "cuadrilla", href: "/gestion/ciudad/cuadrillas", hecho: (a) => a.cuadrillas > 0 },
  { clave: "personas", href: "/gestion/ciudad/personas", hecho: (a) => a.personal > 0 },
  { clave: "reclamo", href: "/reportar", hecho: (a) => a.reclamos > 0 },
];

/** What can wait, and makes the work easier. */
const DESPUES = [
  ["zonas", "/gestion/ciudad/zonas"],
  ["respuestas", "/gestion/ciudad/respuestas"],
] as const;

const QUES = ["municipio", "categorias", "cuadrillas"] as const;

function Pasos({ avance }: { avance: Avance }) {
  const hechos = PASOS.filter((p) => p.hecho(avance)).length;
  const siguiente = PASOS.find((p) => !p.hecho(avance));
  return (
    <>
      <p role="status">
        <label>
          <span class="suave">{tci.empezar.van(hechos, PASOS.length)}</span>
          <progress class="avance-ciudad" max={PASOS.length} value={hechos} />
        </label>
      </p>
      {siguiente ? null : (
        <div class="tarjeta empezar-listo">
          <h2>{tci.empezar.listo}</h2>
          <p class="suave">{tci.empezar.listoTexto}</p>
          <a class="boton" href="/gestion">
            {tci.empezar.aLaBandeja}
          </a>
        </div>
      )}
      <ol class="pasos-ciudad">
        {PASOS.map((p, i) => {
          const hecho = p.hecho(avance);
          const { titulo, texto, ir } = tci.empezar.pasos[p.clave];
          return (
            <li key={p.clave} class={`tarjeta${hecho ? " hecho" : ""}`}>
              <span class="paso-numero" aria-hidden="true">
                {hecho ? <Icono d={tilde} /> : i + 1}
              </span>
              <div>
                <h2>
                  {titulo}
                  {hecho ? <span class="insignia e-resuelto">{tci.empezar.hecho}</span> : null}
                </h2>
                <p class="suave">{texto}</p>
              </div>
              <a
                class={`boton${p === siguiente ? "" : " contorno"}`}
                href={p.href}
                {...(p === siguiente ? { "aria-current": "step" as const } : {})}
              >
                {hecho ? tci.empezar.ver(titulo) : ir}
              </a>
            </li>
          );
        })}
      </ol>
      <h2>{tci.empezar.despues}</h2>
      <ul class="pila">
        {DESPUES.map(([clave, href]) => (
          <li key={clave}>
            <a href={href}>{tci.empezar.puedeEsperar[clave]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Empezar() {
  const leido = useLeido(api.verAvance, QUES);
  return (
    <CuerpoCiudad titulo={tci.empezar.titulo} bajada={tci.empezar.bajada}>
      <Mostrar leido={leido}>{(avance) => <Pasos avance={avance} />}</Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Empezar);
