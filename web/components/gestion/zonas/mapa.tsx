import { useEffect, useRef } from "preact/hooks";
import type { Poligono, Zona } from "../../../../contract/esquemas/catalogos.ts";
import { useDatos } from "../../../datos.ts";
import { tz } from "../../../i18n/zonas.ts";
import type { Forma } from "../../../lib/forma.ts";
import type { Problema } from "../../../lib/solapes.ts";
import type { Hacer, MapaZonas } from "../../mapa/motor-zonas.ts";
import { useMotor } from "../../mapa/puerta.ts";
import { ZOOM } from "../../mapa/tipos.ts";

const traer = () => import("../../mapa/motor-zonas.ts");

type Props = {
  zonas: readonly Zona[];
  limite: Poligono | null;
  problemas: readonly Problema[];
  previa: readonly { nombre: string; poligono: Poligono }[];
  edicion: { forma: Forma; dibujando: boolean } | null;
  hacer: Hacer;
  alElegir: (id: number) => void;
  alEstar: (m: MapaZonas) => void;
};

/** The zonas as shapes. All that it does can be done in words beside it. */
export function MapaDeZonas(p: Props) {
  const { teselas } = useDatos();
  const elegir = useRef(p.alElegir);
  elegir.current = p.alElegir;
  const { ref, mapa, fallo } = useMotor(traer, (motor, caja) =>
    motor.dibujarZonas(caja, {
      teselas,
      centro: { lat: -34.6, lng: -58.4 },
      zoom: ZOOM.minimo,
      alElegir: (id) => elegir.current(id),
    }),
  );
  const { alEstar, limite, zonas, problemas, previa, edicion } = p;
  const hacer = useRef(p.hacer);
  hacer.current = p.hacer;
  const abarcado = useRef(false);
  useEffect(() => {
    if (mapa) alEstar(mapa);
  }, [mapa, alEstar]);
  useEffect(() => {
    if (!mapa) return;
    mapa.limite(limite);
    mapa.zonas(zonas);
    if (abarcado.current || !(limite || zonas.length > 0)) return;
    abarcado.current = true;
    mapa.abarcar(limite ? [limite] : zonas.map((z) => z.poligono));
  }, [mapa, limite, zonas]);
  useEffect(() => mapa?.problemas(problemas), [mapa, problemas]);
  useEffect(() => mapa?.previa(previa), [mapa, previa]);
  useEffect(() => {
    mapa?.editar(edicion, {
      mover: (...x) => hacer.current.mover(...x),
      insertar: (...x) => hacer.current.insertar(...x),
      quitar: (x) => hacer.current.quitar(x),
      agregar: (x) => hacer.current.agregar(x),
    });
  }, [mapa, edicion]);
  if (fallo) return <p class="ayuda zonas-sin-mapa">{tz.sinMapa}</p>;
  return <div ref={ref} class="mapa-caja" role="application" aria-label={tz.mapa} />;
}
