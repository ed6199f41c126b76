import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, expect, inject, test } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import { schema } from "../db/client.ts";
import { entornoDe } from "../env.ts";
import { AHORA, crearMunicipio, crearUsuario, db } from "../testing/fabrica.ts";
import { atenderCorreo } from "./job.ts";
import { levantarEnProveedor } from "./novedades.ts";
import { DESPEDIDA, llevaEnlace, PLANTILLAS_CUENTA } from "./templates/cuenta.ts";
import type { Mensaje } from "./transporte.ts";

const { correos, enlaces, supresiones } = schema;
const proveedor = inject("proveedor");
const entorno = entornoDe({
  ...env,
  MAILCHANNELS_API_KEY: "una-clave",
  MAILCHANNELS_BASE_URL: proveedor,
} as Env);

beforeAll(async () => {
  await crearMunicipio();
});

/** A mail about the account of somebody whose address has that against it, and what became of it. */
async function mandar(plantilla: string, tipo: "rebote" | "queja") {
  const quien: Usuario & { email: string } = await crearUsuario("vecino");
  await db.insert(supresiones).values({ email: quien.email, motivo: tipo, tipo, en: AHORA });
  const [enlace] = llevaEnlace(plantilla)
    ? await db
        .insert(enlaces)
        .values({
          huella: `${plantilla}-${quien.id}`,
          semilla: "s",
          que: "recuperar",
          usuario_id: quien.id,
          direccion: "d",
          creado_en: AHORA,
          vence_en: AHORA + 3600,
        })
        .returning()
    : [];
  const [fila] = await db
    .insert(correos)
    .values({
      persona_id: quien.personaId,
      plantilla,
      enlace_id: enlace?.id ?? null,
      para: quien.email,
      estado: "pendiente",
      creado_en: AHORA,
    })
    .returning();
  const salidos: Mensaje[] = [];
  const antes = await levantadas(quien.email);
  await atenderCorreo(
    {
      db,
      entorno,
      ahora: () => AHORA,
      transporte: {
        async enviar(m) {
          salidos.push(m);
          return { tipo: "enviado", proveedorId: "p", messageId: "<m>" };
        },
      },
    },
    fila?.id as number,
    1,
  );
  const [despues] = await db
    .select({ estado: correos.estado })
    .from(correos)
    .where(eq(correos.id, fila?.id as number));
  return {
    estado: despues?.estado,
    salidos: salidos.length,
    levantada: (await levantadas(quien.email)).slice(antes.length),
  };
}
/** From which of the provider's lists it was taken, each time. */
const levantadas = async (email: string): Promise<(string | null)[]> =>
  (await fetch(`${proveedor}/levantadas?para=${encodeURIComponent(email)}`)).json();

/** An invitation is nobody's own request, and the farewell goes whatever happens. */
const DE_LA_PERSONA = PLANTILLAS_CUENTA.filter((p) => p !== "enlace_invitacion" && p !== DESPEDIDA);

test.each(DE_LA_PERSONA)(
  "%s goes to who once called our mail spam, and the provider lets it",
  async (plantilla) => {
    expect(await mandar(plantilla, "queja")).toEqual({
      estado: "enviado",
      salidos: 1,
      levantada: ["spam_complaint"],
    });
  },
);

test.each(DE_LA_PERSONA)("%s does not go to an address that bounced", async (plantilla) => {
  expect(await mandar(plantilla, "rebote")).toEqual({
    estado: "suprimido",
    salidos: 0,
    levantada: [],
  });
});

test("an invitation, which they did not ask for, does not go to who complained", async () => {
  expect(await mandar("enlace_invitacion", "queja")).toMatchObject({
    estado: "suprimido",
    salidos: 0,
  });
});

test("who lets mail come again is taken off all of the provider's lists, not only off what we put there", async () => {
  await levantarEnProveedor(entorno, "a+b@otra.example", "all");
  expect(await levantadas("a+b@otra.example")).toEqual(["all"]);
});
