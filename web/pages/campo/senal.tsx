import { Icono } from "../../components/base/icono.tsx";
import { sinRed } from "../../components/iconos.ts";
import { reloj } from "../../components/iconos-reclamo.ts";
import { tk } from "../../i18n/campo.ts";
import { momento } from "../../lib/fechas.ts";
import { cola } from "../../state/cola.ts";
import { useAhora } from "../../state/reloj.ts";
import { enLinea } from "./trabajo.ts";

/** How old is what is on screen, when it is not from now, and what waits to be sent. */
export function Senal({ en, error }: { en: number | null; error: unknown }) {
  const ahora = useAhora();
  const viejo = en !== null && (error !== null || !enLinea.value);
  const faltan = cola.pendientes.value;
  return (
    <div class="senal" role="status">
      {viejo ? (
        <p class="senal-linea">
          <Icono d={sinRed} tam={18} /> {tk.sinSenal(momento(new Date(en).toISOString(), ahora))}
        </p>
      ) : null}
      {faltan > 0 ? (
        <p class="senal-linea">
          <Icono d={reloj} tam={18} />
          <span>
            <strong>{tk.porEnviar(faltan)}.</strong> {tk.seEnviaSolo}
          </span>
          <button type="button" class="enlace" onClick={() => cola.despertar()}>
            {tk.enviarAhora}
          </button>
        </p>
      ) : null}
    </div>
  );
}
