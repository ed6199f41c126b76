import type { Categoria } from "../../../contract/esquemas/catalogos.ts";
import { tituloSugerido } from "../../lib/titulo.ts";
import type { Errores } from "../../lib/validar.ts";
import type { Borrador } from "../../state/borrador.ts";

/** What every step after the first takes. */
export type PropsPaso = {
  b: Borrador;
  cambiar: (cambios: Partial<Borrador>) => void;
  errores: Errores;
  categorias: Categoria[] | null;
  seguir: () => void;
  /** Says why one cannot go on from here; null when one can. */
  impedir: (porque: string | null) => void;
};

export const categoriaDe = (b: Borrador, categorias: Categoria[] | null): Categoria | undefined =>
  categorias?.find((c) => c.id === b.categoria_id);

/** The person's own title, or else the suggested one. */
export const tituloDe = (b: Borrador, categorias: Categoria[] | null): string =>
  b.tituloPropio ? b.titulo : tituloSugerido(categoriaDe(b, categorias)?.nombre, b.direccion);
