import { useState } from "preact/hooks";
import { type Pedible, pedirEnlace } from "../../api/enlaces.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { useDatos } from "../../datos.ts";
import { t } from "../../i18n/index.ts";
import { tpe as w } from "../../i18n/pedir-enlace.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { validarPedido } from "../../lib/validar.ts";

/** Asks for a link by mail, and says the same whoever has the address. */
export function PedirEnlace({ que }: { que: Pedible }) {
  const { plano } = useDatos();
  const [enviado, setEnviado] = useState<string | null>(plano?.hecho ?? null);
  const f = useFormulario<Record<string, string>>({
    inicial: plano,
    validar: (d) => validarPedido({ que, ...d }),
    enviar: async ({ email = "" }) => {
      await pedirEnlace(que, email);
      setEnviado(email);
    },
  });
  if (enviado !== null)
    return (
      <div class="pagina angosta cuenta" role="status">
        <h1>{w.hecho}</h1>
        <p>{w.hechoTexto(enviado)}</p>
        {que === "ingresar" ? <p class="suave">{w.personal}</p> : null}
        <p>
          <a href="/ingresar">{w.volver}</a>
        </p>
      </div>
    );
  return (
    <div class="pagina angosta cuenta">
      <h1>{w[que].titulo}</h1>
      <p class="suave">{w[que].bajada}</p>
      <form
        ref={f.ref}
        class="pila tarjeta"
        method="post"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void f.enviar(textos(e.currentTarget));
        }}
      >
        {f.general ? <Alerta>{f.general}</Alerta> : null}
        <Campo nombre="email" etiqueta={w.correo} error={f.errores.email}>
          {(a) => (
            <input
              {...a}
              type="email"
              autocomplete="email"
              inputMode="email"
              defaultValue={plano?.valores.email}
            />
          )}
        </Campo>
        <button type="submit" class="boton ancho" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : w[que].enviar}
        </button>
      </form>
      <p>
        <a href="/ingresar">{w.volver}</a>
      </p>
    </div>
  );
}
