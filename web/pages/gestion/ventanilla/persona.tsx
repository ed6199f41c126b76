import type { PersonaConocida } from "../../../../contract/esquemas/personas.ts";
import { buscarPersonas } from "../../../api/personas.ts";
import { Campo } from "../../../components/base/campo.tsx";
import { Icono } from "../../../components/base/icono.tsx";
import { persona as icono } from "../../../components/iconos.ts";
import { t } from "../../../i18n/index.ts";
import { to } from "../../../i18n/oficina.ts";
import { useRespuesta } from "../../../lib/espera.ts";
import type { Errores } from "../../../lib/validar.ts";
import type { Ficha } from "./ficha.ts";

type Props = { f: Ficha; cambiar: (c: Partial<Ficha>) => void; errores: Errores };

const CIFRAS_MIN = 6;
const EMAIL_MIN = 3;

const buscar = (que: string, senal: AbortSignal) =>
  buscarPersonas(JSON.parse(que) as { email?: string; telefono?: string }, senal);

/** What is known so far, as one question; null while it is too little. */
function preguntaDe({ telefono, email, conocida }: Ficha): string | null {
  const linea = telefono.replace(/\D/g, "").length >= CIFRAS_MIN ? telefono.trim() : undefined;
  const correo = email.trim().length >= EMAIL_MIN ? email.trim() : undefined;
  if (conocida || (!linea && !correo)) return null;
  return JSON.stringify({ email: correo, telefono: linea });
}

export const nombreEntero = (p: Pick<PersonaConocida, "nombre" | "apellido">): string =>
  `${p.nombre} ${p.apellido}`.trim();
const senas = (p: PersonaConocida): string =>
  [p.telefono, p.email, p.con_cuenta ? to.ventanilla.conCuenta : null].filter(Boolean).join(" · ");

function Conocida({ p, alCambiar }: { p: PersonaConocida; alCambiar: () => void }) {
  return (
    <div class="tarjeta fila entre">
      <p>
        <strong>{nombreEntero(p)}</strong>
        <br />
        <span class="chico suave">{senas(p)}</span>
      </p>
      <button type="button" class="boton contorno chica" onClick={alCambiar}>
        {t.comun.cambiar}
      </button>
    </div>
  );
}

/** Who is talking: somebody the city knows by their telephone or e-mail, or somebody new. */
export function Persona({ f, cambiar, errores }: Props) {
  const halladas = useRespuesta(preguntaDe(f), buscar);
  const elegir = (p: PersonaConocida) => {
    cambiar({ conocida: p });
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>("[name=categoria_id]")?.focus(),
    );
  };
  if (f.conocida)
    return (
      <fieldset class="pila">
        <legend class="titulo-tramo">{to.ventanilla.quien}</legend>
        <Conocida
          p={f.conocida}
          alCambiar={() => {
            cambiar({ conocida: null });
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>("[name=telefono]")?.focus(),
            );
          }}
        />
        {errores.persona_id ? <p class="error">{errores.persona_id}</p> : null}
      </fieldset>
    );
  return (
    <fieldset class="pila">
      <legend class="titulo-tramo">{to.ventanilla.quien}</legend>
      <div class="dos">
        <Campo
          nombre="telefono"
          etiqueta={to.ventanilla.telefono}
          error={errores.telefono}
          opcional
        >
          {(a) => (
            <input
              {...a}
              type="tel"
              autocomplete="off"
              value={f.telefono}
              onInput={(e) => cambiar({ telefono: e.currentTarget.value })}
            />
          )}
        </Campo>
        <Campo nombre="email" etiqueta={to.ventanilla.correo} error={errores.email} opcional>
          {(a) => (
            <input
              {...a}
              type="email"
              autocomplete="off"
              value={f.email}
              onInput={(e) => cambiar({ email: e.currentTarget.value })}
            />
          )}
        </Campo>
      </div>
      <p class="oculto" role="status">
        {halladas ? to.ventanilla.conocidas(halladas.length) : ""}
      </p>
      {halladas && halladas.length > 0 ? (
        <ul class="lista-simple conocidas" aria-label={to.ventanilla.yaConocida}>
          {halladas.map((p) => (
            <li key={p.id}>
              <button type="button" class="conocida" onClick={() => elegir(p)}>
                <Icono d={icono} />
                <span>
                  <strong>{nombreEntero(p)}</strong>
                  <br />
                  <span class="chico suave">{senas(p)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="dos">
        <Campo nombre="nombre" etiqueta={to.ventanilla.nombre} error={errores.nombre}>
          {(a) => (
            <input
              {...a}
              autocomplete="off"
              value={f.nombre}
              onInput={(e) => cambiar({ nombre: e.currentTarget.value })}
            />
          )}
        </Campo>
        <Campo
          nombre="apellido"
          etiqueta={to.ventanilla.apellido}
          error={errores.apellido}
          opcional
        >
          {(a) => (
            <input
              {...a}
              autocomplete="off"
              value={f.apellido}
              onInput={(e) => cambiar({ apellido: e.currentTarget.value })}
            />
          )}
        </Campo>
      </div>
    </fieldset>
  );
}
