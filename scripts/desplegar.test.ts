import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { type Destino, desplegar, faltas, leerDestino, responde } from "./desplegar.ts";

const destino: Destino = {
  ambiente: "staging",
  url: "https://reclamos.test",
  baseDeDatos: "5f3c8a52-0000-4000-8000-000000000000",
  version: "0123456789abcdef0123456789abcdef01234567",
  sentry: false,
};
const SECRETOS = { CLOUDFLARE_API_TOKEN: "x", CLOUDFLARE_ACCOUNT_ID: "y" };

/** Notes every command; `contesta` is whether the new version is well. */
function escena(contesta: boolean, actual: string | null = "version-anterior") {
  const ordenes: string[] = [];
  return {
    ordenes,
    medios: {
      correr(orden: string, argumentos: string[]) {
        ordenes.push([orden, ...argumentos].join(" "));
        if (argumentos[0] !== "deployments") return "";
        if (actual === null) throw new Error("no deployments");
        return JSON.stringify({ versions: [{ version_id: actual, percentage: 100 }] });
      },
      responde: async () => contesta,
      decir() {},
    },
  };
}

test("migrations go before the Worker, and a healthy version stays", async () => {
  const { ordenes, medios } = escena(true);
  await desplegar(destino, medios);
  const [, migraciones, worker] = ordenes;
  assert.match(migraciones ?? "", /^wrangler d1 migrations apply DB --remote --env staging$/);
  assert.match(worker ?? "", /^wrangler deploy --env staging .*SENTRY_RELEASE:0123456789abcdef/);
  assert.equal(ordenes.length, 3);
});

test("a version that does not answer is taken back, and the deploy fails", async () => {
  const { ordenes, medios } = escena(false);
  await assert.rejects(desplegar(destino, medios), /volví a version-anterior/);
  assert.match(ordenes.at(-1) ?? "", /^wrangler rollback version-anterior --env staging --yes/);
});

test("a first deploy that does not answer fails with nothing to go back to", async () => {
  const { ordenes, medios } = escena(false, null);
  await assert.rejects(desplegar(destino, medios), /no hay versión anterior/);
  assert.ok(!ordenes.some((orden) => orden.includes("rollback")));
});

test("a failed migration leaves the running version alone", async () => {
  const { ordenes, medios } = escena(true);
  const correr = (orden: string, argumentos: string[]) => {
    if (argumentos[0] === "d1") throw new Error("no such table");
    return medios.correr(orden, argumentos);
  };
  await assert.rejects(desplegar(destino, { ...medios, correr }), /no such table/);
  assert.ok(!ordenes.some((orden) => orden.startsWith("wrangler deploy ")));
});

test("Sentry gets the release and its source maps when its token is there", async () => {
  const { ordenes, medios } = escena(true);
  await desplegar({ ...destino, sentry: true }, medios);
  assert.ok(ordenes.some((o) => /sourcemaps upload --release 0123456789abcdef/.test(o)));
});

test("the placeholders of wrangler.toml are refused by name", () => {
  for (const ambiente of ["staging", "production"] as const) {
    const lista = faltas(leerDestino(ambiente, { RELEASE: "x" }), {});
    assert.match(lista.join("\n"), /CLOUDFLARE_API_TOKEN/);
    assert.match(lista.join("\n"), /CLOUDFLARE_ACCOUNT_ID/);
  }
  assert.match(faltas({ ...destino, baseDeDatos: "00000000-x" }, SECRETOS).join(), /d1_databases/);
  assert.match(faltas({ ...destino, url: "https://a.example" }, SECRETOS).join(), /APP_URL/);
  assert.deepEqual(faltas(destino, SECRETOS), []);
});

test("health is asked again until it answers 200, and not for ever", async () => {
  let pedidos = 0;
  const servidor = createServer((_, respuesta) => {
    pedidos += 1;
    respuesta.writeHead(pedidos < 3 ? 503 : 200).end();
  });
  await new Promise<void>((listo) => servidor.listen(0, "127.0.0.1", listo));
  const direccion = servidor.address();
  assert.ok(typeof direccion === "object" && direccion);
  const url = `http://127.0.0.1:${direccion.port}/api/health`;
  assert.equal(await responde(url, 2, 1), false);
  pedidos = 0;
  assert.equal(await responde(url, 5, 1), true);
  assert.equal(pedidos, 3);
  servidor.close();
});
