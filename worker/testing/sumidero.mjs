// Where Sentry's events arrive in the tests: a server that keeps what it gets. Tests find it by inject("sumidero").
import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";

export default async function setup(proyecto) {
  const recibidos = [];
  const servidor = createServer(async (req, res) => {
    if (req.method === "GET") {
      res.writeHead(200, { "content-type": "application/json" });
      res.end(JSON.stringify(recibidos));
      return;
    }
    const partes = [];
    for await (const parte of req) partes.push(parte);
    const cuerpo = Buffer.concat(partes);
    const texto = (
      req.headers["content-encoding"] === "gzip" ? gunzipSync(cuerpo) : cuerpo
    ).toString("utf8");
    recibidos.push(texto);
    res.writeHead(200, { "content-type": "application/json" });
    res.end("{}");
  });
  await new Promise((listo) => servidor.listen(0, "127.0.0.1", listo));
  proyecto.provide("sumidero", `http://127.0.0.1:${servidor.address().port}`);
  return () => new Promise((listo) => servidor.close(listo));
}
