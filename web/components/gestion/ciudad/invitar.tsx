import { useState } from "preact/hooks";
import type { Invitacion } from "../../../../contract/esquemas/invitaciones.ts";
import { ROLES_DEL_PERSONAL, type Rol } from "../../../../contract/vocabulario.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { tc } from "../../../i18n/cuentas.ts";
import { exacta } from "../../../lib/fechas.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { validarInvitacion } from "../../../lib/validar-ciudad.ts";
import { useCuadrillas } from "../../../state/catalogos.ts";
import { avisar } from "../../../state/toasts.ts";
import { Campo } from "../../base/campo.tsx";
import { Icono } from "../../base/icono.tsx";
import { mas } from "../../iconos.ts";
import { FichaDialogo } from "./formulario.tsx";
import { ElegirCuadrilla, ElegirRol } from "./rol.tsx";

type Valores = {
  nombre: string;
  apellido: string;
  email: string;
  rol: Rol;
  cuadrilla_id: number | null;
};
const VACIA: Valores = {
  nombre: "",
  apellido: "",
  email: "",
  rol: "cuadrilla",
  cuadrilla_id: null,
};
const w = tci.invitar;

function Formulario({
  alInvitar,
  alCerrar,
}: {
  alInvitar: (i: Invitacion) => void;
  alCerrar: () => void;
}) {
  const aCuerpo = (v: Valores) => ({
    ...v,
    cuadrilla_id: v.rol === "cuadrilla" ? v.cuadrilla_id : null,
  });
  const ficha = useFicha<Valores, Invitacion>({
    inicial: VACIA,
    version: undefined,
    validar: async (v) => ({
      ...(await validarInvitacion(aCuerpo(v))),
      ...(v.rol === "cuadrilla" && v.cuadrilla_id === null
        ? { cuadrilla_id: tci.personas.faltaCuadrilla }
        : {}),
    }),
    guardar: (v, _version, clave) => api.invitar(aCuerpo(v), clave),
    alGuardar: alInvitar,
    decir: (campo, valor) => ({ campo, valor: String(valor) }),
  });
  const { v, poner, errores } = ficha;
  const texto = (nombre: "nombre" | "apellido" | "email", etiqueta: string, opcional = false) => (
    <Campo nombre={nombre} etiqueta={etiqueta} error={errores[nombre]} opcional={opcional}>
      {(a) => {
        const comun = {
          ...a,
          autocomplete: "off",
          value: v[nombre],
          onInput: (e: { currentTarget: HTMLInputElement }) => poner(nombre, e.currentTarget.value),
        };
        return nombre === "email" ? (
          <input {...comun} type="email" />
        ) : (
          <input {...comun} type="text" />
        );
      }}
    </Campo>
  );
  return (
    <FichaDialogo titulo={w.titulo} ficha={ficha} guardar={w.mandar} alCerrar={alCerrar}>
      <p class="suave">{w.que}</p>
      <div class="dos">
        {texto("nombre", w.nombre)}
        {texto("apellido", w.apellido, true)}
      </div>
      {texto("email", w.correo)}
      <ElegirRol
        roles={ROLES_DEL_PERSONAL}
        valor={v.rol}
        error={errores.rol}
        alElegir={(r) => poner("rol", r)}
      />
      {v.rol === "cuadrilla" ? (
        <ElegirCuadrilla
          valor={v.cuadrilla_id}
          error={errores.cuadrilla_id}
          alElegir={(id) => poner("cuadrilla_id", id)}
        />
      ) : null}
    </FichaDialogo>
  );
}

/** How somebody new comes in: by a mail that says what for. */
export function Invitar({ alInvitar }: { alInvitar: () => void }) {
  const [abierto, setAbierto] = useState(false);
  return (
    <>
      <button type="button" class="boton" onClick={() => setAbierto(true)}>
        <Icono d={mas} /> {w.titulo}
      </button>
      {abierto ? (
        <Formulario
          alCerrar={() => setAbierto(false)}
          alInvitar={(i) => {
            setAbierto(false);
            avisar(w.mandada(i.email), { tono: "bien" });
            alInvitar();
          }}
        />
      ) : null}
    </>
  );
}

/** Those who have not answered yet: sent again, or taken back. */
export function Invitadas({
  invitaciones,
  alCambiar,
}: {
  invitaciones: readonly Invitacion[];
  alCambiar: () => void;
}) {
  const [ocupada, setOcupada] = useState<number | null>(null);
  const cuadrillas = useCuadrillas();
  if (invitaciones.length === 0) return null;
  const hacer = async (i: Invitacion, que: () => Promise<unknown>, dicho: string) => {
    setOcupada(i.id);
    try {
      await que();
      avisar(dicho, { tono: "bien" });
      alCambiar();
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    } finally {
      setOcupada(null);
    }
  };
  return (
    <section aria-labelledby="invitadas" class="pila">
      <h2 id="invitadas">{w.pendientes}</h2>
      <ul class="lista-simple">
        {invitaciones.map((i) => (
          <li key={i.id} class="fila-ciudad tarjeta">
            <div class="fila-ciudad-cuerpo">
              <h3>{`${i.nombre} ${i.apellido}`.trim()}</h3>
              <p class="chico suave">
                {[
                  i.email,
                  tc.cuenta.roles[i.rol],
                  cuadrillas?.find((k) => k.id === i.cuadrilla_id)?.nombre,
                  i.vencida ? w.vencio : w.vence(exacta(i.vence_en)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <div class="fila envuelve">
              <button
                type="button"
                class="boton contorno chica"
                disabled={ocupada === i.id}
                aria-label={`${w.reenviar}: ${i.email}`}
                onClick={() =>
                  void hacer(i, () => api.reenviarInvitacion(i.id), w.mandada(i.email))
                }
              >
                {w.reenviar}
              </button>
              <button
                type="button"
                class="boton contorno chica"
                disabled={ocupada === i.id}
                aria-label={`${w.retirar}: ${i.email}`}
                onClick={() =>
                  void hacer(i, () => api.retirarInvitacion(i.id), w.retirada(i.email))
                }
              >
                {w.retirar}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
