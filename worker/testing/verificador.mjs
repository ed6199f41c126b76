// A local stand-in of Turnstile's siteverify, with Cloudflare's documented test keys and words
// (https://developers.cloudflare.com/turnstile/troubleshooting/testing/). Started once by vitest; tests find it by
// inject("verificador"). Any other secret is that of a real widget, and the token says what happens.
import { createServer } from "node:http";

const PASA = "1x0000000000000000000000000000000AA";
const FALLA = "2x0000000000000000000000000000000AA";
const GASTADO = "3x0000000000000000000000000000000AA";
const DE_PRUEBA = "XXXX.DUMMY.TOKEN.XXXX";

/** bien.ACCION.NOMBRE is a good one, otro.… one for another site, unavez.… one whose first answer is lost. */
const no = (...codigos) => ({ success: false, "error-codes": codigos });
const si = (mas) => ({
  success: true,
  "error-codes": [],
  challenge_ts: new Date().toISOString(),
  ...mas,
});

export default async function setup(proyecto) {
  const gastados = new Map();
  const pedidos = [];

  /** A key that asks again about its own token gets the same answer. */
  function gastar(token, clave) {
    const antes = gastados.get(token);
    if (antes !== undefined && (antes !== clave || !clave)) return false;
    gastados.set(token, clave);
    return true;
  }

  function contestar({ secret, response, idempotency_key }) {
    if (!secret) return no("missing-input-secret");
    if (!response) return no("missing-input-response");
    if (secret === PASA)
      return response === DE_PRUEBA
        ? si({ hostname: "example.com", action: "", metadata: { result_with_testing_key: true } })
        : no("invalid-input-response");
    if (secret === FALLA) return no("invalid-input-response");
    if (secret === GASTADO) return no("timeout-or-duplicate");
    if (secret !== "secreto-de-los-tests") return no("invalid-input-secret");
    const [que, accion] = response.split(".");
    const hostname = que === "otro" ? "otro.example" : "127.0.0.1";
    if (que === "vencido") return no("timeout-or-duplicate");
    if (!["bien", "otro", "unavez"].includes(que)) return no("invalid-input-response");
    if (!gastar(response, idempotency_key)) return no("timeout-or-duplicate");
    return si({ hostname, action: accion });
  }

  const servidor = createServer(async (req, res) => {
    const json = (status, cuerpo) => {
      res.writeHead(status, { "content-type": "application/json" });
      res.end(JSON.stringify(cuerpo));
    };
    if (req.method === "GET") return json(200, pedidos);
    const partes = [];
    for await (const parte of req) partes.push(parte);
    const pedido = JSON.parse(Buffer.concat(partes).toString("utf8"));
    const veces = pedidos.filter((p) => p.response === pedido.response).length;
    pedidos.push(pedido);
    const [que] = String(pedido.response).split(".");
    if (que === "500") return json(500, { message: "simulated" });
    if (que === "basura") {
      res.writeHead(200, { "content-type": "text/html" });
      return res.end("<html>");
    }
    if (que === "interno") return json(200, no("internal-error"));
    if (que === "calla") return;
    const respuesta = contestar(pedido);
    // Taken and spent, but its answer is lost the first time.
    if (que === "unavez" && veces === 0) return req.socket.destroy();
    json(200, respuesta);
  });
  await new Promise((listo) => servidor.listen(0, "127.0.0.1", listo));
  proyecto.provide("verificador", `http://127.0.0.1:${servidor.address().port}/siteverify`);
  return () => {
    servidor.closeAllConnections();
    return new Promise((listo) => servidor.close(listo));
  };
}
