import { Alerta } from "../../../components/base/avisos.tsx";
import { Campo } from "../../../components/base/campo.tsx";
import { t } from "../../../i18n/index.ts";
import { ts } from "../../../i18n/segundo.ts";
import { textos, useFormulario } from "../../../lib/formulario.ts";
import { sesion } from "../../../state/sesion.ts";

/** Before the first one: the password of who has one, since an open screen must not be enough. */
export function Empezar({ enviar }: { enviar: (actual: string) => Promise<void> }) {
  const f = useFormulario<Record<string, string>>({
    validar: async () => ({}),
    enviar: ({ actual }) => enviar(actual ?? ""),
  });
  const yo = sesion.value;
  const general = yo?.con_contrasena ? f.general : (f.errores.actual ?? f.general);
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
      {general ? <Alerta>{general}</Alerta> : null}
      {yo?.con_contrasena ? (
        <>
          {/* Whose password it is, for the browser that keeps them. */}
          <input hidden name="username" autocomplete="username" value={yo.email} readOnly />
          <Campo nombre="actual" etiqueta={ts.contrasena} error={f.errores.actual}>
            {(a) => <input {...a} type="password" autocomplete="current-password" />}
          </Campo>
        </>
      ) : null}
      <button type="submit" class="boton a-la-izquierda" disabled={f.enviando}>
        {f.enviando ? t.comun.enviando : ts.activar}
      </button>
    </form>
  );
}
