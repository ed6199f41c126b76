import type { ComponentChildren } from "preact";
import { Campo } from "../../components/base/campo.tsx";
import { tc } from "../../i18n/cuentas.ts";
import { tn } from "../../i18n/reporte.ts";
import { ingresarYVolver } from "../../state/sesion.ts";
import type { Progreso } from "./envio.ts";
import { rutaDe } from "./pasos.ts";

type Props = {
  errores: Record<string, string>;
  avance: Progreso | null;
  comprobacion: ComponentChildren;
};

/** How one who is not signed in sends it: with an e-mail address and nothing more, or by signing in and coming back here. */
export function SinCuenta({ errores, avance, comprobacion }: Props) {
  const aca = rutaDe("revisar");
  return (
    <div class="pila">
      <p>
        <strong>{tn.sinCuenta.titulo}</strong>
      </p>
      <p class="suave">{tn.sinCuenta.texto}</p>
      <Campo nombre="email" etiqueta={tn.sinCuenta.correo} error={errores.email}>
        {(a) => <input {...a} type="email" autocomplete="email" inputMode="email" />}
      </Campo>
      <Campo nombre="nombre" etiqueta={tn.sinCuenta.nombre} error={errores.nombre} opcional>
        {(a) => <input {...a} autocomplete="given-name" />}
      </Campo>
      {comprobacion}
      <button type="submit" class="boton ancho" disabled={avance !== null}>
        {avance?.texto ?? tn.sinCuenta.enviar}
      </button>
      <p>
        {tn.sinCuenta.conCuenta} <a href={ingresarYVolver(aca)}>{tc.ingresar.titulo}</a>
        {" · "}
        <a href={`/registrarse?volver=${encodeURIComponent(aca)}`}>{tc.registrarse.titulo}</a>
      </p>
    </div>
  );
}
