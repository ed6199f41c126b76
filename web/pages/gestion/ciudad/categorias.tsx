import { useCallback, useState } from "preact/hooks";
import * as catalogos from "../../../api/catalogos.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { Vacio } from "../../../components/base/avisos.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { FichaDeCategoria } from "../../../components/gestion/ciudad/categoria.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { FichaCategoria, FilaCiudad, Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { mas } from "../../../components/iconos.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { duracion } from "../../../lib/duracion.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { releerCatalogo } from "../../../state/catalogos.ts";
import { avisar } from "../../../state/toasts.ts";

export type DatosCategorias = Awaited<ReturnType<typeof leer>>;
const leer = async () => {
  const [categorias, plazos, cuadrillas] = await Promise.all([
    catalogos.categorias(),
    api.plazos(),
    catalogos.cuadrillas(),
  ]);
  return { categorias, plazos, cuadrillas };
};

function BotonUsuales({ alTerminar }: { alTerminar: () => void }) {
  const [creando, setCreando] = useState(false);
  const crear = async () => {
    setCreando(true);
    try {
      const { items } = await api.crearUsuales();
      avisar(tci.categorias.creadas(items.length), { tono: "bien" });
      alTerminar();
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    } finally {
      setCreando(false);
    }
  };
  return (
    <button type="button" class="boton" disabled={creando} onClick={() => void crear()}>
      {creando ? tci.guardando : tci.categorias.traerUsuales}
    </button>
  );
}

function Categorias() {
  const leido = useLeido(leer, QUES);
  /** Null: none is open; 0: a new one. */
  const [abierta, abrir] = useState<number | null>(null);
  const { releer } = leido;
  const alGuardar = useCallback(
    (nombre: string) => {
      abrir(null);
      avisar(tci.guardado(nombre), { tono: "bien" });
      void releer();
      releerCatalogo("categorias");
      releerCatalogo("cuadrillas");
    },
    [releer],
  );
  const alTerminar = () => {
    void releer();
    releerCatalogo("categorias");
  };
  return (
    <CuerpoCiudad
      titulo={tci.categorias.titulo}
      bajada={tci.categorias.bajada}
      accion={
        <button type="button" class="boton" onClick={() => abrir(0)}>
          <Icono d={mas} /> {tci.categorias.nueva}
        </button>
      }
    >
      <Mostrar leido={leido}>
        {(datos) => (
          <>
            {datos.categorias.length === 0 ? (
              <Vacio titulo={tci.categorias.vacio} texto={tci.categorias.vacioTexto}>
                <BotonUsuales alTerminar={alTerminar} />
              </Vacio>
            ) : (
              <ul class="lista-simple">
                {datos.categorias.map((c) => {
                  const plazo = datos.plazos.find((p) => p.categoria_id === c.id);
                  const suyas = datos.cuadrillas.filter((k) => k.categorias.includes(c.id));
                  return (
                    <FilaCiudad
                      key={c.id}
                      titulo={c.nombre}
                      icono={<FichaCategoria icono={c.icono} color={c.color} />}
                      alAbrir={() => abrir(c.id)}
                      apagada={!c.activa}
                      insignias={
                        <>
                          {c.privada ? <span class="insignia interna">{tci.privada}</span> : null}
                          {c.activa ? null : <span class="insignia neutro">{tci.inactiva}</span>}
                        </>
                      }
                    >
                      <p class="chico suave">
                        {plazo
                          ? tci.categorias.plazos(
                              duracion(plazo.horas_normal),
                              duracion(plazo.horas_urgente),
                            )
                          : tci.categorias.sinPlazo}
                        {" · "}
                        {suyas.length > 0
                          ? suyas.map((k) => k.nombre).join(", ")
                          : tci.categorias.sinCuadrilla}
                      </p>
                    </FilaCiudad>
                  );
                })}
              </ul>
            )}
            {abierta === null ? null : (
              <FichaDeCategoria
                key={abierta}
                id={abierta || null}
                datos={datos}
                releer={releer}
                alGuardar={alGuardar}
                alCerrar={() => abrir(null)}
              />
            )}
          </>
        )}
      </Mostrar>
    </CuerpoCiudad>
  );
}
const QUES = ["categorias", "cuadrillas"] as const;

export default soloAdmin(Categorias);
