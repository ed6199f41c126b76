import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Usuario } from "../../contract/acciones.ts";
import type { Reclamo } from "../../contract/esquemas/reclamos.ts";
import { asignarReclamo } from "../domain/reclamos/asignar.ts";
import { crearReclamo } from "../domain/reclamos/crear.ts";
import { iniciarReclamo } from "../domain/reclamos/iniciar.ts";
import { rechazarReclamo } from "../domain/reclamos/rechazar.ts";
import { resolverReclamo } from "../domain/reclamos/resolver.ts";
import { sumarseAReclamo } from "../domain/reclamos/seguir.ts";
import { tokenDe } from "../testing/api.ts";
import { abrirCliente, type Cliente, ingresarCon } from "../testing/cliente.ts";
import { CATEGORIA, LIMITE, TRIANGULO } from "../testing/cuerpos.ts";
import {
  AHORA,
  type Ciudad,
  crearFoto,
  crearMunicipio,
  crearUsuario,
  ctxDe,
  db,
  PUNTO,
  pedidoDe,
} from "../testing/fabrica.ts";
import { crearApp } from "./app.ts";

/** Who asks, in the order of a row's statuses. */
const QUIENES = [
  "nadie",
  "creador",
  "seguidor",
  "otro",
  "equipo",
  "otra_cuadrilla",
  "supervisor",
  "admin",
] as const;
/** Two more, whose answers follow from a column's: who is blocked is nobody, and who did not prove the address is a vecino. */
const COMO_OTROS = { bloqueado: "nadie", sin_verificar: "otro" } as const;
type Derivado = keyof typeof COMO_OTROS;
const TODOS = [...QUIENES, "bloqueado", "sin_verificar"] as const;
type Quien = (typeof TODOS)[number];
type En = "nuevo" | "asignado" | "en_proceso" | "resuelto" | "rechazado";

type Fila = {
  /** Expected statuses, one for each of QUIENES. */
  esperado: string;
  /** Where one of the two others is answered differently than the column it follows. */
  salvo?: Partial<Record<Derivado, string>>;
  /** The path with a fresh reclamo in it. */
  ruta?: (r: Reclamo, yo: Usuario | null) => string | Promise<string>;
  cuerpo?: (r: Reclamo, yo: Usuario | null) => unknown;
  /** The estado that the reclamo is in. */
  en?: En;
  /** Says that it may be cached: everything else must be no-store. */
  publica?: true;
};

const LARGO = "Un texto que alcanza para cualquier motivo.";
let ciudad: Ciudad;
let n = 0;
const unico = () => `Nombre ${++n}`;
const categoria = () => ({ ...CATEGORIA, nombre: unico() });
/** One row for each route; a route without a row fails the build. nadie creador seguidor otro equipo otra supervisor admin. */
const MATRIZ: Record<string, Fila> = {
  "POST /api/auth/register": { esperado: "422 422 422 422 422 422 422 422", cuerpo: () => ({}) },
  "POST /api/auth/login": { esperado: "415 415 415 415 415 415 415 415", cuerpo: () => ({}) },
  "GET /api/auth/me": { esperado: "401 200 200 200 200 200 200 200" },
  "GET /api/auth/quien": { esperado: "200 200 200 200 200 200 200 200" },
  "PUT /api/auth/me": {
    esperado: "401 200 200 200 200 200 200 200",
    cuerpo: () => ({ nombre: "Ana", apellido: "Paz" }),
  },
  "POST /api/auth/password": {
    esperado: "401 422 422 422 422 422 422 422",
    cuerpo: () => ({ actual: "no es esta", nueva: "Otra-2026-distinta" }),
  },
  "POST /api/auth/enlace": {
    esperado: "200 200 200 200 200 200 200 200",
    cuerpo: () => ({ que: "recuperar", email: "nadie@prueba.example" }),
  },
  "POST /api/auth/enlace/ver": {
    esperado: "410 410 410 410 410 410 410 410",
    cuerpo: () => ({ token: "no es de nadie" }),
  },
  "POST /api/auth/enlace/usar": {
    esperado: "410 410 410 410 410 410 410 410",
    cuerpo: () => ({ token: "no es de nadie" }),
  },
  "POST /api/auth/verificar": { esperado: "401 200 200 200 200 200 200 200" },
  "POST /api/auth/correo": {
    esperado: "401 422 422 422 422 422 422 422",
    cuerpo: () => ({ email: `${unico().replace(" ", "")}@prueba.example` }),
  },
  "GET /api/auth/sesiones": { esperado: "401 200 200 200 200 200 200 200" },
  "DELETE /api/auth/sesiones": { esperado: "401 200 200 200 200 200 200 200" },
  "DELETE /api/auth/sesiones/:id": {
    esperado: "401 404 404 404 404 404 404 404",
    ruta: () => "/api/auth/sesiones/999999",
  },
  "POST /api/auth/logout": { esperado: "204 204 204 204 204 204 204 204" },
  "GET /api/auth/segundo-factor": { esperado: "401 200 200 200 200 200 200 200" },
  // The password is asked for again (routes/segundo.test.ts).
  "POST /api/auth/segundo-factor": {
    esperado: "401 422 422 422 422 422 422 422",
    cuerpo: () => ({}),
  },
  "POST /api/auth/segundo-factor/activar": {
    esperado: "401 409 409 409 409 409 409 409",
    cuerpo: () => ({ codigo: "mal" }),
  },
  "POST /api/auth/segundo-factor/codigos": {
    esperado: "401 409 409 409 409 409 409 409",
    cuerpo: () => ({ codigo: "123456" }),
  },
  "POST /api/auth/segundo-factor/quitar": {
    esperado: "401 204 204 204 204 204 204 204",
    cuerpo: () => ({ codigo: "123456" }),
  },
  "POST /api/usuarios/:id/segundo-factor/restablecer": {
    esperado: "401 403 403 403 403 403 403 409",
    ruta: async () => `/api/usuarios/${(await crearUsuario()).id}/segundo-factor/restablecer`,
  },
  "GET /api/reclamos": { esperado: "401 200 200 200 200 200 200 200" },
  "POST /api/reclamos": {
    esperado: "401 201 201 201 403 403 201 201",
    cuerpo: () => pedidoDe(ciudad),
  },
  "GET /api/reclamos/conteos": { esperado: "401 403 403 403 200 200 200 200" },
  "POST /api/reclamos/lote": {
    esperado: "401 403 403 403 403 403 200 200",
    cuerpo: (r) => ({
      accion: "priorizar",
      prioridad: "alta",
      items: [{ id: r.id, version: r.version }],
    }),
  },
  "GET /api/reclamos/:id/sugerencias": { esperado: "401 403 403 403 403 403 200 200" },
  "GET /api/reclamos/similares": {
    esperado: "200 200 200 200 200 200 200 200",
    ruta: () => `/api/reclamos/similares?lat=${PUNTO.lat}&lng=${PUNTO.lng}&categoria=1`,
  },
  "GET /api/reclamos/:ref": { esperado: "401 200 200 404 200 404 200 200" },
  "PUT /api/reclamos/:ref": {
    esperado: "401 200 403 404 404 404 403 403",
    en: "nuevo",
    cuerpo: (r) => ({
      titulo: "Otro título",
      descripcion: LARGO,
      direccion: "Mitre 1",
      version: r.version,
    }),
  },
  "GET /api/reclamos/:ref/historial": { esperado: "401 200 200 404 200 404 200 200" },
  "GET /api/reclamos/:id/entregas": { esperado: "401 403 403 403 403 403 200 200" },
  "POST /api/reclamos/:ref/asignar": {
    esperado: "401 403 403 404 403 404 200 200",
    cuerpo: (r) => ({
      cuadrilla_id: ciudad.cuadrillas.vialidad,
      motivo: LARGO,
      version: r.version,
    }),
  },
  "POST /api/reclamos/:ref/iniciar": {
    esperado: "401 403 403 404 200 404 200 200",
    cuerpo: (r) => ({ version: r.version }),
  },
  "POST /api/reclamos/:ref/resolver": {
    esperado: "401 403 403 404 200 404 200 200",
    en: "en_proceso",
    cuerpo: (r) => ({ solucion: LARGO, version: r.version }),
  },
  "POST /api/reclamos/:ref/devolver": {
    esperado: "401 403 403 404 200 404 200 200",
    cuerpo: (r) => ({ motivo: LARGO, version: r.version }),
  },
  "POST /api/reclamos/:ref/rechazar": {
    esperado: "401 403 403 404 403 404 200 200",
    cuerpo: (r) => ({ motivo: "otro", texto: LARGO, version: r.version }),
  },
  "POST /api/reclamos/:ref/reabrir": {
    esperado: "401 200 200 404 403 404 200 200",
    en: "resuelto",
    cuerpo: (r) => ({ comentario: LARGO, version: r.version }),
  },
  "POST /api/reclamos/:ref/confirmar": {
    esperado: "401 200 403 404 403 404 403 403",
    en: "resuelto",
    cuerpo: () => ({ conforme: true, estrellas: 5 }),
  },
  "POST /api/reclamos/:ref/comentar": {
    esperado: "401 200 200 404 200 404 200 200",
    cuerpo: () => ({ texto: LARGO }),
  },
  "POST /api/reclamos/:ref/sumarse": {
    esperado: "401 403 409 200 403 403 403 403",
    ruta: (r) => `/api/reclamos/${r.codigo}/sumarse`,
    cuerpo: () => ({}),
  },
  "POST /api/reclamos/:ref/dejar": {
    esperado: "401 403 200 404 403 404 403 403",
    cuerpo: () => ({}),
  },
  "POST /api/reclamos/:ref/priorizar": {
    esperado: "401 403 403 404 403 404 200 200",
    cuerpo: (r) => ({ prioridad: "alta", version: r.version }),
  },
  "POST /api/reclamos/:ref/reclasificar": {
    esperado: "401 403 403 404 403 404 200 200",
    cuerpo: (r) => ({
      categoria_id: ciudad.categorias.alumbrado,
      motivo: LARGO,
      version: r.version,
    }),
  },
  "POST /api/reclamos/:ref/moderar": {
    esperado: "401 403 403 404 403 404 200 200",
    cuerpo: (r) => ({ oculto: false, motivo: LARGO, version: r.version }),
  },
  "GET /api/mapa": {
    esperado: "401 403 403 403 403 403 200 200",
    ruta: () => "/api/mapa?bbox=-58.4,-34.6,-58.38,-34.58&zoom=14",
  },
  "GET /api/mapa/area": {
    esperado: "401 403 403 403 403 403 200 200",
    ruta: () => "/api/mapa/area?bbox=-58.4,-34.6,-58.38,-34.58",
  },
  "POST /api/reportes": {
    esperado: "422 422 422 422 422 422 422 422",
    cuerpo: () => new FormData(),
  },
  "POST /api/fotos": {
    esperado: "401 415 415 415 415 415 415 415",
    cuerpo: () => {
      const formulario = new FormData();
      formulario.set("foto", new File(["no es una foto"], "foto.jpg", { type: "image/jpeg" }));
      return formulario;
    },
  },
  "GET /api/fotos/:id": {
    esperado: "404 404 404 404 404 404 404 404",
    ruta: async () => `/api/fotos/${await crearFoto(await crearUsuario())}`,
  },
  "GET /api/exportar/reclamos.csv": { esperado: "401 403 403 403 403 403 200 200" },
  "GET /api/avisos": { esperado: "401 200 200 200 200 200 200 200" },
  "POST /api/avisos/leidos": {
    esperado: "401 200 200 200 200 200 200 200",
    cuerpo: () => ({ hasta: 0 }),
  },
  "GET /api/avisos/preferencias": { esperado: "401 200 200 200 200 200 200 200" },
  "PUT /api/avisos/preferencias": {
    esperado: "401 200 200 200 200 200 200 200",
    cuerpo: () => ({ items: [] }),
  },
  "GET /api/anuncios": { esperado: "401 403 403 403 403 403 403 200" },
  "GET /api/anuncios/:id": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/anuncios/999999",
  },
  "PUT /api/anuncios/:id": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/anuncios/999999",
    cuerpo: () => ({ titulo: "Corte de agua", texto: LARGO, version: 1 }),
  },
  "PUT /api/anuncios/:id/vencimiento": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/anuncios/999999/vencimiento",
    cuerpo: () => ({ vence_en: "2030-01-01T12:00:00Z", version: 1 }),
  },
  "POST /api/anuncios/:id/terminar": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/anuncios/999999/terminar",
  },
  "POST /api/anuncios": {
    esperado: "401 403 403 403 403 403 403 201",
    cuerpo: () => ({ titulo: "Corte de agua", texto: LARGO, rol: "admin" }),
  },
  "GET /api/categorias": { esperado: "200 200 200 200 200 200 200 200" },
  "POST /api/categorias": { esperado: "401 403 403 403 403 403 403 201", cuerpo: categoria },
  "POST /api/categorias/usuales": { esperado: "401 403 403 403 403 403 403 201" },
  "PUT /api/categorias/:id": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: () => "/api/categorias/1",
    cuerpo: categoria,
  },
  "GET /api/zonas": { esperado: "200 200 200 200 200 200 200 200" },
  "POST /api/zonas": {
    esperado: "401 403 403 403 403 403 403 201",
    cuerpo: () => ({ nombre: unico(), poligono: TRIANGULO, activa: false }),
  },
  "PUT /api/zonas/:id": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: () => "/api/zonas/2",
    cuerpo: () => ({ nombre: unico(), poligono: TRIANGULO, activa: false }),
  },
  "GET /api/cuadrillas": { esperado: "401 403 403 403 200 200 200 200" },
  "POST /api/cuadrillas": {
    esperado: "401 403 403 403 403 403 403 201",
    cuerpo: () => ({ nombre: unico() }),
  },
  "PUT /api/cuadrillas/:id": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: () => `/api/cuadrillas/${ciudad.cuadrillas.inactiva}`,
    cuerpo: () => ({ nombre: unico(), activa: false }),
  },
  "GET /api/plazos": { esperado: "401 200 200 200 200 200 200 200" },
  "PUT /api/plazos/:categoria_id": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: () => "/api/plazos/1",
    cuerpo: () => ({ horas_normal: 240, horas_urgente: 72 }),
  },
  "POST /api/personas/buscar": {
    esperado: "401 403 403 403 403 403 200 200",
    cuerpo: () => ({ telefono: "11 5555-0000" }),
  },
  "GET /api/usuarios": { esperado: "401 403 403 403 403 403 200 200" },
  "PUT /api/usuarios/:id": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: async () => `/api/usuarios/${(await crearUsuario()).id}`,
    cuerpo: () => ({ bloqueado: true }),
  },
  "POST /api/correos/novedades": {
    // The provider's alone: nobody else can sign.
    esperado: "403 403 403 403 403 403 403 403",
    cuerpo: () => [{ event: "delivered" }],
  },
  "GET /api/avisos/casilla": { esperado: "401 200 200 200 200 200 200 200" },
  "POST /api/avisos/casilla": { esperado: "401 200 200 200 200 200 200 200" },
  "GET /api/invitaciones": { esperado: "401 403 403 403 403 403 403 200" },
  "POST /api/invitaciones": {
    esperado: "401 403 403 403 403 403 403 201",
    cuerpo: () => ({
      nombre: "Eva",
      apellido: "Luna",
      email: `invitada${++n}@villa.example`,
      rol: "supervisor",
    }),
  },
  "POST /api/invitaciones/:id/reenviar": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/invitaciones/999999/reenviar",
  },
  "POST /api/invitaciones/:id/retirar": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/invitaciones/999999/retirar",
  },
  "GET /api/correos": { esperado: "401 403 403 403 403 403 403 200" },
  "GET /api/correos/:id": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/correos/999999",
  },
  "GET /api/correos/:id/vista": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/correos/999999/vista",
  },
  "POST /api/correos/:id/reenviar": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/correos/999999/reenviar",
    cuerpo: () => ({}),
  },
  "GET /api/mis-datos": { esperado: "401 200 200 200 200 200 200 200" },
  "GET /api/mis-datos/planilla.csv": { esperado: "401 200 200 200 200 200 200 200" },
  "POST /api/mis-datos/borrar": {
    esperado: "401 422 422 422 409 409 409 409",
    cuerpo: () => ({ confirmo: "otra@prueba.example" }),
  },
  "GET /api/auditoria": { esperado: "401 403 403 403 403 403 403 200" },
  "GET /api/municipio": { esperado: "401 403 403 403 403 403 200 200" },
  "GET /api/municipio/avance": { esperado: "401 403 403 403 403 403 403 200" },
  "PUT /api/municipio": {
    esperado: "401 403 403 403 403 403 403 200",
    cuerpo: () => ({
      nombre: "Villa Prueba",
      limite: LIMITE,
      ...PUNTO,
      reclamos_por_dia: 5,
      color_principal: null,
      color_acento: null,
    }),
  },
  "GET /api/plantillas": { esperado: "401 403 403 403 200 200 200 200" },
  "POST /api/plantillas": {
    esperado: "401 403 403 403 403 403 403 201",
    cuerpo: () => ({ titulo: unico(), texto: LARGO, accion: null }),
  },
  "PUT /api/plantillas/:id": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/plantillas/999999",
    cuerpo: () => ({ titulo: unico(), texto: LARGO, accion: null }),
  },
  "DELETE /api/plantillas/:id": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/plantillas/999999",
  },
  "GET /api/estadisticas": { esperado: "401 403 403 403 403 403 200 200" },
  "GET /api/publico/portada": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/estadisticas": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/estadisticas.geojson": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/estadisticas.csv": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/municipio": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/municipio/limite": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/municipio/colores.css": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/municipio/logo": { esperado: "404 404 404 404 404 404 404 404" },
  "GET /api/publico/reclamos.geojson": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/publico/mapa": {
    esperado: "200 200 200 200 200 200 200 200",
    ruta: () => "/api/publico/mapa?bbox=-58.4,-34.6,-58.38,-34.58&zoom=15",
    publica: true,
  },
  "GET /api/publico/mapa/lista": {
    esperado: "200 200 200 200 200 200 200 200",
    ruta: () => "/api/publico/mapa/lista?bbox=-58.4,-34.6,-58.38,-34.58&zoom=15",
    publica: true,
  },
  "GET /api/publico/reclamos/:codigo": {
    esperado: "200 200 200 200 200 200 200 200",
    ruta: (r) => `/api/publico/reclamos/${r.codigo}`,
    publica: true,
  },
  "POST /api/ws/boleto": { esperado: "401 200 200 200 200 200 200 200" },
  "GET /api/salud": { esperado: "401 403 403 403 403 403 403 200" },
  "POST /api/salud/eventos/:id/reintentar": {
    esperado: "401 403 403 403 403 403 403 404",
    ruta: () => "/api/salud/eventos/999999/reintentar",
  },
  "GET /api/salud/:lista": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: () => "/api/salud/correos",
  },
  "POST /api/salud/:lista/reintentar": {
    esperado: "401 403 403 403 403 403 403 200",
    ruta: () => "/api/salud/aparcados/reintentar",
    cuerpo: () => ({ ids: [] }),
  },
  "GET /.well-known/security.txt": {
    esperado: "200 200 200 200 200 200 200 200",
    publica: true,
  },
  "GET /api/health": { esperado: "200 200 200 200 200 200 200 200", ruta: () => "/api/health" },
  "GET /ws/:token": {
    esperado: "426 426 426 426 426 426 426 426",
    ruta: () => "/ws/no-es-un-token",
  },
  "GET /api/ws": { esperado: "426 426 426 426 426 426 426 426" },
  "GET /api/openapi.json": { esperado: "200 200 200 200 200 200 200 200", publica: true },
  "GET /api/docs": { esperado: "200 200 200 200 200 200 200 200", publica: true },
};

const app = crearApp({ despachar() {}, denunciar() {} });
const rutas = [
  ...new Set(
    app.routes
      .filter((r) => r.method !== "ALL" && !r.path.includes("*"))
      .map((r) => `${r.method} ${r.path.replace(/(.)\/$/, "$1")}`),
  ),
];

const personas = {} as Record<Quien, Usuario | null>;
const clientes = {} as Record<Quien, Cliente>;

beforeAll(async () => {
  ciudad = await crearMunicipio();
  personas.nadie = null;
  personas.equipo = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.vialidad });
  personas.otra_cuadrilla = await crearUsuario("cuadrilla", { cuadrillaId: ciudad.cuadrillas.luz });
  personas.supervisor = await crearUsuario("supervisor");
  personas.admin = await crearUsuario("admin");
  personas.bloqueado = await crearUsuario("admin", { bloqueadoEn: AHORA });
});

/** Vecinos are new for each row, so that no daily limit is in the way; the others too, so that no other limit is. */
async function gente(): Promise<void> {
  for (const quien of ["creador", "seguidor", "otro", "sin_verificar"] as const)
    personas[quien] = await crearUsuario();
  await db.run(
    sql`UPDATE usuarios SET email_verificado = 0 WHERE id = ${personas.sin_verificar?.id}`,
  );
  for (const quien of TODOS) {
    const yo = personas[quien];
    // More rows than one person may ask in a minute.
    clientes[quien] = yo
      ? abrirCliente({ token: await tokenDe(yo), incansable: true })
      : abrirCliente();
  }
  // Everyone signs in with a password, which nobody here knows.
  await db.run(sql`INSERT INTO cuentas (usuario_id, cuenta_externa, proveedor, contrasena, creado_en, actualizado_en)
    SELECT id, id, 'credential', 'x', 0, 0 FROM usuarios WHERE id NOT IN (SELECT usuario_id FROM cuentas)`);
}

const DIA = 86_400;

/** @param dias after the first: each on a day of its own, for the daily limit */
async function reclamoEn(estado: En, dias: number): Promise<Reclamo> {
  const { creador, seguidor, supervisor, equipo } = personas as Record<Quien, Usuario>;
  let r = await crearReclamo(ctxDe(creador, { ahora: AHORA + dias * DIA }), pedidoDe(ciudad));
  await sumarseAReclamo(ctxDe(seguidor), r.codigo);
  if (estado === "nuevo") return r;
  r = await asignarReclamo(ctxDe(supervisor), r.id, {
    cuadrilla_id: ciudad.cuadrillas.vialidad,
    version: r.version,
  });
  if (estado === "asignado") return r;
  if (estado === "rechazado")
    return rechazarReclamo(ctxDe(supervisor), r.id, {
      motivo: "otro",
      texto: LARGO,
      version: r.version,
    });
  r = await iniciarReclamo(ctxDe(equipo), r.id, { version: r.version });
  if (estado === "en_proceso") return r;
  const ahora = Math.floor(Date.now() / 1000);
  return resolverReclamo(ctxDe(equipo, { ahora }), r.id, { solucion: LARGO, version: r.version });
}

describe("the permission matrix", () => {
  it("has a row for each route of the router, and no other", () => {
    expect(Object.keys(MATRIZ).sort()).toEqual(rutas.sort());
  });

  for (const [nombre, fila] of Object.entries(MATRIZ)) {
    const [metodo = "", patron = ""] = nombre.split(" ");
    it(`${nombre} answers ${fila.esperado}`, async () => {
      const dados: string[] = [];
      await gente();
      let r = await reclamoEn(fila.en ?? "asignado", 0);
      for (const [i, quien] of TODOS.entries()) {
        // A fresh reclamo for each who may change it: nothing one of them did changes what the next may.
        if (metodo !== "GET" && i > 0) r = await reclamoEn(fila.en ?? "asignado", i);
        const yo = personas[quien];
        const ruta = fila.ruta
          ? await fila.ruta(r, yo)
          : patron.replace(/:(ref|id)(?=\/|$)/, String(r.id));
        const { status, headers } = await clientes[quien].pedir(metodo, ruta, fila.cuerpo?.(r, yo));
        dados.push(String(status));
        const cache = headers.get("Cache-Control");
        if (fila.publica) expect(cache).toMatch(/^public, max-age=\d+$/);
        else expect(cache).toMatch(/no-store/);
      }
      const columnas = fila.esperado.split(" ");
      const derivadas = Object.entries(COMO_OTROS).map(
        ([quien, como]) => fila.salvo?.[quien as Derivado] ?? columnas[QUIENES.indexOf(como)],
      );
      expect(dados.join(" ")).toBe([...columnas, ...derivadas].join(" "));
    });
  }
});

/**
 * A browser's warm cookie says for a minute who was signed in: nothing that is somebody's may open by it when the account was
 * blocked, or lost its role, meanwhile.
 */
describe.each([
  ["blocked", sql`UPDATE usuarios SET bloqueado_en = 1 WHERE email =`],
  ["made a vecino", sql`UPDATE usuarios SET rol = 'vecino' WHERE email =`],
])("an admin who was just %s, with a cookie from before", (que, cambio) => {
  it("opens nothing on any route", async () => {
    const email = `recien-${que.length}@prueba.example`;
    const cliente = abrirCliente({ incansable: true });
    const password = "Baldosa123!";
    await cliente.pedir("POST", "/api/auth/register", {
      email,
      password,
      nombre: "A",
      apellido: "B",
    });
    await db.run(sql`UPDATE usuarios SET rol = 'admin' WHERE email = ${email}`);
    await ingresarCon(cliente, email, password);
    expect((await cliente.pedir("GET", "/api/usuarios")).status).toBe(200);
    await gente();
    const r = await reclamoEn("asignado", 0);
    const yo = personas.admin;
    await db.run(sql`${cambio} ${email}`);
    const abiertas: string[] = [];
    for (const [nombre, fila] of Object.entries(MATRIZ)) {
      if (!fila.esperado.startsWith("401")) continue;
      const [metodo = "", patron = ""] = nombre.split(" ");
      const ruta = fila.ruta
        ? await fila.ruta(r, yo)
        : patron.replace(/:(ref|id)(?=\/|$)/, String(r.id));
      const { status } = await cliente.pedir(metodo, ruta, fila.cuerpo?.(r, yo));
      if (status < 400) abiertas.push(`${nombre}: ${status}`);
    }
    expect(abiertas).toEqual([]);
  }, 60_000);
});
