/**
 * A link that opens the device's own maps at the place: Android's choice of apps, Apple's maps, or the web's.
 * @param agente the browser's user agent
 */
export function comoLlegar(
  direccion: string,
  lat: number | null,
  lng: number | null,
  agente = navigator.userAgent,
): string {
  const punto = lat === null || lng === null ? null : `${lat},${lng}`;
  const destino = encodeURIComponent(punto ?? direccion);
  if (/Android/.test(agente))
    return `geo:${punto ?? "0,0"}?q=${punto ? `${punto}(${encodeURIComponent(direccion)})` : destino}`;
  if (/iPhone|iPad/.test(agente)) return `https://maps.apple.com/?daddr=${destino}`;
  return `https://www.google.com/maps/dir/?api=1&destination=${destino}`;
}
