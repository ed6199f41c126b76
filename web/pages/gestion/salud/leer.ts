import { useCallback, useRef, useState } from "preact/hooks";
import type { ListaDeSalud, SaludDetalle } from "../../../../contract/esquemas/salud.ts";
import * as api from "../../../api/salud.ts";
import { useLeido } from "../../../lib/lista-viva.ts";

/** One list with so many pages of it as are on the screen. */
async function alargar<L extends ListaDeSalud>(s: SaludDetalle, lista: L, hojas: number) {
  for (let i = 1; i < hojas; i++) {
    const cursor = s.cursores[lista];
    if (cursor === null) return;
    const hoja = await api.verSaludHoja(lista, cursor);
    (s[lista] as SaludDetalle[L][number][]).push(...hoja.items);
    s.cursores[lista] = hoja.cursor;
  }
}

/**
 * How the system is, read again and again: of each list as many pages as were asked for, all of them anew each time, since
 * what is tried again leaves the list and what follows moves up.
 */
export function useSalud() {
  const hojas = useRef<Record<ListaDeSalud, number>>({
    sin_despachar: 1,
    aparcados: 1,
    entregas: 1,
    correos: 1,
  });
  const [trayendo, setTrayendo] = useState<ListaDeSalud | null>(null);
  const leer = useCallback(async () => {
    const s = await api.verSalud();
    for (const lista of Object.keys(hojas.current) as ListaDeSalud[])
      await alargar(s, lista, hojas.current[lista]);
    return s;
  }, []);
  const leido = useLeido(leer);
  const verMas = async (lista: ListaDeSalud) => {
    hojas.current[lista] += 1;
    setTrayendo(lista);
    await leido.releer();
    setTrayendo(null);
  };
  return { ...leido, trayendo, verMas };
}
