import type { Costo, Pedir, Quien } from "./pedir.ts";
import type { Ejemplos, Pedido, Presupuesto } from "./rutas.ts";

export type Medida = Pedido & { costo: Costo; excesos: string[] };

/** What of this cost is more than was budgeted, in words. */
export function excesosDe(costo: Costo, { leidas, viajes = 1, escritas = 0, bytes }: Presupuesto) {
  const topes = { viajes, leidas, escritas, bytes: bytes ?? Number.POSITIVE_INFINITY };
  return (Object.keys(topes) as (keyof Costo)[])
    .filter((que) => costo[que] > topes[que])
    .map((que) => `${que} ${costo[que]} de ${topes[que]}`);
}

const cursorDe = (cuerpo: unknown): string | null =>
  typeof cuerpo === "object" && cuerpo !== null && "cursor" in cuerpo
    ? (cuerpo.cursor as string | null)
    : null;

const conCursor = (ruta: string, cursor: string): string =>
  `${ruta}${ruta.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`;

const NADA: Costo = { viajes: 0, leidas: 0, escritas: 0, bytes: 0 };

/** Asks each one, and its second page where that is asked too. */
export async function medir(
  de: Record<Quien, Pedir>,
  pedidos: readonly Pedido[],
): Promise<Medida[]> {
  const medidas: Medida[] = [];
  for (const pedido of pedidos) {
    const pedir = (ruta: string) => de[pedido.quien](pedido.metodo ?? "GET", ruta, pedido.cuerpo);
    const anotar = (ruta: string, costo: Costo) =>
      medidas.push({ ...pedido, ruta, costo, excesos: excesosDe(costo, pedido) });
    let cuerpo: unknown;
    try {
      const r = await pedir(pedido.ruta);
      ({ cuerpo } = r);
      anotar(pedido.ruta, r.costo);
    } catch (error) {
      medidas.push({ ...pedido, costo: NADA, excesos: [String(error)] });
      continue;
    }
    const cursor = pedido.sigue ? cursorDe(cuerpo) : null;
    if (cursor === null) continue;
    const segunda = conCursor(pedido.ruta, cursor);
    anotar(segunda, (await pedir(segunda)).costo);
  }
  return medidas;
}

type Fila = { id: number; codigo: string; version: number; lat: number | null; lng: number | null };

/** Reclamos to ask for by name: a busy corner's, and one of each who asks. */
export async function buscarEjemplos(de: Record<Quien, Pedir>): Promise<Ejemplos> {
  const lista = async (quien: Quien, consulta: string): Promise<Fila[]> => {
    const { cuerpo } = await de[quien]("GET", `/api/reclamos?${consulta}`);
    return (cuerpo as { items: Fila[] }).items;
  };
  const primero = ([fila]: Fila[], que: string): Fila => {
    if (!fila) throw new Error(`En este municipio no hay ${que}.`);
    return fila;
  };
  const conLugar = (await lista("supervisora", "abiertos=1&categoria_id=2&limite=50")).filter(
    (r) => r.lat !== null,
  );
  const esquina = primero(conLugar, "nada abierto con lugar");
  const resuelto = primero(await lista("supervisora", "estado=resuelto&limite=1"), "nada resuelto");
  return {
    id: esquina.id,
    codigo: resuelto.codigo,
    lat: esquina.lat ?? 0,
    lng: esquina.lng ?? 0,
    deLaVecina: primero(await lista("vecina", "limite=1"), "nada de la vecina").id,
    deLaCuadrilla: primero(
      await lista("cuadrilla", "abiertos=1&orden=vence&limite=1"),
      "nada de la cuadrilla",
    ).id,
    ids: (await lista("supervisora", "abiertos=1&limite=100")).map((r) => r.id),
  };
}

const CREAR = { leidas: 500, viajes: 2, escritas: 30 };
const ACCION = { leidas: 500, viajes: 2, escritas: 15 };

/** One reclamo's life, each step held to what an action may write. */
export async function medirCambios(pedir: Pedir, { lat, lng }: Ejemplos): Promise<Medida[]> {
  const medidas: Medida[] = [];
  let version = 0;
  let id = 0;
  const hacer = async (ruta: string, cuerpo: object, presupuesto: Presupuesto) => {
    const r = await pedir("POST", ruta, cuerpo);
    ({ id, version } = r.cuerpo as Fila);
    const patron = ruta.replace(/\/\d+\//, "/:id/");
    medidas.push({
      quien: "supervisora",
      ruta: `POST ${patron}`,
      ...presupuesto,
      costo: r.costo,
      excesos: excesosDe(r.costo, presupuesto),
    });
  };
  const nuevo = {
    titulo: "Bache profundo en la esquina",
    descripcion: "Se hundió el asfalto después de la lluvia y de noche no se ve.",
    categoria_id: 2,
    direccion: "Mitre y Rivadavia",
    canal: "telefono",
    lat,
    lng,
  };
  await hacer("/api/reclamos", nuevo, CREAR);
  const pasos: [string, object][] = [
    ["asignar", { cuadrilla_id: 3, nota: "Pasar a primera hora." }],
    ["priorizar", { prioridad: "alta" }],
    ["iniciar", {}],
    ["resolver", { solucion: "Se repuso el asfalto en caliente y se compactó." }],
    ["reabrir", { comentario: "Volvió a hundirse con la lluvia." }],
    ["rechazar", { motivo: "no_corresponde", texto: "Es dentro de una propiedad privada." }],
  ];
  for (const [accion, cuerpo] of pasos)
    await hacer(`/api/reclamos/${id}/${accion}`, { ...cuerpo, version }, ACCION);
  return medidas;
}

const ANCHO = 76;
const celda = (texto: string, ancho: number): string =>
  texto.length > ancho ? `${texto.slice(0, ancho - 1)}…` : texto.padEnd(ancho);

/** A line for each, and below it what went over. */
export function tabla(medidas: readonly Medida[]): string {
  const lineas = medidas.map(({ quien, ruta, costo, leidas, excesos }) => {
    const figuras = [
      `${costo.viajes}`.padStart(6),
      `${costo.leidas}`.padStart(7),
      `/ ${leidas}`.padEnd(9),
      `${costo.escritas}`.padStart(5),
      `${(costo.bytes / 1000).toFixed(1)}`.padStart(8),
    ].join("");
    const marca = excesos.length > 0 ? "✗" : "✓";
    const renglon = `${marca} ${celda(quien, 12)}${celda(decodeURIComponent(ruta), ANCHO)}${figuras}`;
    return excesos.length > 0 ? `${renglon}\n    de más: ${excesos.join("; ")}` : renglon;
  });
  const titulo = `  ${celda("quién", 12)}${celda("ruta", ANCHO)}viajes leídas / tope    escr.      kB`;
  return [titulo, ...lineas].join("\n");
}
