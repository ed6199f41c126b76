/**
 * The network that an address belongs to, which is all that the audit keeps of it: IPv4 /24, IPv6 /48.
 * @param direccion as Cloudflare tells it
 * @returns in CIDR, or null when it is no address
 */
export function truncar(direccion: string | undefined): string | null {
  const entera = direccion?.trim().toLowerCase() ?? "";
  // ::ffff:203.0.113.7 is an IPv4 address.
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(entera);
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`;
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
    .slice(0, 3)
    .map((g) => g.replace(/^0+(?=.)/, ""))
    .join(":")}::/48`;
}
