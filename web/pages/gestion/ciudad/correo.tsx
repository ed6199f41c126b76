import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { CorreoDetalle } from "../../../../contract/esquemas/avisos.ts";
import * as api from "../../../api/ciudad.ts";
import { claveNueva } from "../../../api/cliente.ts";
import { mensajeDe } from "../../../api/error.ts";
import { Alerta } from "../../../components/base/avisos.tsx";
import { Dialogo } from "../../../components/base/dialogo.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { EstadoDelCorreo } from "../../../components/gestion/ciudad/estado-correo.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { recargar } from "../../../components/iconos-gestion.ts";
import { atras } from "../../../components/iconos-varios.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { t } from "../../../i18n/index.ts";
import { useLeido } from "../../../lib/lista-viva.ts";

const CADA_MS = 1500;
const VECES = 20;
/** On its way: nobody knows yet how it ends. */
const enCamino = (c: CorreoDetalle) => c.estado === "pendiente" || c.estado === "reintentando";
/** The ones that did not get through, as the server has them (domain/correos/reenviar.ts). */
const sePuedeMandar = (c: CorreoDetalle) =>
  ["fallido", "simulado", "incierto", "suprimido", "rebotado"].includes(c.estado);

function Mandar({ c, alMandar }: { c: CorreoDetalle; alMandar: () => void }) {
  const [pregunta, setPregunta] = useState(false);
  const [mandando, setMandando] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const clave = useRef(claveNueva());
  const mandar = async () => {
    setMandando(true);
    setError(null);
    try {
      await api.reenviarCorreo(c.id, clave.current);
      clave.current = claveNueva();
      setPregunta(false);
      alMandar();
    } catch (e) {
      setError(e);
    } finally {
      setMandando(false);
    }
  };
  return (
    <>
      <button
        type="button"
        class="boton"
        disabled={!sePuedeMandar(c)}
        onClick={() => setPregunta(true)}
      >
        <Icono d={recargar} /> {tci.correos.mandarDeNuevo}
      </button>
      {pregunta ? (
        <Dialogo titulo={tci.correos.mandarDeNuevo} alCerrar={() => setPregunta(false)}>
          <div class="pila">
            <p>{tci.correos.seguro(c.para)}</p>
            {c.estado === "incierto" ? (
              <Alerta tono="info">{tci.correos.quizasLlego}</Alerta>
            ) : null}
            {c.estado === "suprimido" ? (
              <Alerta tono="info">{tci.correos.estaSuprimido}</Alerta>
            ) : null}
            {error ? <Alerta>{mensajeDe(error)}</Alerta> : null}
            <div class="fila derecha">
              <button type="button" class="boton contorno" onClick={() => setPregunta(false)}>
                {t.comun.cancelar}
              </button>
              <button type="button" class="boton" disabled={mandando} onClick={() => void mandar()}>
                {mandando ? t.comun.enviando : tci.correos.siMandar}
              </button>
            </div>
          </div>
        </Dialogo>
      ) : null}
    </>
  );
}

/** What became of a message that was sent again, as far as one knows. Never better than it is. */
function Resultado({ c, rendido }: { c: CorreoDetalle; rendido: boolean }) {
  const texto = enCamino(c) && !rendido ? tci.correos.enCamino : tci.correos.resultado[c.estado];
  return (
    <Alerta tono={c.estado === "fallido" ? "mal" : "info"}>
      <p>{texto}</p>
      {c.error ? <p>{c.error}</p> : null}
    </Alerta>
  );
}

function Historia({ c }: { c: CorreoDetalle }) {
  return (
    <section class="tarjeta pila">
      <h2>{tci.correos.historia}</h2>
      <ol class="historia-correo">
        {c.historia.map((p, i) => (
          // The same state may come twice, at the same second.
          <li key={i}>
            <EstadoDelCorreo estado={p.estado} /> <Cuando iso={p.en} />
            {p.error ? <p class="chico error">{p.error}</p> : null}
          </li>
        ))}
      </ol>
      <p class="chico suave">{tci.correos.explica[c.estado]}</p>
    </section>
  );
}

function Mensaje({ c }: { c: CorreoDetalle }) {
  const [parte, setParte] = useState<"html" | "texto">("html");
  if (!c.html)
    return (
      <section class="tarjeta">
        <p>{tci.correos.yaNoDice}</p>
      </section>
    );
  return (
    <section class="tarjeta pila">
      <div class="fila entre envuelve">
        <h2>{tci.correos.loQueDice}</h2>
        <fieldset class="segmentos">
          <legend class="oculto">{tci.correos.como}</legend>
          {(["html", "texto"] as const).map((x) => (
            <label key={x}>
              <input type="radio" name="parte" checked={parte === x} onChange={() => setParte(x)} />
              <span>{tci.correos.partes[x]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {parte === "html" ? (
        <>
          <iframe
            class="correo-marco"
            title={tci.correos.loQueDice}
            src={`/api/correos/${c.id}/vista`}
            sandbox=""
            referrerpolicy="no-referrer"
          />
          <p class="ayuda">{tci.correos.enlacesQuietos}</p>
        </>
      ) : (
        <pre class="correo-texto">{c.texto}</pre>
      )}
    </section>
  );
}

function Correo() {
  const id = Number(useRoute().params.id);
  const leer = useCallback(() => api.verCorreo(id), [id]);
  const leido = useLeido(leer);
  /** How many times one has looked since it was sent again; null when it was not. */
  const [vez, setVez] = useState<number | null>(null);
  const { datos, releer } = leido;
  const mirando = vez !== null && vez < VECES && datos !== null && enCamino(datos);
  useEffect(() => {
    if (!mirando) return;
    const espera = setTimeout(() => {
      void releer().finally(() => setVez((n) => (n ?? 0) + 1));
    }, CADA_MS);
    return () => clearTimeout(espera);
  }, [mirando, vez, releer]);
  return (
    <CuerpoCiudad
      titulo={datos?.asunto || tci.correos.uno}
      accion={
        datos ? (
          <Mandar
            c={datos}
            alMandar={() => {
              setVez(0);
              void releer();
            }}
          />
        ) : undefined
      }
    >
      <a class="boton-volver" href="/gestion/ciudad/correos">
        <Icono d={atras} /> {tci.correos.titulo}
      </a>
      <Mostrar leido={leido}>
        {(c) => (
          <div class="pila">
            <div role="status">
              {vez === null ? null : <Resultado c={c} rendido={vez >= VECES} />}
            </div>
            <dl class="ficha tarjeta">
              <div>
                <dt>{tci.correos.para}</dt>
                <dd>{c.para}</dd>
              </div>
              <div>
                <dt>{tci.correos.estado}</dt>
                <dd>
                  <EstadoDelCorreo estado={c.estado} />
                </dd>
              </div>
              <div>
                <dt>{tci.correos.porque}</dt>
                <dd>
                  {tci.correos.plantillas[c.plantilla] ?? c.plantilla}
                  {c.reclamo_id === null ? null : (
                    <>
                      {" · "}
                      <a href={`/gestion/bandeja/${c.reclamo_id}`}>#{c.reclamo_id}</a>
                    </>
                  )}
                </dd>
              </div>
            </dl>
            <Historia c={c} />
            <Mensaje c={c} />
          </div>
        )}
      </Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Correo);
