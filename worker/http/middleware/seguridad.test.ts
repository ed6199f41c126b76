import { expect, it } from "vitest";
import reglasDeAssets from "../../../web/public/_headers?raw";
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
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin");
    const permisos = headers.get("Permissions-Policy");
    expect(permisos).toContain("geolocation=(self)");
    expect(permisos).toContain("microphone=()");
  },
);

it("sends pages without a script or a style of their own", async () => {
  for (const ruta of ["/", "/reportar", "/ingresar", "/gestion"]) {
    const { cuerpo } = await abrirCliente().pedir<string>("GET", ruta);
    expect(cuerpo).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(cuerpo).not.toMatch(/<style|\sstyle=|\son\w+=/);
  }
});

it("guards what is served past the Worker no less", () => {
  const reglas = Object.fromEntries(
    reglasDeAssets.split(/^(?=\/)/m).map((bloque) => [bloque.split("\n")[0], bloque] as const),
  );
  for (const carpeta of ["/assets/*", "/demo/*"]) {
    const regla = reglas[carpeta] ?? "";
    expect(regla).toContain("X-Content-Type-Options: nosniff");
    expect(regla).toMatch(/Strict-Transport-Security: max-age=\d{7,}/);
    expect(regla).toMatch(/Content-Security-Policy: default-src 'none';.*frame-ancestors 'none'/);
    expect(regla).not.toMatch(/unsafe|https?:/);
  }
});

it("says whom to tell of a hole: RFC 9116", async () => {
  const { status, headers, cuerpo } = await abrirCliente({
    vars: { SECURITY_CONTACT: "mailto:seguridad@villa.example" },
  }).pedir<string>("GET", "/.well-known/security.txt");
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toMatch(/^text\/plain/);
  const campos = Object.fromEntries(
    cuerpo
      .trimEnd()
      .split("\n")
      .map((linea) => linea.split(/: (.*)/).slice(0, 2)),
  );
  expect(campos).toMatchObject({
    Contact: "mailto:seguridad@villa.example",
    Canonical: "http://127.0.0.1:8787/.well-known/security.txt",
  });
  const dias = (Date.parse(campos.Expires) - Date.now()) / 86_400_000;
  expect(dias).toBeGreaterThan(170);
  expect(dias).toBeLessThan(365);
});
