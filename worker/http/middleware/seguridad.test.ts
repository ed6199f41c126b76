import { expect, it } from "vitest";
import { abrirCliente } from "../../testing/cliente.ts";

it.each(["/", "/ingresar", "/api/categorias", "/api/docs", "/no-hay", "/api/no-hay"])(
  "guards %s",
  async (ruta) => {
    const { headers } = await abrirCliente().pedir("GET", ruta);
    const csp = headers.get("Content-Security-Policy") ?? "";
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("script-src 'self'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Strict-Transport-Security")).toMatch(/max-age=\d{7,}/);
    expect(headers.get("Permissions-Policy")).toContain("geolocation=(self)");
  },
);

it("sends pages without a script or a style of their own", async () => {
  for (const ruta of ["/", "/reportar", "/ingresar", "/gestion"]) {
    const { cuerpo } = await abrirCliente().pedir<string>("GET", ruta);
    expect(cuerpo).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(cuerpo).not.toMatch(/<style|\sstyle=|\son\w+=/);
  }
});
