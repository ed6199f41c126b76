import { useCallback, useState } from "preact/hooks";
import * as catalogos from "../../../api/catalogos.ts";
import * as api from "../../../api/ciudad.ts";
import { Vacio } from "../../../components/base/avisos.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { FichaDeCuadrilla } from "../../../components/gestion/ciudad/cuadrilla.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { FilaCiudad, Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { mas } from "../../../components/iconos.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { releerCatalogo } from "../../../state/catalogos.ts";
import { avisar } from "../../../state/toasts.ts";

export type DatosCuadrillas = Awaited<ReturnType<typeof leer>>;
const leer = async () => {
  const [cuadrillas, categorias, zonas] = await Promise.all([
    catalogos.cuadrillas(),
    catalogos.categorias(),
    api.zonas(),
  ]);
  return { cuadrillas, categorias, zonas };
};
const QUES = ["categorias", "cuadrillas", "zonas"] as const;

function Cuadrillas() {
  const leido = useLeido(leer, QUES);
  /** Null: none is open; 0: a new one. */
  const [abierta, abrir] = useState<number | null>(null);
  const { releer } = leido;
  const alGuardar = useCallback(
    (nombre: string) => {
      abrir(null);
      avisar(tci.guardado(nombre), { tono: "bien" });
      void releer();
      releerCatalogo("cuadrillas");
    },
    [releer],
  );
  return (
    <CuerpoCiudad
      titulo={tci.cuadrillas.titulo}
      bajada={tci.cuadrillas.bajada}
      accion={
        <button type="button" class="boton" onClick={() => abrir(0)}>
          <Icono d={mas} /> {tci.cuadrillas.nueva}
        </button>
      }
    >
      <Mostrar leido={leido}>
        {(datos) => (
          <>
            {datos.cuadrillas.length === 0 ? (
              <Vacio titulo={tci.cuadrillas.vacio} texto={tci.cuadrillas.vacioTexto} />
            ) : (
              <ul class="lista-simple">
                {datos.cuadrillas.map((k) => (
                  <FilaCiudad
                    key={k.id}
                    titulo={k.nombre}
                    alAbrir={() => abrir(k.id)}
                    apagada={!k.activa}
                    insignias={
                      k.activa ? null : <span class="insignia neutro">{tci.inactiva}</span>
                    }
                  >
                    <p class="chico suave">
                      {tci.cuadrillas.carga(k.abiertos, k.capacidad)}
                      {" · "}
                      {datos.zonas.find((z) => z.id === k.zona_id)?.nombre ?? tci.todaLaCiudad}
                      {" · "}
                      {datos.categorias
                        .filter((c) => k.categorias.includes(c.id))
                        .map((c) => c.nombre)
                        .join(", ") || tci.cuadrillas.sinCategorias}
                    </p>
                  </FilaCiudad>
                ))}
              </ul>
            )}
            {abierta === null ? null : (
              <FichaDeCuadrilla
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

export default soloAdmin(Cuadrillas);
