import { useState } from "preact/hooks";
import type { UsuarioDetalle, Yo } from "../../../../contract/esquemas/cuentas.ts";
import { ROLES, type Rol } from "../../../../contract/vocabulario.ts";
import * as api from "../../../api/ciudad.ts";
import { mensajeDe } from "../../../api/error.ts";
import { restablecer } from "../../../api/segundo.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { tc } from "../../../i18n/cuentas.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { useCuadrillas } from "../../../state/catalogos.ts";
import { Alerta } from "../../base/avisos.tsx";
import { FichaDialogo } from "./formulario.tsx";
import { ElegirCuadrilla, ElegirRol } from "./rol.tsx";

type Valores = Pick<UsuarioDetalle, "rol" | "cuadrilla_id" | "bloqueado">;
const valoresDe = ({ rol, cuadrilla_id, bloqueado }: UsuarioDetalle): Valores => ({
  rol,
  cuadrilla_id,
  bloqueado,
});

/** What saving would do to the person, said before it is done. */
function Consecuencias({ antes, v, nombre }: { antes: Valores; v: Valores; nombre: string }) {
  const dichas = [
    ...(v.bloqueado && !antes.bloqueado ? [tci.personas.alBloquear(nombre)] : []),
    ...(!v.bloqueado && antes.bloqueado ? [tci.personas.alDesbloquear(nombre)] : []),
    ...(v.rol !== antes.rol || v.cuadrilla_id !== antes.cuadrilla_id
      ? [tci.personas.alCambiarRol(nombre)]
      : []),
  ];
  if (dichas.length === 0) return null;
  return (
    <Alerta tono="info">
      {dichas.map((x) => (
        <p key={x}>{x}</p>
      ))}
    </Alerta>
  );
}

/** For who lost the phone and the codes. It asks once more, since it signs the person out everywhere. */
function Restablecer({
  persona,
  alHacer,
}: {
  persona: UsuarioDetalle;
  alHacer: (p: UsuarioDetalle) => void;
}) {
  const [en, ir] = useState<"quieto" | "pregunta" | "hecho">("quieto");
  const [error, setError] = useState<string | null>(null);
  const hacer = async () => {
    try {
      await restablecer(persona.id);
      ir("hecho");
      alHacer({ ...persona, segundo_factor: "no" });
    } catch (e) {
      setError(mensajeDe(e));
    }
  };
  if (en === "hecho")
    return <Alerta tono="info">{tci.personas.segundoRestablecido(persona.nombre)}</Alerta>;
  return (
    <div class="pila">
      {error ? <Alerta>{error}</Alerta> : null}
      {en === "pregunta" ? <p>{tci.personas.segundoQue(persona.nombre)}</p> : null}
      <div class="fila envuelve">
        <button
          type="button"
          class="boton contorno chica"
          onClick={() => (en === "pregunta" ? void hacer() : ir("pregunta"))}
        >
          {en === "pregunta" ? tci.personas.segundoSi : tci.personas.segundoRestablecer}
        </button>
      </div>
    </div>
  );
}

type Props = {
  persona: UsuarioDetalle;
  yo: Yo;
  /** Somebody else had changed the account: how it is now. */
  alCambiar: (p: UsuarioDetalle) => void;
  alGuardar: (p: UsuarioDetalle) => void;
  alCerrar: () => void;
};

/** What an account may do in the city. One's own is looked at, not changed: so there is always an admin. */
export function FichaDePersona({ persona, yo, alCambiar, alGuardar, alCerrar }: Props) {
  const [antes, setAntes] = useState(valoresDe(persona));
  const cuadrillas = useCuadrillas();
  const esPropia = persona.id === yo.id;
  const ficha = useFicha<Valores, UsuarioDetalle>({
    inicial: antes,
    version: undefined,
    validar: async (v) =>
      v.rol === "cuadrilla" && v.cuadrilla_id === null
        ? { cuadrilla_id: tci.personas.faltaCuadrilla }
        : {},
    guardar: (v, _version, clave) =>
      api.cambiarUsuario(
        persona.id,
        { ...v, cuadrilla_id: v.rol === "cuadrilla" ? v.cuadrilla_id : null, visto: antes },
        clave,
      ),
    alGuardar,
    releer: async () => {
      const { items } = await api.listarUsuarios(new URLSearchParams({ q: persona.email }));
      const ahora = items.find((x) => x.id === persona.id);
      if (!ahora) return null;
      alCambiar(ahora);
      setAntes(valoresDe(ahora));
      return { valores: valoresDe(ahora), version: 0 };
    },
    decir: (k, valor) => ({
      campo: tci.personas.campos[k],
      valor:
        k === "rol"
          ? tc.cuenta.roles[valor as Rol]
          : k === "bloqueado"
            ? valor
              ? tci.si
              : tci.no
            : (cuadrillas?.find((c) => c.id === valor)?.nombre ?? tci.ninguna),
    }),
  });
  const { v, poner, errores } = ficha;
  return (
    <FichaDialogo
      titulo={`${persona.nombre} ${persona.apellido}`}
      ficha={ficha}
      guardar={tci.personas.guardar}
      alCerrar={alCerrar}
    >
      <p class="suave chico">
        {persona.email}
        {persona.telefono ? ` · ${persona.telefono}` : ""}
        {persona.verificado ? "" : ` · ${tci.personas.sinVerificar}`}
      </p>
      {esPropia ? (
        <Alerta tono="info">{tci.personas.esTuya}</Alerta>
      ) : (
        <>
          <ElegirRol
            roles={ROLES}
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
          <label class="casilla">
            <input
              type="checkbox"
              name="bloqueado"
              checked={v.bloqueado}
              onChange={(e) => poner("bloqueado", e.currentTarget.checked)}
            />
            <span>
              {tci.personas.campos.bloqueado}{" "}
              <span class="suave chico">{tci.personas.bloqueadoAyuda}</span>
            </span>
          </label>
          {errores.bloqueado ? <p class="error">{errores.bloqueado}</p> : null}
          {persona.segundo_factor === "activo" ? (
            <Restablecer persona={persona} alHacer={(p) => alCambiar(p)} />
          ) : null}
          <Consecuencias antes={antes} v={v} nombre={persona.nombre} />
        </>
      )}
    </FichaDialogo>
  );
}
