import { Hono } from "hono";
import { iso } from "../../../contract/tiempo.ts";
import type { AppEnv } from "../app-env.ts";

const DIA_SEGUNDOS = 86_400;
/** RFC 9116, §2.5.5: less than a year. Told anew each day, so that a site that is served never has an old one. */
const VALE_DIAS = 180;

/** Mounted at /.well-known (RFC 8615). */
export const rutasConocidas = new Hono<AppEnv>().get("/security.txt", (c) => {
  const { appUrl, contactoSeguridad } = c.get("entorno");
  const hoy = Math.floor(c.get("ctx").ahora / DIA_SEGUNDOS) * DIA_SEGUNDOS;
  // RFC 9116: one field a line, each line ended.
  const campos = [
    `Contact: ${contactoSeguridad}`,
    `Expires: ${iso(hoy + VALE_DIAS * DIA_SEGUNDOS)}`,
    "Preferred-Languages: es, en",
    `Canonical: ${appUrl}/.well-known/security.txt`,
  ];
  return c.text(`${campos.join("\n")}\n`, 200, { "Cache-Control": "public, max-age=3600" });
});
