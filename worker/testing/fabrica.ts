import { env } from "cloudflare:workers";
import type { Usuario } from "../../contract/acciones.ts";
import type { Poligono } from "../../contract/esquemas/catalogos.ts";
import type { Rol } from "../../contract/vocabulario.ts";
import { hashPassword } from "../auth/password.ts";
import { abrirDb, type Db, schema } from "../db/client.ts";
import type { Ctx } from "../domain/contexto.ts";
import { crearReclamo, type Pedido } from "../domain/reclamos/crear.ts";

const s = schema;

export const db: Db = abrirDb(env.DB);
export const AHORA = 1_795_500_000;

const cuadrado = (lng: number, lat: number, lado: number): Poligono => ({
  type: "Polygon",
  coordinates: [
    [
      [lng, lat],
      [lng + lado, lat],
      [lng + lado, lat + lado],
      [lng, lat + lado],
      [lng, lat],
    ],
  ],
});

/** A point inside the test municipality, in zona Centro. */
export const PUNTO = { lat: -34.595, lng: -58.395 };
export const FUERA = { lat: -34.4, lng: -58.395 };

export type Ciudad = {
  categorias: { bacheo: number; alumbrado: number; privada: number; inactiva: number };
  cuadrillas: { vialidad: number; luz: number; inactiva: number };
  zona: number;
};

/** A small municipality: two zonas, four categorías, three cuadrillas. */
export async function crearMunicipio(): Promise<Ciudad> {
  await db.insert(s.municipio).values({
    id: 1,
    nombre: "Villa Prueba",
    limite: cuadrado(-58.4, -34.6, 0.02),
    ...PUNTO,
    reclamos_por_dia: 5,
    actualizado_en: AHORA,
  });
  const zonas = await db
    .insert(s.zonas)
    .values([
      { nombre: "Centro", poligono: cuadrado(-58.4, -34.6, 0.01) },
      { nombre: "Norte", poligono: cuadrado(-58.4, -34.59, 0.01) },
    ])
    .returning();
  const cats = await db
    .insert(s.categorias)
    .values([
      { nombre: "Bacheo", icono: "construction", color: "#8a5200" },
      { nombre: "Alumbrado", icono: "lightbulb", color: "#17518c" },
      { nombre: "Denuncias", icono: "lock", color: "#545d69", privada: true },
      { nombre: "Vieja", icono: "archive", color: "#545d69", activa: false },
    ])
    .returning();
  await db.insert(s.plazos).values(
    cats.map((c, i) => ({
      categoria_id: c.id,
      horas_normal: 240 - i * 24,
      horas_urgente: 72 - i * 12,
    })),
  );
  const cuads = await db
    .insert(s.cuadrillas)
    .values([{ nombre: "Vialidad 1" }, { nombre: "Luz 1" }, { nombre: "Disuelta", activa: false }])
    .returning();
  const [bacheo, alumbrado, privada, inactiva] = cats.map((c) => c.id) as [
    number,
    number,
    number,
    number,
  ];
  const [vialidad, luz, disuelta] = cuads.map((c) => c.id) as [number, number, number];
  return {
    categorias: { bacheo, alumbrado, privada, inactiva },
    cuadrillas: { vialidad, luz, inactiva: disuelta },
    zona: zonas[0]?.id as number,
  };
}

let cuenta = 0;

/** A person with an account, as an actor. */
export async function crearUsuario(
  rol: Rol = "vecino",
  mas: { cuadrillaId?: number | null; nombre?: string; email?: string; bloqueadoEn?: number } = {},
): Promise<Usuario & { email: string }> {
  cuenta += 1;
  const nombre = mas.nombre ?? `Persona${cuenta}`;
  const email = mas.email ?? `p${cuenta}@prueba.example`;
  const [p] = await db
    .insert(s.personas)
    .values({ nombre, apellido: "Prueba", email, telefono: "11 5555-0000", creado_en: AHORA })
    .returning();
  const fecha = new Date(AHORA * 1000);
  const [u] = await db
    .insert(s.usuarios)
    .values({
      personaId: p?.id as number,
      name: `${nombre} Prueba`,
      email,
      emailVerified: true,
      rol,
      cuadrillaId: mas.cuadrillaId ?? null,
      bloqueadoEn: mas.bloqueadoEn ?? null,
      createdAt: fecha,
      updatedAt: fecha,
    })
    .returning();
  return {
    tipo: "usuario",
    id: u?.id as number,
    personaId: p?.id as number,
    rol,
    cuadrillaId: mas.cuadrillaId ?? null,
    email,
  };
}

/** Made once for each password: it is slow on purpose. */
const digeridas = new Map<string, Promise<string>>();

/** Somebody who can sign in with that password. */
export async function crearConContrasena(contrasena: string, rol: Rol = "vecino") {
  const quien = await crearUsuario(rol);
  const password = digeridas.get(contrasena) ?? hashPassword(contrasena);
  digeridas.set(contrasena, password);
  const en = new Date(AHORA * 1000);
  await db.insert(s.cuentas).values({
    userId: quien.id,
    accountId: String(quien.id),
    providerId: "credential",
    password: await password,
    createdAt: en,
    updatedAt: en,
  });
  return quien;
}

/** A context to call a verb with. */
export const ctxDe = (actor: Ctx["actor"], mas: Partial<Ctx> = {}): Ctx => ({
  db,
  actor,
  ahora: AHORA,
  hechos: [],
  ...mas,
});

export const pedidoDe = (ciudad: Ciudad, mas: Partial<Pedido> = {}): Pedido => ({
  titulo: "Bache en Mitre",
  descripcion: "Un bache hondo frente al 1240, de noche no se ve.",
  categoria_id: ciudad.categorias.bacheo,
  direccion: "Mitre 1240",
  ...PUNTO,
  ...mas,
});

export const crearReclamoDe = (
  actor: Usuario,
  ciudad: Ciudad,
  mas: Partial<Pedido> = {},
  ctx: Partial<Ctx> = {},
) => crearReclamo(ctxDe(actor, ctx), pedidoDe(ciudad, mas));

/** A loose photo of this person's. */
export async function crearFoto(usuario: Usuario): Promise<number> {
  cuenta += 1;
  const [f] = await db
    .insert(s.fotos)
    .values({
      clave: `prueba-${cuenta}`,
      subida_por: usuario.id,
      ancho: 4,
      alto: 3,
      bytes: 100,
      creado_en: AHORA,
    })
    .returning();
  return f?.id as number;
}
