/** Colours as `#rrggbb`, and how well one reads on another. Pure: the form and the server use the same. */

type Rgb = readonly [number, number, number];

const aRgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];
const aHex = (rgb: Rgb): string =>
  `#${rgb.map((n) => Math.round(n).toString(16).padStart(2, "0")).join("")}`;

/** `parte` of b (0 to 1) in a. */
export function mezclar(a: string, b: string, parte: number): string {
  const [x, y] = [aRgb(a), aRgb(b)];
  return aHex(x.map((n, i) => n + ((y[i] ?? 0) - n) * parte) as unknown as Rgb);
}

/** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminancia(hex: string): number {
  const [r, g, b] = aRgb(hex).map((n) => {
    const c = n / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 (the same) to 21 (black on white), WCAG 2.2. */
export function contraste(a: string, b: string): number {
  const [x, y] = [luminancia(a), luminancia(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** What normal text needs, level AA. */
export const CONTRASTE_AA = 4.5;

const PASO = 0.04;
/** `color`, moved towards `hacia` just as far as it takes to read on `fondo`. */
function hastaLeerse(color: string, hacia: string, fondo: string, minimo: number): string {
  for (let parte = 0; parte < 1; parte += PASO) {
    const c = mezclar(color, hacia, parte);
    if (contraste(c, fondo) >= minimo) return c;
  }
  return hacia;
}

/** The colour itself where white reads on it (AA), else the nearest darker one. */
export const colorQueSeLee = (color: string): string =>
  hastaLeerse(color.toLowerCase(), NEGRO, BLANCO, CONTRASTE_AA);

export const COLORES_DE_FABRICA = { principal: "#17518c", acento: "#f2c14e" } as const;

/** The grounds of web/styles/tokens.css that the colours must read on. */
const PAPEL = { claro: "#fbf7ee", oscuro: "#11161c" } as const;
const BLANCO = "#ffffff";
const NEGRO = "#000000";

export type Tokens = Record<string, string>;

/** The tokens that the principal colour sets, by day and by night. Every pair reads (AA) whatever the colour. */
export function tokensPrincipal(color: string): { claro: Tokens; oscuro: Tokens } {
  const dia = hastaLeerse(color, NEGRO, mezclar(PAPEL.claro, color, 0.12), 5.2);
  const noche = hastaLeerse(color, BLANCO, PAPEL.oscuro, 7.5);
  return {
    claro: {
      rio: dia,
      "rio-hover": mezclar(dia, NEGRO, 0.25),
      "rio-soft": mezclar(BLANCO, dia, 0.1),
      "on-rio": BLANCO,
    },
    oscuro: {
      rio: noche,
      "rio-hover": mezclar(noche, BLANCO, 0.25),
      "rio-soft": mezclar(PAPEL.oscuro, noche, 0.16),
      "on-rio": mezclar(PAPEL.oscuro, NEGRO, 0.3),
    },
  };
}

/** The tokens that the accent sets. A dark accent is made lighter, since text on it is dark. */
export function tokensAcento(color: string): { claro: Tokens; oscuro: Tokens } {
  const acento = hastaLeerse(color, BLANCO, "#241a00", 7);
  const tinta = mezclar(acento, NEGRO, 0.82);
  const encima = hastaLeerse(tinta, NEGRO, acento, CONTRASTE_AA);
  const suave = mezclar(BLANCO, acento, 0.24);
  return {
    claro: {
      vainilla: acento,
      "on-vainilla": encima,
      "vainilla-soft": suave,
      "vainilla-ink": hastaLeerse(mezclar(acento, NEGRO, 0.6), NEGRO, suave, 7),
    },
    oscuro: {
      vainilla: acento,
      "on-vainilla": encima,
      "vainilla-soft": mezclar(PAPEL.oscuro, acento, 0.18),
      "vainilla-ink": mezclar(acento, BLANCO, 0.55),
    },
  };
}

const bloque = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([n, v]) => `--${n}:${v}`)
    .join(";");

/** A stylesheet with the municipality's own colours, over the tokens; empty when it has none. */
export function hojaDeColores(c: { principal: string | null; acento: string | null }): string {
  const juegos = [
    ...(c.principal ? [tokensPrincipal(c.principal)] : []),
    ...(c.acento ? [tokensAcento(c.acento)] : []),
  ];
  if (juegos.length === 0) return "";
  const claro = juegos.map((j) => bloque(j.claro)).join(";");
  const oscuro = juegos.map((j) => bloque(j.oscuro)).join(";");
  return [
    `:root:root{${claro}}`,
    `@media (prefers-color-scheme:dark){:root:root:not([data-theme="light"]){${oscuro}}}`,
    `:root:root[data-theme="dark"]{${oscuro}}`,
    "",
  ].join("\n");
}
