import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

type Correo = { id: number; plantilla: string };

/**
 * The link of the newest mail of a kind that went to this address, as the log of mail shows it to an admin outside
 * production.
 */
export async function enlaceDe(
  admin: APIRequestContext,
  email: string,
  plantilla: string,
): Promise<string> {
  let link = "";
  await expect(async () => {
    const r = await admin.get(`/api/correos?q=${encodeURIComponent(email)}`);
    const { items } = (await r.json()) as { items: Correo[] };
    const suyo = items.find((c) => c.plantilla === plantilla);
    expect(suyo, `${plantilla} for ${email}`).toBeDefined();
    const { texto } = (await (await admin.get(`/api/correos/${suyo?.id}`)).json()) as {
      texto: string;
    };
    link = /\/enlace#[0-9A-Z]+/.exec(texto)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass({ timeout: 15_000 });
  return link;
}
