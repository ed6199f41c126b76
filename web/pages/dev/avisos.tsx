import { useState } from "preact/hooks";
import { Alerta, Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { Dialogo } from "../../components/base/dialogo.tsx";
import { idPanel, idSolapa, Solapas } from "../../components/base/solapas.tsx";
import { avisar, type Toast } from "../../state/toasts.ts";
import { Muestra } from "./muestra.tsx";

const TONOS: readonly Toast["tono"][] = ["info", "bien", "mal"];

const SOLAPAS = [
  { id: "publico", etiqueta: "Público" },
  { id: "interno", etiqueta: "Interno" },
] as const;

export const Estados = () => (
  <Muestra titulo="Vacío, cargando, falla, alerta">
    <div class="ancho">
      <Vacio titulo="Todavía no reportaste nada" texto="Contanos qué hay que arreglar.">
        <a class="boton vainilla" href="/reportar">
          Reportar un problema
        </a>
      </Vacio>
    </div>
    <div class="ancho">
      <Esqueleto />
    </div>
    <div class="ancho">
      <Falla error={new TypeError("sin red")} alReintentar={() => avisar("Otra vez")} />
    </div>
    <div class="ancho">
      <Alerta>Hay datos para corregir.</Alerta>
      <Alerta tono="info">Cambió mientras lo mirabas.</Alerta>
    </div>
  </Muestra>
);

export function Mensajes() {
  const [abierto, abrir] = useState(false);
  const [solapa, elegir] = useState<(typeof SOLAPAS)[number]["id"]>("publico");
  return (
    <Muestra
      titulo="Diálogo u hoja, mensaje breve, solapas"
      nota="En un teléfono el diálogo es una hoja que sube desde abajo."
    >
      <button type="button" class="boton contorno" onClick={() => abrir(true)}>
        Abrir el diálogo
      </button>
      {TONOS.map((tono) => (
        <button
          key={tono}
          type="button"
          class="boton contorno"
          onClick={() => avisar(`Reclamo #1284 actualizado (${tono})`, { tono, href: "/" })}
        >
          Mensaje: {tono}
        </button>
      ))}
      <div class="ancho">
        <Solapas nombre="Ejemplo" solapas={SOLAPAS} elegida={solapa} elegir={elegir} />
        <p role="tabpanel" id={idPanel(solapa)} aria-labelledby={idSolapa(solapa)}>
          {solapa === "publico" ? "Lo que ve todo el mundo." : "Lo que ve la municipalidad."}
        </p>
      </div>
      {abierto ? (
        <Dialogo titulo="Rechazar" alCerrar={() => abrir(false)}>
          <p>¿Por qué no corresponde?</p>
          <div class="fila">
            <button type="button" class="boton" onClick={() => abrir(false)}>
              Rechazar
            </button>
          </div>
        </Dialogo>
      ) : null}
    </Muestra>
  );
}
