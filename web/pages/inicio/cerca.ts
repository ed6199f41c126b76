import type { Arreglado } from "../../../contract/esquemas/portada.ts";
import { portada } from "../../api/publico.ts";
import { dondeEstoy, porQueNo } from "../../components/mapa/estoy.ts";

const RADIO_TERRESTRE_METROS = 6_371_000;
const rad = (grados: number) => (grados * Math.PI) / 180;

type Punto = { lat: number; lng: number };
/** https://en.wikipedia.org/wiki/Haversine_formula */
export function metrosEntre(a: Punto, b: Punto): number {
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lng - a.lng) / 2) ** 2;
  return 2 * RADIO_TERRESTRE_METROS * Math.asin(Math.sqrt(h));
}

export type Cercano = Arreglado & { metros: number };

/** Those with a place, the nearest first. */
export const porCercania = (de: readonly Arreglado[], aca: Punto): Cercano[] =>
  de
    .flatMap((a) =>
      a.lat === null || a.lng === null
        ? []
        : [{ ...a, metros: metrosEntre(aca, { lat: a.lat, lng: a.lng }) }],
    )
    .sort((a, b) => a.metros - b.metros);

/**
 * Asks the person where they are, and the city what it has repaired. Their place stays on their device.
 * @throws a sentence for the person
 */
export async function arregladosCerca(): Promise<Cercano[]> {
  const lista = portada();
  lista.catch(() => undefined);
  const aca = await dondeEstoy().catch((e: unknown) => {
    throw porQueNo(e);
  });
  return porCercania((await lista).arreglados, aca);
}
