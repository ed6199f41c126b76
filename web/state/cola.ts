import { effect } from "@preact/signals";
import { pedir } from "../api/cliente.ts";
import { subirFoto } from "../api/fotos.ts";
import { abrirAlmacen } from "./almacen.ts";
import { type Almacen, crearCola } from "./motor-cola.ts";
import { cargarSesion, sesion } from "./sesion.ts";

/**
 * The queue of this browser. Load it with import(): with it come the storage and everything that sends. Where something
 * waits, despues.ts loads it by itself.
 */

/** Its name: of its lock, of its channel between tabs, and of the note that something waits. */
const CANAL = "baldosa.cola";

/** Before the first reading nobody knows what there is. */
let leida = false;

const enCaja = abrirAlmacen();
const almacen: Almacen = {
  ...enCaja,
  async todos() {
    const todos = await enCaja.todos();
    leida = true;
    return todos;
  },
  agregar(e) {
    // So that a phone short of room does not throw it away by itself; it may refuse.
    void navigator.storage?.persist?.();
    return enCaja.agregar(e);
  },
};

const otras = new BroadcastChannel(CANAL);

export const cola = crearCola({
  almacen,
  subirFoto: (e, foto, clave) => subirFoto(foto, clave, e.usuario),
  enviar: (e, cuerpo) => pedir(e.metodo, e.ruta, { cuerpo, clave: e.clave, usuario: e.usuario }),
  aSolas: async (hacer) => {
    // Old browsers have no locks; there the server's keys still make each send count once.
    if (!navigator.locks) return hacer();
    await navigator.locks.request(CANAL, hacer);
  },
  contar: () => otras.postMessage(null),
  esperar: (ms, hacer) => {
    const reloj = setTimeout(hacer, ms);
    return () => clearTimeout(reloj);
  },
  ahora: Date.now,
  azar: Math.random,
  clave: () => crypto.randomUUID(),
});

otras.onmessage = () => void cola.releer();
addEventListener("online", cola.despertar);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") cola.despertar();
});

let dueno: number | null | undefined;
effect(() => {
  const quien = sesion.value === undefined ? undefined : (sesion.value?.id ?? null);
  if (quien === undefined || quien === dueno) return;
  dueno = quien;
  void cola.de(quien).catch(() => undefined); // A browser that keeps nothing has nothing to send.
});
// The server says that this is nobody, or somebody else: find out who.
effect(() => {
  if (cola.sinSesion.value) void cargarSesion();
});
effect(() => {
  const hay = cola.quedan.value > 0;
  if (!leida) return;
  if (hay) localStorage.setItem(CANAL, "1");
  else localStorage.removeItem(CANAL);
});
