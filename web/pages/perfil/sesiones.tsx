import { useEffect, useState } from "preact/hooks";
import { aparatoDe } from "../../../contract/agente.ts";
import type { Sesion } from "../../../contract/esquemas/enlaces.ts";
import { cerrarLasDemas, cerrarSesion, listarSesiones } from "../../api/enlaces.ts";
import { mensajeDe } from "../../api/error.ts";
import { Alerta, Esqueleto } from "../../components/base/avisos.tsx";
import { ts } from "../../i18n/seguridad.ts";
import { momento } from "../../lib/fechas.ts";
import { useAhora } from "../../state/reloj.ts";

const w = ts.sesiones;

const nombreDe = (s: Sesion): string => aparatoDe(s.agente).join(w.en) || w.otro;

/** Where the account is open, and how to close it there. */
export function Sesiones() {
  const ahora = useAhora();
  const [todas, setTodas] = useState<Sesion[] | null>(null);
  const [general, setGeneral] = useState<string | null>(null);
  const [cerrando, setCerrando] = useState(false);
  const leer = () =>
    listarSesiones().then(
      (r) => setTodas(r.items),
      (e: unknown) => setGeneral(mensajeDe(e)),
    );
  useEffect(() => void leer(), []);
  const hacer = async (que: () => Promise<unknown>) => {
    setGeneral(null);
    setCerrando(true);
    try {
      await que();
    } catch (e) {
      setGeneral(mensajeDe(e));
    }
    await leer();
    setCerrando(false);
  };
  const otras = todas?.filter((s) => !s.esta) ?? [];
  return (
    <section class="pila tarjeta" aria-labelledby="sesiones-titulo">
      <h2 id="sesiones-titulo">{w.titulo}</h2>
      <p class="suave">{w.bajada}</p>
      {general ? <Alerta>{general}</Alerta> : null}
      {todas === null && !general ? <Esqueleto filas={2} /> : null}
      <ul class="lista-simple">
        {(todas ?? []).map((s) => (
          <li key={s.id} class="fila entre">
            <span>
              <strong>{nombreDe(s)}</strong>
              <br />
              <span class="suave chico">
                {s.esta ? w.esta : w.usada(momento(s.usada_en, ahora))}
              </span>
            </span>
            {s.esta ? null : (
              <button
                type="button"
                class="boton contorno chica"
                disabled={cerrando}
                onClick={() => void hacer(() => cerrarSesion(s.id))}
              >
                {w.cerrar}
                <span class="oculto"> {nombreDe(s)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="hecho" role="status">
        {todas && otras.length === 0 ? w.sola : null}
      </p>
      {otras.length > 0 ? (
        <button
          type="button"
          class="boton contorno a-la-izquierda"
          disabled={cerrando}
          onClick={() => void hacer(cerrarLasDemas)}
        >
          {w.cerrarTodas}
        </button>
      ) : null}
    </section>
  );
}
