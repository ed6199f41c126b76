import { useRef, useState } from "preact/hooks";
import { claveNueva } from "../api/cliente.ts";
import { mensajeDe } from "../api/error.ts";
import { t } from "../i18n/index.ts";
import { delServidor, type Errores, enfocarPrimero, hayErrores } from "./validar.ts";

type Opciones<T> = {
  /** What the server said of a form sent without JavaScript. */
  inicial?: { errores: Errores; general: string | null } | undefined;
  validar: (datos: T) => Promise<Errores>;
  enviar: (datos: T, clave: string) => Promise<void>;
  /** Last word on a failure; true when it was explained elsewhere. */
  alFallar?: (e: unknown) => boolean | Promise<boolean>;
};

/**
 * The life of a form: check, send once, show each error beside its field with the focus on the first.
 * The text stays, and a retry of the same data carries the same key, so that it acts once.
 */
export function useFormulario<T extends object>(o: Opciones<T>) {
  const ref = useRef<HTMLFormElement>(null);
  const [errores, setErrores] = useState<Errores>(o.inicial?.errores ?? {});
  const [general, setGeneral] = useState<string | null>(o.inicial?.general ?? null);
  const [enviando, setEnviando] = useState(false);
  const intento = useRef({ datos: "", clave: "" });

  const claveDe = (datos: T) => {
    const texto = JSON.stringify(datos);
    if (intento.current.datos !== texto) intento.current = { datos: texto, clave: claveNueva() };
    return intento.current.clave;
  };

  const mostrar = (e: Errores, resumen: string | null) => {
    setErrores(e);
    setGeneral(resumen);
    enfocarPrimero(ref.current);
  };

  const enviar = async (datos: T): Promise<void> => {
    if (enviando) return;
    setEnviando(true);
    try {
      const malos = await o.validar(datos);
      if (hayErrores(malos)) return mostrar(malos, malos[""] ?? null);
      mostrar({}, null);
      await o.enviar(datos, claveDe(datos));
    } catch (e) {
      if (await o.alFallar?.(e)) return;
      const malos = delServidor(e);
      mostrar(malos, hayErrores(malos) ? t.errores.hayQueCorregir : mensajeDe(e));
    } finally {
      setEnviando(false);
    }
  };

  return { ref, errores, general, enviando, enviar };
}

/** The text fields of a form as an object. */
export const textos = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].filter((x): x is [string, string] => typeof x[1] === "string"),
  );
