import type {
  ListaAReintentar,
  ListaDeSalud,
  SaludDetalle,
} from "../../contract/esquemas/salud.ts";
import { pedir } from "./cliente.ts";

/** How the system is, for who runs it. */
export const verSalud = () => pedir<SaludDetalle>("GET", "/api/salud");
/** The next page of one of its lists. */
export const verSaludHoja = <L extends ListaDeSalud>(lista: L, cursor: string) =>
  pedir<{ items: SaludDetalle[L]; cursor: string | null }>(
    "GET",
    `/api/salud/${lista}?cursor=${encodeURIComponent(cursor)}`,
  );
export const reintentarEvento = (id: number) =>
  pedir<{ id: number }>("POST", `/api/salud/eventos/${id}/reintentar`, { cuerpo: {} });
/** Those of a list that are named. @returns how many */
export const reintentarLista = async (lista: ListaAReintentar, ids: number[]): Promise<number> => {
  const r = await pedir<{ eventos: number; correos: number }>(
    "POST",
    `/api/salud/${lista}/reintentar`,
    { cuerpo: { ids } },
  );
  return r.eventos + r.correos;
};
