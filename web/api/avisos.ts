import type * as z from "zod/mini";
import type { casilla, preferencia } from "../../contract/esquemas/avisos.ts";
import type { Aviso } from "../../contract/tramas.ts";
import { pedir } from "./cliente.ts";

export type AvisoGuardado = Aviso & { seq: number; leido: boolean };
export type PaginaAvisos = {
  items: AvisoGuardado[];
  seq: number;
  sin_leer: number;
  hueco: boolean;
};

export const POR_PAGINA = 20;
/** The newest; of those before `antes`. */
export const listarAvisos = (antes?: number) =>
  pedir<PaginaAvisos>(
    "GET",
    `/api/avisos?limite=${POR_PAGINA}${antes === undefined ? "" : `&antes=${antes}`}`,
  );
/** What came to this person after `desde`, oldest first; without it only how things stand. */
export const avisosDesde = (usuario: number, desde: number | null) =>
  pedir<PaginaAvisos>("GET", `/api/avisos?limite=${desde === null ? 1 : `100&desde=${desde}`}`, {
    usuario,
  });
export const marcarLeidos = (hasta: number) =>
  pedir<{ hasta: number; sin_leer: number }>("POST", "/api/avisos/leidos", { cuerpo: { hasta } });

export type Preferencia = z.infer<typeof preferencia>;
type Preferencias = { items: Preferencia[] };
export const verPreferencias = () => pedir<Preferencias>("GET", "/api/avisos/preferencias");
/** Turns these switches. @returns all of them, as they stand then */
export const guardarPreferencias = (items: Preferencia[]) =>
  pedir<Preferencias>("PUT", "/api/avisos/preferencias", { cuerpo: { items } });

export type Casilla = z.infer<typeof casilla>;
/** Whether our mail reaches the person's own mailbox. */
export const verCasilla = () => pedir<Casilla>("GET", "/api/avisos/casilla");
/** Lets mail go there again. */
export const volverAProbarCasilla = () => pedir<Casilla>("POST", "/api/avisos/casilla");
