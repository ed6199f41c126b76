import { signal } from "@preact/signals";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import type { ReclamoFila } from "../../../contract/esquemas/reclamos.ts";
import { listarReclamos } from "../../api/reclamos.ts";
import { tk } from "../../i18n/campo.ts";
import { cola } from "../../state/cola.ts";
import { guardarVista, leerVista } from "../../state/guardado.ts";
import { avisar } from "../../state/toasts.ts";
import { type AccionCampo, deCampo, type Trabajo } from "./hecho.ts";

const MARCA_MS = 2500;
/** A crew's whole day fits in one page. */
const CONSULTA = "abiertos=1&orden=vence&limite=100";
const VISTA = "campo";

/** What the device says of its signal; wrong now and then, so it only adds to what requests say. */
export const enLinea = signal(typeof navigator === "undefined" || navigator.onLine);
if (typeof window !== "undefined")
  for (const e of ["online", "offline"])
    addEventListener(e, () => {
      enLinea.value = navigator.onLine;
    });

type Lista = { filas: ReclamoFila[]; en: number };

/**
 * The cuadrilla's open work; the server gives each crew its own. Without signal, as it was last seen.
 * @returns lista is null while unknown; `en` says when it was true; error, why it is not from now
 */
export function useTrabajo(yo: Yo) {
  const [lista, setLista] = useState<Lista | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [reciente, setReciente] = useState<number | null>(null);
  const turno = useRef(0);

  /** Reads the list again; `id` is the reclamo whose change is to be seen. */
  const cargar = useCallback(
    async (id?: number) => {
      const mio = ++turno.current;
      // What was sent before asking is in the answer.
      const enviados = deCampo(cola.envios.peek()).filter((h) => h.estado === "enviado");
      try {
        const { items } = await listarReclamos(CONSULTA);
        if (mio !== turno.current) return;
        const en = Date.now();
        setError(null);
        setLista({ filas: items, en });
        void guardarVista(VISTA, { usuario: yo.id, en, datos: items }).catch(() => undefined);
        for (const h of enviados) void cola.olvidar(h.id);
        if (id === undefined) return;
        setReciente(id);
        setTimeout(() => setReciente((x) => (x === id ? null : x)), MARCA_MS);
      } catch (e) {
        if (mio === turno.current) setError(e);
      }
    },
    [yo.id],
  );

  useEffect(() => {
    void leerVista<ReclamoFila[]>(VISTA, yo.id)
      .catch(() => null)
      .then((v) => v && setLista((ya) => ya ?? { filas: v.datos, en: v.en }));
    void cargar();
    const volver = () => void cargar();
    addEventListener("online", volver);
    return () => removeEventListener("online", volver);
  }, [cargar, yo.id]);

  return { lista, error, reciente, cargar };
}

/** What this person did here, kept true by the queue. Tells of each one that arrives. */
export function useHechos(alLlegar: (reclamoId: number) => void) {
  const hechos = deCampo(cola.envios.value);
  const contados = useRef(new Set<number>());
  const enviados = hechos.filter((h) => h.estado === "enviado");
  useEffect(() => {
    for (const h of enviados) {
      if (contados.current.has(h.id)) continue;
      contados.current.add(h.id);
      const { fila, accion } = h.asunto;
      if (accion !== "iniciar") avisar(tk.seEnvio(fila.numero), { tono: "bien" });
      alLlegar(fila.id);
    }
  });
  return hechos;
}

/**
 * Does an action: kept here first, then sent as soon as it can be.
 * @throws when this device cannot keep it
 */
export function hacer(
  t: Trabajo,
  accion: AccionCampo,
  dicho: { cuerpo?: Record<string, unknown>; fotos?: { clave: string; blob: Blob }[] } = {},
) {
  return cola.encolar({
    metodo: "POST",
    ruta: `/api/reclamos/${t.fila.id}/${accion}`,
    cuerpo: { ...dicho.cuerpo, ...(accion === "comentar" ? {} : { version: t.version }) },
    fotos: dicho.fotos ?? [],
    grupo: `reclamo:${t.fila.id}`,
    asunto: { tipo: "campo", accion, fila: t.fila },
  });
}
