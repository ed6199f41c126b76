import { type CodigoError, ERRORES, type ErrorDeCampo } from "../../contract/errores.ts";

/** What a domain verb throws. Knows nothing of HTTP; http/problema.ts turns it into an answer. */
export class Fallo extends Error {
  readonly codigo: CodigoError;
  readonly mas: { errores?: ErrorDeCampo[]; reintentarEnSegundos?: number };

  constructor(codigo: CodigoError, detail: string, mas: Fallo["mas"] = {}) {
    super(detail);
    this.name = "Fallo";
    this.codigo = codigo;
    this.mas = mas;
  }

  get status(): number {
    return ERRORES[this.codigo].status;
  }
}

/** One wrong field. */
export const falloDeCampo = (campo: string, mensaje: string): Fallo =>
  new Fallo("datos_invalidos", mensaje, { errores: [{ campo, mensaje }] });

export const noEncontrado = (que = "Eso no existe, o no es tuyo."): Fallo =>
  new Fallo("no_encontrado", que);

export const sinPermiso = (): Fallo =>
  new Fallo(
    "sin_permiso",
    "Tu cuenta no puede hacer esto. Si creés que debería, hablá con la municipalidad.",
  );
