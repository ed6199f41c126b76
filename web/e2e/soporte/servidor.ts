import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  cargarDemo,
  DIRECCION,
  esperarListo,
  migrar,
  retener,
  servir,
  terminar,
} from "../../../scripts/comun/local.mjs";
import { RAIZ } from "../../../scripts/comun/preparar.mjs";

/** A port that nobody listens on. */
export function puertoCualquiera(): Promise<number> {
  return new Promise((resolver, rechazar) => {
    const prueba = createServer();
    prueba.once("error", rechazar);
    prueba.listen(0, DIRECCION, () => {
      const direccion = prueba.address();
      prueba.close(() =>
        typeof direccion === "object" && direccion
          ? resolver(direccion.port)
          : rechazar(new Error("sin puerto")),
      );
    });
  });
}

export type Servidor = {
  url: string;
  /** Of the process under which the runtime is. */
  pid: number;
  cerrar: () => Promise<void>;
};

const CONFIGURACION = "wrangler.pruebas.toml";
/** The tests are few accounts in a hurry: they ask more in a minute than a person may. The rest is as deployed. */
const sinPrisa = (toml: string): string =>
  toml.replaceAll(
    "simple = { limit = 100, period = 60 }",
    "simple = { limit = 5000, period = 60 }",
  );

/** Writes that configuration beside the real one, since its paths are relative; not twice, or a server that runs starts again. */
function configurar(): void {
  const ruta = join(RAIZ, CONFIGURACION);
  const texto = sinPrisa(readFileSync(join(RAIZ, "wrangler.toml"), "utf8"));
  if (!existsSync(ruta) || readFileSync(ruta, "utf8") !== texto) writeFileSync(ruta, texto);
}

type Opciones = {
  /** A folder of data to keep; one of its own, forgotten at the end, when not told. */
  datos?: string;
  variables?: Record<string, string>;
};

/**
 * A Worker on a free port with a folder of data of its own. The site must have been built (`npm test` does).
 * @param preparar fills that folder
 */
export async function levantarCon(
  preparar: (estado: string) => unknown,
  { datos, variables = {} }: Opciones = {},
): Promise<Servidor> {
  const carpeta = mkdtempSync(join(tmpdir(), "baldosa-e2e-"));
  const estado = datos ?? join(carpeta, "estado");
  const secretos = join(carpeta, "vars");
  mkdirSync(estado, { recursive: true });
  writeFileSync(secretos, "BETTER_AUTH_SECRET=a-secret-only-for-browser-tests-0123456789\n");
  await preparar(estado);
  configurar();
  const puerto = await puertoCualquiera();
  const url = `http://${DIRECCION}:${puerto}`;
  const proceso = servir({
    puerto,
    carpeta: estado,
    archivo: secretos,
    variables: { APP_URL: url, ...variables },
    extra: ["--log-level=warn", `--config=${CONFIGURACION}`],
    salida: "pipe",
  });
  const salida = retener(proceso);
  // Playwright ends at once on this signal, without its teardown.
  process.once("SIGTERM", () => process.exit(143));
  if (!(await esperarListo(proceso, puerto))) {
    await terminar(proceso);
    throw new Error(`${salida.retenido()}\nEl Worker de las pruebas no llegó a contestar.`);
  }
  salida.soltar();
  const cerrar = async () => {
    salida.callar();
    await terminar(proceso);
    rmSync(carpeta, { recursive: true, force: true });
  };
  return { url, pid: proceso.pid ?? 0, cerrar };
}

/** Where the run's demo municipality lies, for its workers. */
const DEMO = "BALDOSA_E2E_DEMO";

/** Fills a folder with the demo municipality: with a copy of the run's, where there is one. */
export function conDemo(estado: string): void {
  const hecha = process.env[DEMO];
  if (hecha) cpSync(hecha, estado, { recursive: true });
  else {
    migrar(estado);
    cargarDemo(estado);
  }
}

/** Playwright's global setup: what the servers of all workers have in common (prueba.ts). Gives back how to end it. */
export default function sembrar(): () => void {
  const carpeta = mkdtempSync(join(tmpdir(), "baldosa-demo-"));
  conDemo(carpeta);
  configurar();
  process.env[DEMO] = carpeta;
  return () => rmSync(carpeta, { recursive: true, force: true });
}
