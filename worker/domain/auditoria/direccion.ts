/**
 * The network that an address belongs to.
 * @param direccion as Cloudflare tells it
 * @param v4 how many of its four numbers are kept
 * @param v6 how many of its eight groups are kept
 * @returns in CIDR, or null when it is no address
 */
function red(direccion: string | undefined, v4: number, v6: number): string | null {
  const entera = direccion?.trim().toLowerCase() ?? "";
  // ::ffff:203.0.113.7 is an IPv4 address.
  const numeros = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(entera)?.[1]?.split(".");
  if (numeros) return `${numeros.map((n, i) => (i < v4 ? n : "0")).join(".")}/${v4 * 8}`;
  if (!/^[0-9a-f:]+$/.test(entera) || !entera.includes(":")) return null;
  const [antes = "", despues] = entera.split("::");
  const grupos = antes ? antes.split(":") : [];
  if (despues !== undefined) {
    const cola = despues ? despues.split(":") : [];
    while (grupos.length + cola.length < 8) grupos.push("0");
    grupos.push(...cola);
  }
  if (grupos.length !== 8) return null;
  return `${grupos
    .slice(0, v6)
    .map((g) => g.replace(/^0+(?=.)/, ""))
    .join(":")}::/${v6 * 16}`;
}

/** What the audit keeps of an address: IPv4 /24, IPv6 /48. Null when it is no address. */
export const truncar = (direccion: string | undefined): string | null => red(direccion, 3, 3);

/**
 * Whom a limit counts: an IPv4 address, or the IPv6 /64 that one subscriber's machines share (RFC 6177) and any of them could
 * take new addresses of without end. Null when it is no address.
 */
export const abonado = (direccion: string | undefined): string | null => red(direccion, 4, 4);
