import { useState } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { cambiarCorreo, pedirVerificacion } from "../../api/enlaces.ts";
import { mensajeDe } from "../../api/error.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { t } from "../../i18n/index.ts";
import { ts } from "../../i18n/seguridad.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { validarCorreo } from "../../lib/validar.ts";
import { Dicho } from "./dicho.tsx";

const w = ts.correo;

/** Until the address is proved, what to do about it. */
function SinConfirmar({ email }: { email: string }) {
  const [hecho, setHecho] = useState<string | null>(null);
  const [general, setGeneral] = useState<string | null>(null);
  const pedir = async () => {
    setGeneral(null);
    try {
      await pedirVerificacion();
      setHecho(w.enviado(email));
    } catch (e) {
      setGeneral(mensajeDe(e));
    }
  };
  return (
    <>
      <Alerta tono="info">{w.sinConfirmar}</Alerta>
      <Dicho general={general} hecho={hecho} />
      <button type="button" class="boton contorno a-la-izquierda" onClick={() => void pedir()}>
        {w.mandar}
      </button>
    </>
  );
}

/** The account's address: whether it was proved, and how to change it. */
export function Correo({ yo }: { yo: Yo }) {
  const [hecho, setHecho] = useState<string | null>(null);
  const f = useFormulario<Record<string, string>>({
    validar: validarCorreo,
    enviar: async ({ email = "", actual }) => {
      await cambiarCorreo({ email, ...(actual ? { actual } : {}) });
      f.ref.current?.reset();
      setHecho(w.pedido(email));
    },
  });
  return (
    <section class="pila tarjeta" aria-labelledby="correo-titulo">
      <h2 id="correo-titulo">{w.titulo}</h2>
      <p>{yo.email}</p>
      {yo.verificado ? null : <SinConfirmar email={yo.email} />}
      <form
        ref={f.ref}
        class="pila"
        method="post"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          setHecho(null);
          void f.enviar(textos(e.currentTarget));
        }}
      >
        <Campo nombre="email" etiqueta={w.nuevo} ayuda={w.nuevoAyuda} error={f.errores.email}>
          {(a) => <input {...a} type="email" autocomplete="email" inputMode="email" />}
        </Campo>
        {yo.con_contrasena ? (
          <Campo nombre="actual" etiqueta={w.contrasena} error={f.errores.actual}>
            {(a) => <input {...a} type="password" autocomplete="current-password" />}
          </Campo>
        ) : f.errores.actual ? (
          <Alerta>{f.errores.actual}</Alerta>
        ) : null}
        <Dicho general={f.general} hecho={hecho} />
        <button type="submit" class="boton contorno a-la-izquierda" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : w.cambiar}
        </button>
      </form>
    </section>
  );
}
