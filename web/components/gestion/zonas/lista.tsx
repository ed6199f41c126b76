import { useState } from "preact/hooks";
import type { Zona } from "../../../../contract/esquemas/catalogos.ts";
import { claveNueva } from "../../../api/cliente.ts";
import { mensajeDe } from "../../../api/error.ts";
import { guardarZona } from "../../../api/zonas.ts";
import { tz } from "../../../i18n/zonas.ts";
import { rutaBandeja } from "../../../lib/filtros.ts";
import { avisar } from "../../../state/toasts.ts";

type Props = {
  zonas: readonly Zona[];
  alEditar: (z: Zona) => void;
  alGuardar: (z: Zona) => void;
  /** After a refusal: somebody else may have changed it. */
  alFallar: () => void;
};

/** The zonas, each with what one may do with it. */
export function ListaZonas({ zonas, alEditar, alGuardar, alFallar }: Props) {
  const [ocupada, setOcupada] = useState<number | null>(null);
  const alternar = async (z: Zona) => {
    setOcupada(z.id);
    try {
      const { id, ...cuerpo } = z;
      const hecha = await guardarZona(id, { ...cuerpo, activa: !z.activa }, claveNueva());
      alGuardar(hecha);
      avisar(hecha.activa ? tz.activada(hecha.nombre) : tz.desactivada(hecha.nombre), {
        tono: "bien",
      });
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
      alFallar();
    } finally {
      setOcupada(null);
    }
  };
  return (
    <ul class="lista-zonas" aria-label={tz.lista}>
      {zonas.map((z) => (
        <li key={z.id} data-zona={z.id} class={z.activa ? "" : "apagada"}>
          <div>
            <a
              class="titulo-fila"
              href={rutaBandeja({ zona_id: String(z.id) })}
              aria-label={tz.verAbiertos(z.nombre)}
            >
              {z.nombre}
            </a>
            {z.activa ? null : <p class="chico suave">{tz.inactiva}</p>}
          </div>
          <button
            type="button"
            class="boton contorno chica"
            aria-label={tz.editarA(z.nombre)}
            onClick={() => alEditar(z)}
          >
            {tz.editar}
          </button>
          <button
            type="button"
            class="enlace"
            disabled={ocupada === z.id}
            aria-label={z.activa ? tz.desactivarA(z.nombre) : tz.activarA(z.nombre)}
            onClick={() => void alternar(z)}
          >
            {z.activa ? tz.desactivar : tz.activar}
          </button>
        </li>
      ))}
    </ul>
  );
}
