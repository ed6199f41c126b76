import type { Trama } from "../../contract/tramas.ts";
import { avisosDesde } from "../api/avisos.ts";

/** More than the inbox keeps comes as a hueco. */
const HOJAS_MAX = 10;

/**
 * What a socket opened now would say, over HTTP: a hola, and the avisos after `seq`, oldest first.
 * @param seq null: none of them, only how things stand
 */
export async function ponerseAlDia(usuario: number, seq: number | null): Promise<Trama[]> {
  const tramas: Trama[] = [];
  let pagina = await avisosDesde(usuario, seq);
  const { seq: ultimo, sin_leer, hueco } = pagina;
  const at = new Date().toISOString();
  tramas.push({
    type: "hola",
    at,
    data: hueco ? { seq: ultimo, sin_leer, hueco } : { seq: ultimo, sin_leer },
  });
  for (let hojas = 0; seq !== null && pagina.items.length > 0 && hojas < HOJAS_MAX; hojas++) {
    tramas.push(...pagina.items.map(({ leido: _, ...trama }) => trama as Trama));
    const hasta = pagina.items.at(-1)?.seq ?? ultimo;
    if (hasta >= ultimo) break;
    pagina = await avisosDesde(usuario, hasta);
  }
  return tramas;
}
