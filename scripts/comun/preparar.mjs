// Runs on bare Node 20, with nothing installed: only node: modules here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const RAIZ = fileURLToPath(new URL("../..", import.meta.url));
const MODULOS = join(RAIZ, "node_modules");
const SELLO = join(MODULOS, ".baldosa-instalado");

/**
 * The environment for every tool we start: the npm package `node` (Node 22) comes first on the
 * PATH, and wrangler neither reports, asks nor looks anything up. The runtime uses a placeholder
 * for `request.cf` instead of fetching one.
 */
export function entorno(extra = {}) {
  return {
    ...process.env,
    PATH: join(MODULOS, ".bin") + delimiter + (process.env.PATH ?? ""),
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_NO_SKILLS_UPDATE_PROMPTS: "true",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    DO_NOT_TRACK: "1",
    NODE_NO_WARNINGS: "1",
    ...extra,
  };
}

/** What node_modules must have been installed from: the lockfile, on this kind of machine. */
function huella() {
  const candado = readFileSync(join(RAIZ, "package-lock.json"));
  return createHash("sha256")
    .update(candado)
    .update(process.platform + process.arch)
    .digest("hex");
}

/** Notes what node_modules was installed from. */
export function sellar() {
  writeFileSync(SELLO, `${huella()}\n`);
}

/** Installs the packages when they are missing or the lockfile has changed; throws with npm's code. */
export function instalar() {
  const ahora = huella();
  if (existsSync(SELLO) && readFileSync(SELLO, "utf8").trim() === ahora) return;
  console.log("Instalo los paquetes (npm ci); la primera vez tarda un minuto…");
  const argumentos = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...argumentos], { cwd: RAIZ, stdio: "inherit" })
    : spawnSync("npm", argumentos, { cwd: RAIZ, stdio: "inherit" });
  if (status !== 0) throw new Error(`npm ci terminó con código ${status}`);
  sellar();
}

/**
 * Runs a tool to its end, quietly unless it fails. Gives back what it printed; throws with all of
 * it when it ends with anything but 0.
 */
export function correr(orden, argumentos, extra = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(orden, argumentos, {
    cwd: RAIZ,
    env: entorno({ CI: "1", ...extra }),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(
      `${orden} ${argumentos.join(" ")} terminó con ${signal ?? `código ${status}`}\n${stdout}${stderr}`,
    );
  return stdout;
}
