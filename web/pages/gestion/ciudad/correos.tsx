import { useCallback, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ESTADOS_CORREO, type EstadoCorreo } from "../../../../contract/vocabulario.ts";
import * as api from "../../../api/ciudad.ts";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { Buscador } from "../../../components/gestion/ciudad/buscador.tsx";
import { EstadoDelCorreo } from "../../../components/gestion/ciudad/estado-correo.tsx";
import { ListaPorHojas } from "../../../components/gestion/ciudad/hojas.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { FilaCiudad } from "../../../components/gestion/ciudad/piezas.tsx";
import { tci } from "../../../i18n/ciudad.ts";
import { useHojas } from "../../../lib/hojas.ts";

const RUTA = "/gestion/ciudad/correos";
const esEstado = (x: string | undefined): x is EstadoCorreo =>
  ESTADOS_CORREO.includes(x as EstadoCorreo);

function Correos() {
  const { query, route } = useLocation();
  const estado = esEstado(query.estado) ? query.estado : "";
  const [q, setQ] = useState("");
  const leer = useCallback(
    (cursor: string | null) =>
      api.listarCorreos(
        new URLSearchParams({
          ...(estado ? { estado } : {}),
          ...(q ? { q } : {}),
          ...(cursor ? { cursor } : {}),
        }),
      ),
    [estado, q],
  );
  const hojas = useHojas(leer);
  return (
    <CuerpoCiudad titulo={tci.correos.titulo} bajada={tci.correos.bajada}>
      <div class="ciudad-filtros">
        <Buscador etiqueta={tci.correos.buscar} alBuscar={setQ} />
        <label class={`ficha-filtro${estado ? " puesta" : ""}`}>
          <span class="oculto">{tci.correos.estado}</span>
          <select
            value={estado}
            onChange={(e) => {
              const nuevo = e.currentTarget.value;
              route(`${RUTA}${nuevo ? `?estado=${nuevo}` : ""}`, true);
            }}
          >
            <option value="">{tci.correos.todos}</option>
            {ESTADOS_CORREO.map((x) => (
              <option key={x} value={x}>
                {tci.correos.estados[x]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ListaPorHojas
        hojas={hojas}
        vacio={{ titulo: tci.correos.vacio, texto: tci.correos.vacioTexto }}
      >
        {(c) => (
          <FilaCiudad
            key={c.id}
            titulo={c.asunto || tci.correos.plantillas[c.plantilla] || c.plantilla}
            href={`${RUTA}/${c.id}`}
            insignias={<EstadoDelCorreo estado={c.estado} />}
          >
            <p class="chico suave">
              {c.para} · <Cuando iso={c.creado_en} />
              {c.intentos > 1 ? ` · ${tci.correos.intentos(c.intentos)}` : ""}
            </p>
            {c.error ? <p class="chico error">{c.error}</p> : null}
          </FilaCiudad>
        )}
      </ListaPorHojas>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Correos);
