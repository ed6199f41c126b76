import { tc } from "../../i18n/cuentas.ts";
import { tn } from "../../i18n/reporte.ts";
import { ingresarYVolver } from "../../state/sesion.ts";
import { rutaDe } from "./pasos.ts";

/** How one who is not signed in sends it: every way begins here, and comes back to the last step. */
export function SinCuenta() {
  const aca = rutaDe("revisar");
  return (
    <div class="pila" role="status">
      <p>
        <strong>{tn.ingresa}</strong>
      </p>
      <p class="suave">{tn.ingresaTexto}</p>
      <a class="boton ancho" href={ingresarYVolver(aca)}>
        {tc.ingresar.titulo}
      </a>
      <a class="boton contorno ancho" href={`/registrarse?volver=${encodeURIComponent(aca)}`}>
        {tc.registrarse.titulo}
      </a>
    </div>
  );
}
