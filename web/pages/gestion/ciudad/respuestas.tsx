import { useState } from "preact/hooks";
import { plantillas } from "../../../api/ciudad.ts";
import { Vacio } from "../../../components/base/avisos.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { FilaCiudad, Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { FichaDeRespuesta } from "../../../components/gestion/ciudad/respuesta.tsx";
import { mas } from "../../../components/iconos.ts";
import { ta } from "../../../i18n/acciones.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { avisar } from "../../../state/toasts.ts";

const QUES = ["plantillas"] as const;

function Respuestas() {
  const leido = useLeido(plantillas, QUES);
  /** Null: none is open; 0: a new one. */
  const [abierta, abrir] = useState<number | null>(null);
  const { releer } = leido;
  const listo = (dicho: string) => {
    abrir(null);
    avisar(dicho, { tono: "bien" });
    void releer();
  };
  return (
    <CuerpoCiudad
      titulo={tci.respuestas.titulo}
      bajada={tci.respuestas.bajada}
      accion={
        <button type="button" class="boton" onClick={() => abrir(0)}>
          <Icono d={mas} /> {tci.respuestas.nueva}
        </button>
      }
    >
      <Mostrar leido={leido}>
        {(lista) => (
          <>
            {lista.length === 0 ? (
              <Vacio titulo={tci.respuestas.vacio} texto={tci.respuestas.vacioTexto} />
            ) : (
              <ul class="lista-simple">
                {lista.map((p) => (
                  <FilaCiudad
                    key={p.id}
                    titulo={p.titulo}
                    alAbrir={() => abrir(p.id)}
                    insignias={
                      <span class="insignia neutro">
                        {p.accion ? ta.acciones[p.accion] : tci.respuestas.enTodas}
                      </span>
                    }
                  >
                    <p class="chico suave dos-renglones">{p.texto}</p>
                  </FilaCiudad>
                ))}
              </ul>
            )}
            {abierta === null ? null : (
              <FichaDeRespuesta
                key={abierta}
                fila={lista.find((p) => p.id === abierta) ?? null}
                releer={releer}
                alGuardar={(p) => listo(tci.guardado(p.titulo))}
                alBorrar={(p) => listo(tci.respuestas.borrada(p.titulo))}
                alCerrar={() => abrir(null)}
              />
            )}
          </>
        )}
      </Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Respuestas);
