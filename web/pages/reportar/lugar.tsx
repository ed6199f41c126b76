import { useEffect, useState } from "preact/hooks";
import type { LimitePublico } from "../../../contract/esquemas/municipio.ts";
import { verLimite } from "../../api/limite.ts";
import { Campo } from "../../components/base/campo.tsx";
import { ElegirLugar } from "../../components/mapa/elegir.tsx";
import type { Punto } from "../../components/mapa/tipos.ts";
import { useDatos } from "../../datos.ts";
import { t } from "../../i18n/index.ts";
import { tl } from "../../i18n/planilla.ts";
import { tn } from "../../i18n/reporte.ts";
import { adentro } from "../../lib/adentro.ts";
import { buscarEsquina, type Calle, callesEn, traerCalles } from "../../lib/calles.ts";
import type { PropsPaso } from "./pieza.tsx";

/** The city's edge and, where the map draws the built-in streets, their names. */
function useCiudad() {
  const { teselas } = useDatos();
  const [ciudad, setCiudad] = useState<LimitePublico | null>(null);
  const [calles, setCalles] = useState<readonly Calle[]>([]);
  const [sinRespuesta, setSinRespuesta] = useState(false);
  useEffect(() => {
    // Without them the address in words is enough, and the server has the last word on the place.
    verLimite().then(setCiudad, () => setSinRespuesta(true));
    if (!teselas) void traerCalles().then(setCalles);
  }, [teselas]);
  return { ciudad, calles, sinRespuesta };
}

/** What is wrong with the pin, in words; null when it will do, or when nobody knows. */
export const fueraDe = (p: Punto | null, ciudad: LimitePublico | null): string | null =>
  p && ciudad?.limite && !adentro(p, ciudad.limite) ? tn.fuera(ciudad.nombre) : null;

const direccionDe = (calles: readonly Calle[], p: Punto): string | null => {
  const en = callesEn(calles, p);
  if (!en) return null;
  return en.esquina ? tn.esquinaDe(en.calle, en.cruce) : tn.cercaDe(en.calle, en.cruce);
};

/** The place: the device's own, a pin, or words alone. */
export function PasoLugar({ b, cambiar, errores, impedir }: PropsPaso) {
  const { ciudad, calles, sinRespuesta } = useCiudad();
  const fuera = fueraDe(b.punto, ciudad);
  useEffect(() => impedir(fuera), [fuera]);
  const esquina = b.direccionPropia ? buscarEsquina(calles, b.direccion) : null;
  const lejos = esquina && (esquina.lat !== b.punto?.lat || esquina.lng !== b.punto.lng);

  const ponerPunto = (punto: Punto | null) => {
    const sugerida = punto && !b.direccionPropia ? direccionDe(calles, punto) : null;
    cambiar({ punto, ...(sugerida ? { direccion: sugerida } : {}) });
  };
  const centro =
    ciudad?.lat != null && ciudad.lng != null ? { lat: ciudad.lat, lng: ciudad.lng } : null;
  const error = fuera ?? errores.lat;
  return (
    <>
      <h1>{tn.donde}</h1>
      <p class="suave">{tn.dondeBajada}</p>
      {b.punto || centro ? (
        <ElegirLugar valor={b.punto} onCambio={ponerPunto} centro={centro ?? (b.punto as Punto)} />
      ) : sinRespuesta ? null : (
        <div class="mapa-caja mapa-espera" aria-hidden="true" />
      )}
      {error ? (
        <p class="error" role="alert">
          {error}
        </p>
      ) : null}
      {b.punto ? (
        <p>
          <button type="button" class="enlace" onClick={() => ponerPunto(null)}>
            {tn.quitarPin}
          </button>
        </p>
      ) : null}
      <Campo
        nombre="direccion"
        etiqueta={tl.direccion}
        error={errores.direccion}
        {...(b.direccion && !b.direccionPropia ? { ayuda: tn.direccionDelPin } : {})}
      >
        {(a) => (
          <input
            {...a}
            value={b.direccion}
            placeholder={tl.direccionEjemplo}
            autocomplete="street-address"
            list="calles"
            onInput={(e) =>
              cambiar({
                direccion: e.currentTarget.value,
                direccionPropia: e.currentTarget.value.trim() !== "",
              })
            }
          />
        )}
      </Campo>
      <datalist id="calles">
        {calles.map((c) => (
          <option key={c.nombre} value={c.nombre} />
        ))}
      </datalist>
      {esquina && lejos ? (
        <button
          type="button"
          class="boton contorno chica"
          onClick={() => cambiar({ punto: { lat: esquina.lat, lng: esquina.lng } })}
        >
          {tn.esquina(tn.esquinaDe(esquina.calle, esquina.cruce))}
        </button>
      ) : null}
      <button type="submit" class="boton ancho pie-paso">
        {t.comun.seguir}
      </button>
    </>
  );
}
