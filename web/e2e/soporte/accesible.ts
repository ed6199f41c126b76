import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { ESCRITORIO, TELEFONO } from "./gente.ts";

const TELEFONO_CLARO = { tamano: TELEFONO, colorScheme: "light" } as const;
const TELEFONO_OSCURO = { tamano: TELEFONO, colorScheme: "dark" } as const;
const ESCRITORIO_CLARO = { tamano: ESCRITORIO, colorScheme: "light" } as const;
const ESCRITORIO_OSCURO = { tamano: ESCRITORIO, colorScheme: "dark" } as const;

/** Every look of a screen. */
const TODAS = [TELEFONO_CLARO, TELEFONO_OSCURO, ESCRITORIO_CLARO, ESCRITORIO_OSCURO];
/** Each width and each colour once: for what differs from a screen already seen in a message or two. */
const CRUZADAS = [TELEFONO_OSCURO, ESCRITORIO_CLARO];

type Hallazgo = { regla: string; donde: string[] };

/**
 * axe in the page itself, and only what it found brought back: its wrapper for Playwright puts the library in anew and
 * carries every check that passed across, which is most of the time it takes.
 */
async function revisar(pagina: Page): Promise<Hallazgo[]> {
  if (await pagina.evaluate(() => !("axe" in window))) await pagina.evaluate(axe.source);
  return pagina.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.map((v) => ({
      regla: `${v.id}: ${v.help}`,
      donde: v.nodes.map((n) => `${n.target.join(" ")} ${n.failureSummary ?? ""}`),
    }));
  });
}

/** What does not fit on a phone: the page must never scroll sideways. */
const sobra = (pagina: Page): Promise<number> =>
  pagina.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function mirar(pagina: Page, vistas: typeof TODAS | typeof CRUZADAS): Promise<void> {
  for (const { tamano, colorScheme } of vistas) {
    await pagina.setViewportSize(tamano);
    await pagina.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const vista = `${tamano.width} px, ${colorScheme}`;
    expect(await revisar(pagina), `axe, ${vista}`).toEqual([]);
    expect(await sobra(pagina), `ancho de más, ${vista}`).toBeLessThanOrEqual(0);
  }
}

/** The screen as it stands now, small and large, by day and by night: axe finds nothing, and nothing sticks out. */
export const esperarAccesible = (pagina: Page): Promise<void> => mirar(pagina, TODAS);

/** The same for another state of a screen that was looked at whole: small by night, large by day. */
export const sigueAccesible = (pagina: Page): Promise<void> => mirar(pagina, CRUZADAS);
