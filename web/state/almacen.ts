import type { Envio } from "./envio.ts";
import { abrirGuardado } from "./guardado.ts";
import type { Almacen } from "./motor-cola.ts";

/** The queue in IndexedDB; where the browser keeps nothing, in this tab alone, for as long as it is open. */
export function abrirAlmacen(): Almacen {
  const aca = new Map<number, Envio>();
  let ultimo = 0;
  const base = () => abrirGuardado().catch(() => null);
  return {
    todos: async () => (await (await base())?.getAll("cola")) ?? [...aca.values()],
    async agregar(e) {
      const b = await base();
      // The store numbers it.
      if (b) return b.add("cola", e as Envio);
      aca.set(++ultimo, { ...e, id: ultimo });
      return ultimo;
    },
    async poner(e) {
      const b = await base();
      if (b) await b.put("cola", e);
      else aca.set(e.id, e);
    },
    async borrar(id) {
      const b = await base();
      if (b) await b.delete("cola", id);
      else aca.delete(id);
    },
  };
}
