import { signal } from "@preact/signals";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { UsuarioDetalle } from "../../contract/esquemas/cuentas.ts";
import { LIMITES } from "../../contract/limites.ts";
import { pedir } from "../api/cliente.ts";
import { conectado, decir, type Novedad, useNovedades } from "./novedades.ts";

/** Twice within the time it lasts. */
const REPETIR_MS = (LIMITES.presenciaSegundos * 1000) / 2.5;

/** Who works at the desk, by account: asked for the first time that somebody is there. */
const personal = signal<ReadonlyMap<number, string> | null>(null);
let pedido = false;
async function cargarPersonal(): Promise<void> {
  if (pedido) return;
  pedido = true;
  try {
    const roles = await Promise.all(
      ["supervisor", "admin"].map((rol) =>
        pedir<{ items: UsuarioDetalle[] }>("GET", `/api/usuarios?rol=${rol}&limite=100`),
      ),
    );
    personal.value = new Map(
      roles.flatMap((r) => r.items.map((u) => [u.id, `${u.nombre} ${u.apellido}`.trim()])),
    );
  } catch {
    pedido = false;
  }
}

/** Says that this tab shows the reclamo, while it does and is in sight. */
function useDecirlo(id: number): void {
  const enLinea = conectado.value;
  useEffect(() => {
    if (!enLinea) return;
    const decirlo = () => decir({ type: "viendo", id: document.hidden ? null : id });
    decirlo();
    const cada = setInterval(decirlo, REPETIR_MS);
    document.addEventListener("visibilitychange", decirlo);
    return () => {
      clearInterval(cada);
      document.removeEventListener("visibilitychange", decirlo);
      decir({ type: "viendo", id: null });
    };
  }, [id, enLinea]);
}

/** The names of the other people of the desk who have this reclamo open now; null for one whose name is not known. */
export function useViendo(id: number): (string | null)[] {
  const [quienes, setQuienes] = useState<readonly number[]>([]);
  useEffect(() => setQuienes([]), [id]);
  const oir = useCallback(
    (n: Novedad) => {
      if (n.type !== "viendo" || n.data.id !== id) return;
      setQuienes(n.data.quienes);
      if (n.data.quienes.length > 0) void cargarPersonal();
    },
    [id],
  );
  useNovedades(oir);
  useDecirlo(id);
  const nombres = personal.value;
  return quienes.map((u) => nombres?.get(u) ?? null);
}
