import type { CodigoError, ErrorDeCampo, Problema } from "../../contract/errores.ts";
import { t } from "../i18n/index.ts";

/**
 * Everything that may go wrong with a request, in one class.
 * `red`: no answer came (it may or may not have arrived) · `problema`: the server said no, and why ·
 * `raro`: an answer that is not ours.
 */
export class ErrorApi extends Error {
  readonly clase: "red" | "problema" | "raro";
  readonly status: number;
  readonly problema: Problema | null;
  /** Seconds to wait, when the server said. */
  readonly esperar: number | null;

  constructor(
    clase: ErrorApi["clase"],
    status: number,
    problema: Problema | null,
    esperar: number | null,
  ) {
    super(problema?.detail ?? clase);
    this.name = "ErrorApi";
    this.clase = clase;
    this.status = status;
    this.problema = problema;
    this.esperar = esperar;
  }

  es(codigo: CodigoError): boolean {
    return this.problema?.codigo === codigo;
  }

  get errores(): ErrorDeCampo[] {
    return this.problema?.errores ?? [];
  }
}

export const esErrorApi = (e: unknown): e is ErrorApi => e instanceof ErrorApi;

/** A failure as a sentence for the person. */
export function mensajeDe(e: unknown): string {
  // A page's code that cannot come is the same lack of signal.
  if (!esErrorApi(e)) return navigator.onLine ? t.errores.raro : t.errores.red;
  if (e.clase === "red") return t.errores.red;
  if (e.clase === "raro" || !e.problema) return t.errores.raro;
  const espera = e.esperar ? ` ${t.errores.espera(e.esperar)}` : "";
  return `${e.problema.detail}${espera}`;
}

/** The id to quote when asking for help, for failures of ours. */
export const referenciaDe = (e: unknown): string | null =>
  esErrorApi(e) && e.status >= 500 ? (e.problema?.requestId ?? null) : null;
