import { tm } from "../../i18n/mapa.ts";
import type { Punto } from "./tipos.ts";

const ESPERA_MS = 12_000;
const VALE_MS = 60_000;

/** Where the device says it is. @throws GeolocationPositionError, or an Error where there is no such thing */
export const dondeEstoy = (): Promise<Punto> =>
  new Promise((bien, mal) => {
    if (!("geolocation" in navigator)) return mal(new Error("geolocation"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => bien({ lat: coords.latitude, lng: coords.longitude }),
      mal,
      { enableHighAccuracy: true, timeout: ESPERA_MS, maximumAge: VALE_MS },
    );
  });

/** https://www.w3.org/TR/geolocation/#position_error_interface: 1 is a refusal. */
export const porQueNo = (e: unknown): string =>
  (e as { code?: number }).code === 1 ? tm.sinPermiso : tm.sinSenal;
