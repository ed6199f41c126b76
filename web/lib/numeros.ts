import { LOCAL } from "../i18n/index.ts";

const formato = new Intl.NumberFormat(LOCAL, { maximumFractionDigits: 1 });

/** "1.284", "2,4". */
export const enCifras = (n: number): string => formato.format(n);
