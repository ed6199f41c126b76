import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { pedir } from "../../api/cliente.ts";
import { Campo } from "../../components/base/campo.tsx";
import { t } from "../../i18n/index.ts";
import { tpr } from "../../i18n/privado.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { salida } from "../../state/salida.ts";
import { avisar } from "../../state/toasts.ts";
import { Dicho } from "./dicho.tsx";

const API = "/api/mis-datos";

function Borrar({ alDejar }: { alDejar: () => void }) {
  const { route } = useLocation();
  const f = useFormulario<Record<string, string>>({
    validar: async () => ({}),
    enviar: async ({ confirmo, contrasena }, clave) => {
      const cuerpo = { confirmo, ...(contrasena ? { contrasena } : {}) };
      await pedir("POST", `${API}/borrar`, { cuerpo, clave });
      avisar(tpr.hecho, { tono: "bien" });
      salida();
      route("/");
    },
  });
  return (
    <form
      ref={f.ref}
      class="pila"
      method="post"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void f.enviar(textos(e.currentTarget));
      }}
    >
      <p>{tpr.queSeBorra}</p>
      <Campo nombre="confirmo" etiqueta={tpr.confirmo} error={f.errores.confirmo}>
        {(a) => <input {...a} type="email" autocomplete="off" />}
      </Campo>
      <Campo
        nombre="contrasena"
        etiqueta={tpr.contrasena}
        ayuda={tpr.contrasenaAyuda}
        error={f.errores.contrasena}
      >
        {(a) => <input {...a} type="password" autocomplete="current-password" />}
      </Campo>
      <Dicho general={f.general} hecho={null} />
      <div class="fila">
        <button type="submit" class="boton peligro" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : tpr.si}
        </button>
        <button type="button" class="boton contorno" onClick={alDejar} disabled={f.enviando}>
          {tpr.no}
        </button>
      </div>
    </form>
  );
}

/** What is kept of one: to take along, and to have deleted. */
export function Privado({ yo }: { yo: Yo }) {
  const [abierto, abrir] = useState(false);
  return (
    <section class="pila tarjeta" aria-labelledby="privado">
      <h2 id="privado">{tpr.titulo}</h2>
      <p class="suave">{tpr.bajada}</p>
      <div class="fila">
        <a class="boton contorno" href={API} download>
          {tpr.json}
        </a>
        <a class="boton contorno" href={`${API}/planilla.csv`} download>
          {tpr.csv}
        </a>
      </div>
      {yo.rol !== "vecino" ? <p class="suave">{tpr.personal}</p> : null}
      {yo.rol === "vecino" && !abierto ? (
        <button type="button" class="boton contorno a-la-izquierda" onClick={() => abrir(true)}>
          {tpr.borrar}
        </button>
      ) : null}
      {abierto ? <Borrar alDejar={() => abrir(false)} /> : null}
    </section>
  );
}
