import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
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

async function revisar(pagina: Page): Promise<Hallazgo[]> {
  // Without frames of others the old way finds the same, and opens no second page each time.
  const { violations } = await new AxeBuilder({ page: pagina }).setLegacyMode().analyze();
  return violations.map((v) => ({
    regla: `${v.id}: ${v.help}`,
    donde: v.nodes.map((n) => `${n.target.join(" ")} ${n.failureSummary ?? ""}`),
  }));
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
