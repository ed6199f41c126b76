import { describe, expect, inject, it } from "vitest";
import { type OpcionesMailChannels, transporteMailChannels } from "./mailchannels.ts";
import type { Mensaje } from "./transporte.ts";

const proveedor = inject("proveedor");

const mensaje = (email: string): Mensaje => ({
  para: { email, nombre: "Ana\r\nBcc: otra@x.example" },
  asunto: "Hola",
  html: "<p>Hola</p>",
  texto: "Hola",
  referencia: "correo-1-abc",
  desuscribir: null,
  remitente: { nombre: null, responderA: null },
});

const transporte = (
  mas: Partial<Pick<OpcionesMailChannels, "baseUrl" | "limiteMs" | "dkim">> = {},
) =>
  transporteMailChannels({
    apiKey: "una-clave",
    baseUrl: mas.baseUrl ?? proveedor,
    de: { email: "reclamos@villabaldosa.example", nombre: "Villa Baldosa" },
    dkim: mas.dkim ?? null,
    ...(mas.limiteMs === undefined ? {} : { limiteMs: mas.limiteMs }),
  });

type Recibido = {
  subject: string;
  campaign_id: string;
  headers: Record<string, string>;
  from: { email: string; name: string };
  personalizations: { to: { email: string; name: string }[] }[];
  content: { type: string; value: string }[];
};
const recibidos = async (para: string): Promise<Recibido[]> =>
  (await fetch(`${proveedor}/recibidos?para=${para}`)).json();

describe("mailchannels", () => {
  it("hands the message to the provider and tells its ids", async () => {
    const r = await transporte().enviar(mensaje("ana@mc.example"));
    expect(r).toMatchObject({
      tipo: "enviado",
      proveedorId: expect.stringMatching(/^request_/),
      messageId: expect.stringMatching(/^<.+@.+>$/),
    });
    const [m, ...mas] = await recibidos("ana@mc.example");
    expect(mas).toEqual([]);
    expect(m).toMatchObject({
      subject: "Hola",
      campaign_id: "correo-1-abc",
      from: { email: "reclamos@villabaldosa.example", name: "Villa Baldosa" },
      headers: { "X-Baldosa-Ref": "correo-1-abc" },
      content: [
        { type: "text/plain", value: "Hola" },
        { type: "text/html", value: "<p>Hola</p>" },
      ],
    });
    expect(m?.headers).not.toHaveProperty("List-Unsubscribe");
  });

  it("lets no line end of a name into a header", async () => {
    await transporte().enviar(mensaje("renglon@mc.example"));
    const [m] = await recibidos("renglon@mc.example");
    expect(m?.personalizations[0]?.to[0]?.name).toBe("Ana Bcc: otra@x.example");
  });

  it("offers to unsubscribe where it may", async () => {
    await transporte().enviar({
      ...mensaje("baja@mc.example"),
      desuscribir: "https://b.example/avisos",
    });
    const [m] = await recibidos("baja@mc.example");
    expect(m?.headers["List-Unsubscribe"]).toBe("<https://b.example/avisos>");
    expect(m?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  it("writes as the municipality, signed, and lets an answer reach it", async () => {
    await transporte({
      dkim: { domain: "villabaldosa.example", selector: "mail", privateKey: "TExBVkU=" },
    }).enviar({
      ...mensaje("firma@mc.example"),
      remitente: { nombre: "Villa\r\nBcc: x@x.example", responderA: "hola@villabaldosa.example" },
    });
    const [m] = await recibidos("firma@mc.example");
    expect(m?.from).toEqual({
      email: "reclamos@villabaldosa.example",
      name: "Villa Bcc: x@x.example",
    });
    expect(m).toMatchObject({
      reply_to: { email: "hola@villabaldosa.example" },
      dkim_domain: "villabaldosa.example",
      dkim_selector: "mail",
      dkim_private_key: "TExBVkU=",
    });
  });

  it.each([
    ["429", "reintentar"],
    ["500", "reintentar"],
    ["503", "reintentar"],
    ["400", "rechazado"],
    ["401", "rechazado"],
    ["403", "rechazado"],
    ["521", "reintentar"],
    ["504", "incierto"],
    ["524", "incierto"],
  ])("takes a %s as %s", async (status, tipo) => {
    const para = `${status}.1.ana@mc.example`;
    expect(await transporte().enviar(mensaje(para))).toMatchObject({
      tipo,
      motivo: expect.stringContaining(`${status}: `),
    });
    expect(await recibidos(para)).toEqual([]);
  });

  it("does not know when the connection was lost after it was taken", async () => {
    expect(await transporte().enviar(mensaje("corta.1.ana@mc.example"))).toMatchObject({
      tipo: "incierto",
      motivo: "La conexión con el proveedor se cortó.",
    });
    expect(await recibidos("corta.1.ana@mc.example")).toHaveLength(1);
  });

  it("does not know when the answer never comes", async () => {
    const r = await transporte({ limiteMs: 300 }).enviar(mensaje("cuelga.1.ana@mc.example"));
    expect(r).toEqual({ tipo: "incierto", motivo: "El proveedor no contestó a tiempo." });
  });

  it("does not know when the answer is no answer", async () => {
    const r = await transporte().enviar(mensaje("basura.1.ana@mc.example"));
    expect(r.tipo).toBe("incierto");
  });

  it("cannot tell a refused connection from a lost one, and does not claim to know", async () => {
    const r = await transporte({ baseUrl: "http://127.0.0.1:1" }).enviar(mensaje("ana@mc.example"));
    expect(r.tipo).toBe("incierto");
  });

  it("gives up at once on an address that is none", async () => {
    expect(await transporte().enviar(mensaje("sin-arroba"))).toMatchObject({ tipo: "rechazado" });
  });
});
