import type { Page } from "@playwright/test";
import type { Clave } from "../../web/e2e/soporte/gente.ts";

/** What of the demo town the pictures show. */
export type Muestras = { abierto: Muestra; resuelto: Muestra; ajeno: Muestra; correo: number };
export type Muestra = { id: number; codigo: string };

export type Pantalla = {
  /** Its file's name. */
  nombre: string;
  ruta: string | ((m: Muestras) => string);
  /** What is done once it is there. */
  hacer?: (p: Page) => Promise<unknown>;
};

const lugar = async (p: Page) => {
  await p.getByLabel("Dirección o referencia").fill("Plaza frente a la escuela 14");
  await p.getByRole("button", { name: "Seguir", exact: true }).click();
};
const que = async (p: Page) => {
  await lugar(p);
  await p.getByText("Limpieza", { exact: true }).click();
};
const contar = async (p: Page) => {
  await que(p);
  await p.getByLabel("¿Qué pasa?").fill("Hay un microbasural que crece cada semana.");
};
const mesa = (p: Page) => p.getByRole("region", { name: "El reclamo abierto" });

/** Every screen, by who sees it; null is anyone. */
export const PANTALLAS: readonly { quien: Clave | null; pantallas: readonly Pantalla[] }[] = [
  {
    quien: null,
    pantallas: [
      { nombre: "inicio", ruta: "/" },
      { nombre: "mapa", ruta: "/mapa" },
      { nombre: "transparencia", ruta: "/transparencia" },
      { nombre: "ingresar", ruta: "/ingresar" },
      { nombre: "ingresar-enlace", ruta: "/ingresar/enlace" },
      { nombre: "recuperar", ruta: "/recuperar" },
      { nombre: "registrarse", ruta: "/registrarse" },
      { nombre: "sin-senal", ruta: "/sin-senal" },
      { nombre: "no-encontrada", ruta: "/no-existe" },
      { nombre: "componentes", ruta: "/dev/components" },
    ],
  },
  {
    quien: "vecina",
    pantallas: [
      { nombre: "reportar-foto", ruta: "/reportar" },
      { nombre: "reportar-lugar", ruta: "/reportar?paso=lugar" },
      { nombre: "reportar-que", ruta: "/reportar?paso=lugar", hacer: lugar },
      { nombre: "reportar-contar", ruta: "/reportar?paso=lugar", hacer: que },
      {
        nombre: "reportar-revisar",
        ruta: "/reportar?paso=lugar",
        hacer: async (p) => {
          await contar(p);
          await p.getByRole("button", { name: "Seguir", exact: true }).click();
        },
      },
      { nombre: "seguimiento-abierto", ruta: (m) => `/r/${m.abierto.codigo}` },
      { nombre: "seguimiento-resuelto", ruta: (m) => `/r/${m.resuelto.codigo}` },
      { nombre: "mis-reclamos", ruta: "/mis-reclamos" },
      { nombre: "avisos", ruta: "/avisos" },
      { nombre: "preferencias", ruta: "/avisos/preferencias" },
      { nombre: "perfil", ruta: "/perfil" },
    ],
  },
  {
    quien: "cuadrilla",
    pantallas: [
      { nombre: "campo", ruta: "/campo" },
      { nombre: "campo-trabajo", ruta: (m) => `/campo/${m.ajeno.id}` },
    ],
  },
  {
    quien: "supervisora",
    pantallas: [
      { nombre: "bandeja", ruta: "/gestion" },
      { nombre: "bandeja-reclamo", ruta: (m) => `/gestion/bandeja/${m.abierto.id}` },
      {
        nombre: "bandeja-asignar",
        ruta: (m) => `/gestion/bandeja/${m.abierto.id}`,
        hacer: (p) => mesa(p).getByRole("button", { name: "Asignar" }).click(),
      },
      {
        nombre: "bandeja-varios",
        ruta: "/gestion?estado=nuevo",
        hacer: async (p) => {
          const casillas = p.locator("[data-id] input[type=checkbox]");
          for (const n of [0, 1, 2]) await casillas.nth(n).check();
        },
      },
      { nombre: "tablero", ruta: "/gestion/tablero" },
      { nombre: "mapa-gestion", ruta: "/gestion/mapa" },
      { nombre: "panel", ruta: "/gestion/panel" },
      { nombre: "ventanilla", ruta: "/gestion/ventanilla" },
    ],
  },
  {
    quien: "admin",
    pantallas: [
      ...["empezar", "municipio", "categorias", "cuadrillas", "personas", "respuestas"].map(
        (seccion) => ({ nombre: `ciudad-${seccion}`, ruta: `/gestion/ciudad/${seccion}` }),
      ),
      { nombre: "ciudad-anuncios", ruta: "/gestion/ciudad/anuncios" },
      { nombre: "ciudad-correos", ruta: "/gestion/ciudad/correos" },
      { nombre: "ciudad-correo", ruta: (m) => `/gestion/ciudad/correos/${m.correo}` },
      { nombre: "ciudad-zonas", ruta: "/gestion/ciudad/zonas" },
      { nombre: "ciudad-auditoria", ruta: "/gestion/ciudad/auditoria" },
      { nombre: "salud", ruta: "/gestion/salud" },
    ],
  },
];

/** The README's six. */
export const MEJORES = [
  { nombre: "inicio", vista: "360-claro" },
  { nombre: "seguimiento-resuelto", vista: "360-oscuro" },
  { nombre: "campo", vista: "360-claro" },
  { nombre: "bandeja-reclamo", vista: "1280-claro" },
  { nombre: "tablero", vista: "1280-claro" },
  { nombre: "panel", vista: "1280-oscuro" },
] as const;
