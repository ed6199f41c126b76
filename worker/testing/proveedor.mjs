// The mail provider of the tests: mailchannels-sdk's own simulator, behind a door that fails on demand and remembers what
// was taken. Started once by vitest; tests find it by inject("proveedor").
import { createHash } from "node:crypto";
import { createServer, request } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// Its programmatic door, which the package's `simulate` command uses too, is not among its exports.
const sdk = pathToFileURL(createRequire(import.meta.url).resolve("mailchannels-sdk"));
const simulador = new URL("./_chunks/simulator.mjs", sdk);

/**
 * The address says what happens: MODO.VECES.nombre@… fails the first VECES times. MODO is a status, `corta` (taken, then the
 * connection is lost), `cuelga` (taken, and never answered), `calla` (neither taken nor answered), `basura` (taken, and answered with what is no JSON), or `azar`
 * (each message's request as its name and number say: three in four well, the rest in one of the other ways).
 */
const instruccion = (para) => /^(\d{3}|corta|cuelga|calla|basura|azar)\.(\d+)\./.exec(para);

const AZARES = ["500", "429", "corta", "cuelga", "calla"];
const azarDe = (texto) => {
  const n = createHash("sha256").update(texto).digest()[0] % 20;
  return AZARES[n] ?? null;
};

async function leer(req) {
  const partes = [];
  for await (const parte of req) partes.push(parte);
  return Buffer.concat(partes);
}

export default async function setup(proyecto) {
  const { createSimulator } = await import(simulador.href);
  const sim = createSimulator({ port: 0, silent: true });
  const destino = new URL(await sim.listen());
  const recibidos = [];
  const pedidos = new Map();
  const claves = new Map();
  const preguntadas = [];
  const levantadas = [];

  const reenviar = (req, cuerpo) =>
    new Promise((listo, error) => {
      const r = request(
        {
          host: destino.hostname,
          port: destino.port,
          method: req.method,
          path: req.url,
          headers: req.headers,
        },
        async (respuesta) => listo({ status: respuesta.statusCode, cuerpo: await leer(respuesta) }),
      );
      r.on("error", error);
      r.end(cuerpo);
    });

  const servidor = createServer(async (req, res) => {
    const url = new URL(req.url, "http://proveedor");
    if (url.pathname === "/recibidos") {
      const para = url.searchParams.get("para");
      res.writeHead(200, { "content-type": "application/json" });
      res.end(JSON.stringify(recibidos.filter((m) => m.personalizations[0].to[0].email === para)));
      return;
    }
    if (url.pathname === "/contados") {
      // Other tests write to it at the same time, of mails with the same numbers.
      const suyo = `@${url.searchParams.get("dominio")}`;
      const contados = {};
      for (const { campaign_id: c, personalizations: p } of recibidos)
        if (p[0].to[0].email.endsWith(suyo)) contados[c] = (contados[c] ?? 0) + 1;
      res.writeHead(200, { "content-type": "application/json" });
      res.end(JSON.stringify(contados));
      return;
    }
    const cuerpo = await leer(req);
    if (url.pathname === "/claves" && req.method === "POST") {
      // Makes a key known; one of null is unknown, of "500" fails.
      for (const [id, clave] of Object.entries(JSON.parse(cuerpo.toString("utf8"))))
        claves.set(id, clave);
      res.end();
      return;
    }
    if (url.pathname === "/claves") {
      res.writeHead(200, { "content-type": "application/json" });
      res.end(JSON.stringify(preguntadas));
      return;
    }
    if (url.pathname === "/tx/v1/webhook/public-key") {
      const id = url.searchParams.get("id");
      preguntadas.push(id);
      if (!claves.has(id)) {
        // Of the simulator: it makes one up for every id.
        const r = await reenviar(req, cuerpo);
        res.writeHead(r.status, { "content-type": "application/json" });
        res.end(r.cuerpo);
        return;
      }
      const key = claves.get(id);
      res.writeHead(key === null ? 404 : key === "500" ? 500 : 200, {
        "content-type": "application/json",
      });
      res.end(JSON.stringify(key === null || key === "500" ? { message: "no" } : { id, key }));
      return;
    }
    if (url.pathname === "/levantadas") {
      const para = url.searchParams.get("para");
      res.writeHead(200, { "content-type": "application/json" });
      res.end(JSON.stringify(levantadas.filter((l) => l.para === para).map((l) => l.lista)));
      return;
    }
    const [, quitada] =
      /^\/tx\/v1\/suppression-list\/recipients\/([^/]+)$/.exec(url.pathname) ?? [];
    if (quitada && req.method === "DELETE") {
      const lista = url.searchParams.get("source");
      levantadas.push({ para: decodeURIComponent(quitada), lista });
      res.writeHead(204);
      res.end();
      return;
    }
    const mensaje = JSON.parse(cuerpo.toString("utf8"));
    const para = mensaje.personalizations[0].to[0].email;
    const [, orden = "", veces = "0"] = instruccion(para) ?? [];
    const quien = orden === "azar" ? mensaje.campaign_id : para;
    const vez = (pedidos.get(quien) ?? 0) + 1;
    pedidos.set(quien, vez);
    const modo = orden === "azar" ? (azarDe(`${quien}-${vez}`) ?? "") : orden;
    const falla = orden === "azar" ? modo !== "" : vez <= Number(veces);
    if (falla && /^\d+$/.test(modo)) {
      res.writeHead(Number(modo), { "content-type": "application/json" });
      res.end(JSON.stringify({ message: `simulated ${modo}` }));
      return;
    }
    if (falla && modo === "calla") return;
    const respuesta = await reenviar(req, cuerpo);
    if (respuesta.status === 200) recibidos.push(mensaje);
    if (falla && modo === "cuelga") return;
    if (falla && modo === "corta") {
      req.socket.destroy();
      return;
    }
    res.writeHead(respuesta.status, { "content-type": "application/json" });
    res.end(falla && modo === "basura" ? "<html>" : respuesta.cuerpo);
  });
  await new Promise((listo) => servidor.listen(0, "127.0.0.1", listo));
  proyecto.provide("proveedor", `http://127.0.0.1:${servidor.address().port}`);

  return async () => {
    servidor.closeAllConnections();
    await new Promise((listo) => servidor.close(listo));
    await sim.close();
  };
}
