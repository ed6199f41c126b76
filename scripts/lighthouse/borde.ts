import { createServer, request, type Server } from "node:http";
import { createGzip } from "node:zlib";

const TEXTO = /^(text\/|application\/(json|javascript|geo\+json|manifest\+json)|image\/svg)/;

/**
 * What the platform's edge does and the local server does not: text goes compressed. Listens on `puerto`
 * and asks `destino`, with the same host name, so that the site sees its own address.
 */
export function comprimir(puerto: number, destino: number, direccion: string): Promise<Server> {
  const servidor = createServer((pedido, respuesta) => {
    const ida = request(
      {
        host: direccion,
        port: destino,
        method: pedido.method,
        path: pedido.url,
        headers: pedido.headers,
      },
      (vuelta) => {
        const headers = { ...vuelta.headers };
        const texto = TEXTO.test(headers["content-type"] ?? "") && !headers["content-encoding"];
        if (!texto || !/gzip/.test(String(pedido.headers["accept-encoding"]))) {
          respuesta.writeHead(vuelta.statusCode ?? 502, headers);
          vuelta.pipe(respuesta);
          return;
        }
        delete headers["content-length"];
        respuesta.writeHead(vuelta.statusCode ?? 502, { ...headers, "content-encoding": "gzip" });
        vuelta.pipe(createGzip()).pipe(respuesta);
      },
    );
    ida.on("error", () => respuesta.destroy());
    pedido.pipe(ida);
  });
  return new Promise((listo) => servidor.listen(puerto, direccion, () => listo(servidor)));
}
