const NAVEGADORES: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SISTEMAS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const primero = (lista: typeof SISTEMAS, agente: string) =>
  lista.find(([patron]) => patron.test(agente))?.[1];

/** A browser as people call it, from how it names itself: ["Chrome", "Android"]. What is not known is left out. */
export const aparatoDe = (agente: string): string[] =>
  [primero(NAVEGADORES, agente), primero(SISTEMAS, agente)].flatMap((x) => x ?? []);
