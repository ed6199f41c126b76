import { useEffect, useState } from "preact/hooks";
import type { MunicipioPublico } from "../../../../contract/esquemas/municipio.ts";
import { pedir } from "../../../api/cliente.ts";
import { mensajeDe } from "../../../api/error.ts";
import { Esqueleto } from "../../../components/base/avisos.tsx";
import type { Punto } from "../../../components/mapa/tipos.ts";
import { to } from "../../../i18n/oficina.ts";
import { useCarga } from "../../../lib/carga.ts";

const cargarMapa = () => import("../../../components/mapa/elegir.tsx").then((m) => m.ElegirLugar);

type Props = {
  valor: Punto | null;
  onCambio: (p: Punto | null) => void;
  error: string | undefined;
};

/** Where the city is, asked for when the map is wanted. */
function useCentro(hace: boolean): { centro: Punto | null; error: unknown } {
  const [centro, setCentro] = useState<Punto | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (!hace) return;
    pedir<MunicipioPublico>("GET", "/api/publico/municipio").then(
      ({ lat, lng }) => lat !== null && lng !== null && setCentro({ lat, lng }),
      setError,
    );
  }, [hace]);
  return { centro, error };
}

/** The exact place, for who knows it: an extra, behind a button. */
export function Lugar({ valor, onCambio, error }: Props) {
  const [abierto, abrir] = useState(valor !== null);
  const ElegirLugar = useCarga(cargarMapa, abierto);
  const { centro, error: falla } = useCentro(abierto);
  if (!abierto)
    return (
      <button type="button" class="boton contorno chica a-la-izquierda" onClick={() => abrir(true)}>
        {to.ventanilla.mapa}
      </button>
    );
  return (
    <div class="campo">
      {error ? <p class="error">{error}</p> : null}
      {falla ? (
        <p class="error" role="alert">
          {mensajeDe(falla)}
        </p>
      ) : ElegirLugar && centro ? (
        <ElegirLugar valor={valor} centro={centro} onCambio={onCambio} />
      ) : (
        <Esqueleto filas={1} />
      )}
      <button
        type="button"
        class="enlace a-la-izquierda"
        onClick={() => {
          onCambio(null);
          abrir(false);
        }}
      >
        {to.ventanilla.sinMapa}
      </button>
    </div>
  );
}
