import { useCallback, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { UsuarioDetalle, Yo } from "../../../../contract/esquemas/cuentas.ts";
import { ROLES, type Rol } from "../../../../contract/vocabulario.ts";
import * as api from "../../../api/ciudad.ts";
import { Falla } from "../../../components/base/avisos.tsx";
import { Buscador } from "../../../components/gestion/ciudad/buscador.tsx";
import { ListaPorHojas } from "../../../components/gestion/ciudad/hojas.tsx";
import { Invitadas, Invitar } from "../../../components/gestion/ciudad/invitar.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { FichaDePersona } from "../../../components/gestion/ciudad/persona.tsx";
import { FilaCiudad } from "../../../components/gestion/ciudad/piezas.tsx";
import { tci } from "../../../i18n/ciudad.ts";
import { tc } from "../../../i18n/cuentas.ts";
import { useHojas } from "../../../lib/hojas.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { useCuadrillas } from "../../../state/catalogos.ts";
import { avisar } from "../../../state/toasts.ts";

const esRol = (x: string | undefined): x is Rol => ROLES.includes(x as Rol);

function Personas({ yo }: { yo: Yo }) {
  const { query, route } = useLocation();
  const rol = esRol(query.rol) ? query.rol : "";
  const [q, setQ] = useState("");
  const [abierta, abrir] = useState<UsuarioDetalle | null>(null);
  const cuadrillas = useCuadrillas();
  const leer = useCallback(
    (cursor: string | null) =>
      api.listarUsuarios(
        new URLSearchParams({
          ...(rol ? { rol } : {}),
          ...(q ? { q } : {}),
          ...(cursor ? { cursor } : {}),
        }),
      ),
    [rol, q],
  );
  const hojas = useHojas(leer);
  const invitadas = useLeido(api.invitaciones);
  const cuadrillaDe = (p: UsuarioDetalle) =>
    p.cuadrilla_id === null ? null : cuadrillas?.find((k) => k.id === p.cuadrilla_id)?.nombre;
  return (
    <CuerpoCiudad
      titulo={tci.personas.titulo}
      bajada={tci.personas.bajada}
      accion={<Invitar alInvitar={() => void invitadas.releer()} />}
    >
      {invitadas.error && !invitadas.datos ? <Falla error={invitadas.error} /> : null}
      <Invitadas invitaciones={invitadas.datos ?? []} alCambiar={() => void invitadas.releer()} />
      <div class="ciudad-filtros">
        <Buscador etiqueta={tci.personas.buscar} alBuscar={setQ} />
        <label class={`ficha-filtro${rol ? " puesta" : ""}`}>
          <span class="oculto">{tci.personas.rol}</span>
          <select
            value={rol}
            onChange={(e) => {
              const nuevo = e.currentTarget.value;
              route(`/gestion/ciudad/personas${nuevo ? `?rol=${nuevo}` : ""}`, true);
            }}
          >
            <option value="">{tci.personas.todosLosRoles}</option>
            {ROLES.map((r) => (
              <option key={r} value={r}>
                {tc.cuenta.roles[r]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ListaPorHojas
        hojas={hojas}
        vacio={{ titulo: tci.personas.nadie, texto: tci.personas.nadieTexto }}
      >
        {(p) => (
          <FilaCiudad
            key={p.id}
            titulo={`${p.nombre} ${p.apellido}`}
            alAbrir={() => abrir(p)}
            apagada={p.bloqueado}
            insignias={
              <>
                {p.bloqueado ? <span class="insignia e-nuevo">{tci.bloqueada}</span> : null}
                <span class={`insignia ${p.rol === "vecino" ? "neutro" : "e-en_proceso"}`}>
                  {tc.cuenta.roles[p.rol]}
                </span>
              </>
            }
          >
            <p class="chico suave">
              {[p.email, cuadrillaDe(p), p.id === yo.id ? tci.personas.vos : null]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </FilaCiudad>
        )}
      </ListaPorHojas>
      {abierta ? (
        <FichaDePersona
          key={abierta.id}
          persona={abierta}
          yo={yo}
          alCambiar={(p) => hojas.poner((x) => x.id === p.id, p)}
          alGuardar={(p) => {
            abrir(null);
            hojas.poner((x) => x.id === p.id, p);
            avisar(tci.personas.guardada(p.nombre), { tono: "bien" });
          }}
          alCerrar={() => abrir(null)}
        />
      ) : null}
    </CuerpoCiudad>
  );
}

export default soloAdmin(Personas);
