/** UTF-8's mark, without which Excel takes accents for two letters each. */
export const BOM = "\uFEFF";
const SEPARADOR = ";";
const RENGLON = "\r\n";

export type Celda = string | number | null;

/** What a spreadsheet would read as a formula, full-width signs too: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const CON_COMILLAS = /[";\r\n\t]|^\s|\s$/;

function celda(valor: Celda): string {
  if (valor === null) return "";
  // A number of ours is no formula, though it begins with a minus; Spanish writes its fraction after a comma.
  if (typeof valor === "number") return String(valor).replace(".", ",");
  const texto = FORMULA.test(valor) ? `'${valor}` : valor;
  return CON_COMILLAS.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto;
}

/** One line of a CSV that Excel in Spanish opens as it is: `;`, CRLF, quoted where needed, no cell a formula. */
export const renglonCsv = (celdas: readonly Celda[]): string =>
  celdas.map(celda).join(SEPARADOR) + RENGLON;
