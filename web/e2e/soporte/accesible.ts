import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { ESCRITORIO, TELEFONO } from "./gente.ts";

const TAMANOS = { "360 px": TELEFONO, "1280 px": ESCRITORIO };
const COLORES = ["light", "dark"] as const;

type Hallazgo = { regla: string; donde: string[] };

async function revisar(pagina: Page): Promise<Hallazgo[]> {
  const { violations } = await new AxeBuilder({ page: pagina }).analyze();
  return violations.map((v) => ({
    regla: `${v.id}: ${v.help}`,
    donde: v.nodes.map((n) => `${n.target.join(" ")} ${n.failureSummary ?? ""}`),
  }));
}

/** What does not fit on a phone: the page must never scroll sideways. */
const sobra = (pagina: Page): Promise<number> =>
  pagina.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** The screen as it stands now, small and large, by day and by night: axe finds nothing, and nothing sticks out. */
export async function esperarAccesible(pagina: Page, tamanos = TAMANOS): Promise<void> {
  for (const [tamano, pantalla] of Object.entries(tamanos)) {
    await pagina.setViewportSize(pantalla);
    for (const colorScheme of COLORES) {
      await pagina.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await revisar(pagina), `axe, ${tamano}, ${colorScheme}`).toEqual([]);
    }
    expect(await sobra(pagina), `ancho de más, ${tamano}`).toBeLessThanOrEqual(0);
  }
}
