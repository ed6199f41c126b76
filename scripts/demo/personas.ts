import type { Rol } from "../../contract/vocabulario.ts";
import { azarDe } from "./azar.ts";
import { CUADRILLAS } from "./catalogo.ts";

export type PersonaDemo = {
  id: number;
  nombre: string;
  apellido: string;
  email: string | null;
  telefono: string | null;
  /** Null: someone the city talks to, who never made an account. */
  cuenta: { id: number; rol: Rol; cuadrilla_id: number | null } | null;
};
export type ConCuenta = PersonaDemo & { cuenta: NonNullable<PersonaDemo["cuenta"]>; email: string };

/** Everybody's password in the demonstration. */
export const CONTRASENA = "Baldosa123!";
const DOMINIO_CIUDAD = "villabaldosa.example";
const VECINOS = 42;
const VECINOS_CON_CUENTA = 30;

const NOMBRES = [
  "Lucía",
  "Mateo",
  "Valentina",
  "Joaquín",
  "Camila",
  "Tomás",
  "Sofía",
  "Nicolás",
  "Julieta",
  "Facundo",
  "Florencia",
  "Agustín",
  "Micaela",
  "Gonzalo",
  "Rocío",
  "Leandro",
  "Carolina",
  "Hernán",
  "Paula",
  "Diego",
  "Marta",
  "Roberto",
  "Graciela",
  "Osvaldo",
  "Norma",
  "Raúl",
  "Estela",
  "Héctor",
  "Mirta",
  "Jorge",
  "Delia",
  "Eduardo",
  "Beatriz",
  "Néstor",
  "Alicia",
  "Rubén",
  "Celeste",
  "Ezequiel",
  "Brenda",
  "Damián",
  "Yamila",
  "Walter",
  "Noelia",
  "Ramiro",
  "Vanesa",
  "Cristian",
  "Ayelén",
  "Maximiliano",
  "Daiana",
  "Lautaro",
  "Antonella",
  "Franco",
  "Jimena",
  "Iván",
  "Lorena",
  "Sergio",
  "Gisela",
  "Emanuel",
  "Pilar",
  "Bruno",
];
const APELLIDOS = [
  "Fernández",
  "Rodríguez",
  "Gómez",
  "Álvarez",
  "Benítez",
  "Medina",
  "Herrera",
  "Suárez",
  "Ojeda",
  "Ponce",
  "Villalba",
  "Coronel",
  "Maldonado",
  "Quiroga",
  "Bustos",
  "Ibarra",
  "Toledo",
  "Correa",
  "Peralta",
  "Figueroa",
  "Cabrera",
  "Godoy",
  "Luna",
  "Arce",
  "Vera",
  "Muñoz",
  "Paz",
  "Ferrari",
  "Bianchi",
  "Rossi",
  "Schmidt",
  "Kowalski",
  "Haddad",
  "Nakamura",
  "Zárate",
  "Olivera",
  "Barrios",
  "Duarte",
  "Leiva",
  "Salinas",
];

const enCorreo = (texto: string): string =>
  texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A name of its own for each index: the two lists have no common period under sixty. */
function llamar(indice: number): { nombre: string; apellido: string } {
  const nombre = NOMBRES[indice % NOMBRES.length] as string;
  const apellido = APELLIDOS[(indice * 7 + 3) % APELLIDOS.length] as string;
  return { nombre, apellido };
}

const MIEMBROS = [2, 3, 2, 3, 3, 2];

/** The ones whose names the loader prints: one per role, and a second vecino. */
const CONOCIDOS = [
  { clave: "vecina", nombre: "Ana", apellido: "Giménez", rol: "vecino", cuadrilla_id: null },
  { clave: "vecino2", nombre: "Martín", apellido: "Sosa", rol: "vecino", cuadrilla_id: null },
  { clave: "cuadrilla", nombre: "Ramón", apellido: "Acosta", rol: "cuadrilla", cuadrilla_id: 1 },
  {
    clave: "supervisora",
    nombre: "Silvia",
    apellido: "Ferreyra",
    rol: "supervisor",
    cuadrilla_id: null,
  },
  { clave: "admin", nombre: "Pablo", apellido: "Ledesma", rol: "admin", cuadrilla_id: null },
] as const;

function armar(): PersonaDemo[] {
  const azar = azarDe(20_25);
  const personas: PersonaDemo[] = [];
  let cuentas = 0;
  const telefono = (): string => `+54 3329 4${azar.entero(10_000, 99_999)}`;
  const sumar = (
    p: { nombre: string; apellido: string; email: string | null },
    cuenta: { rol: Rol; cuadrilla_id: number | null } | null,
  ) =>
    personas.push({
      id: personas.length + 1,
      ...p,
      telefono: azar.sucede(0.7) ? telefono() : null,
      cuenta: cuenta ? { id: ++cuentas, ...cuenta } : null,
    });
  for (const { clave, nombre, apellido, rol, cuadrilla_id } of CONOCIDOS)
    sumar({ nombre, apellido, email: `${clave}@${DOMINIO_CIUDAD}` }, { rol, cuadrilla_id });
  let indice = 0;
  const otro = (dominio: string) => {
    const quien = llamar(indice++);
    return { ...quien, email: `${enCorreo(quien.nombre)}.${enCorreo(quien.apellido)}@${dominio}` };
  };
  for (let i = 0; i < 2; i++)
    sumar(otro(DOMINIO_CIUDAD), { rol: "supervisor", cuadrilla_id: null });
  for (const [i, cuadrilla] of CUADRILLAS.entries())
    for (let n = cuadrilla.id === 1 ? 1 : 0; n < (MIEMBROS[i] ?? 2); n++)
      sumar(otro(DOMINIO_CIUDAD), { rol: "cuadrilla", cuadrilla_id: cuadrilla.id });
  for (let i = 0; i < VECINOS; i++) {
    const quien = otro("correo.example");
    const conCuenta = i < VECINOS_CON_CUENTA;
    const sinCorreo = !conCuenta && i % 3 === 0;
    sumar(
      sinCorreo ? { ...quien, email: null } : quien,
      conCuenta ? { rol: "vecino", cuadrilla_id: null } : null,
    );
  }
  // Who left no address left a telephone.
  return personas.map((p) => (p.email ? p : { ...p, telefono: p.telefono ?? telefono() }));
}

export const PERSONAS: readonly PersonaDemo[] = armar();

export const conRol = (rol: Rol): ConCuenta[] =>
  PERSONAS.filter((p): p is ConCuenta => p.cuenta?.rol === rol);

export const miembrosDe = (cuadrillaId: number): ConCuenta[] =>
  conRol("cuadrilla").filter((p) => p.cuenta.cuadrilla_id === cuadrillaId);

export const conocida = (clave: (typeof CONOCIDOS)[number]["clave"]): ConCuenta => {
  const persona = PERSONAS[CONOCIDOS.findIndex((c) => c.clave === clave)];
  if (!persona?.cuenta || !persona.email) throw new Error(`No hay cuenta ${clave}`);
  return persona as ConCuenta;
};

/** What the loader prints: who can sign in, and as whom. */
export function quienesIngresan(): string {
  const renglones = CONOCIDOS.map(({ clave, nombre, apellido, rol }) => {
    const correo = `${clave}@${DOMINIO_CIUDAD}`;
    return `  ${correo.padEnd(36)} ${rol.padEnd(11)} ${nombre} ${apellido}${rol === "cuadrilla" ? ", de Alumbrado 1" : ""}`;
  });
  return `Pueden ingresar, todos con la contraseña ${CONTRASENA}\n${renglones.join("\n")}`;
}
