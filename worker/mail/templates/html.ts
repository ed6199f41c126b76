/** HTML that is safe to send: built by `html` alone. */
export class Html {
  readonly texto: string;

  constructor(texto: string) {
    this.texto = texto;
  }
}

type Valor = string | number | Html | readonly Html[] | null;

const ENTIDADES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapar = (s: string): string => s.replace(/[&<>"']/g, (c) => ENTIDADES[c] ?? c);

function meter(valor: Valor): string {
  if (valor === null) return "";
  if (valor instanceof Html) return valor.texto;
  if (typeof valor === "object") return valor.map((h) => h.texto).join("");
  return escapar(String(valor));
}

/** Template tag: everything put in is escaped, except what this same tag has built. */
export function html(partes: TemplateStringsArray, ...valores: Valor[]): Html {
  return new Html(
    partes.reduce(
      (hecho, parte, i) => hecho + parte + (i < valores.length ? meter(valores[i] ?? null) : ""),
      "",
    ),
  );
}

/** Text with its line breaks. */
export const conRenglones = (texto: string): Html =>
  new Html(
    texto
      .split(/\r\n?|\n/)
      .map(escapar)
      .join("<br>"),
  );
