import type { Yo } from "../../contract/esquemas/cuentas.ts";
import type { Aviso, Trama } from "../../contract/tramas.ts";
import { textoDeAviso } from "../lib/aviso.ts";
import { rutaReclamo } from "../lib/rutas.ts";
import { abrirCanal, type Canal, demora, type Escucha, type Via } from "./canal.ts";
import { releerCatalogo, releerCatalogos } from "./catalogos.ts";
import { abrirCompartido, sePuedeCompartir } from "./compartir.ts";
import { conectado, contar, cortado, hablarPor, sinLeer } from "./novedades.ts";
import { ponerseAlDia } from "./ponerse-al-dia.ts";
import { cargarSesion, sesion } from "./sesion.ts";
import { contarEnTitulo } from "./titulo-contado.ts";
import { avisar } from "./toasts.ts";

const clave = (yo: Yo) => `baldosa.seq.${yo.id}`;
/** Per tab: each tab shows its own toasts, once. */
function leerSeq(yo: Yo): number | null {
  const guardado = sessionStorage.getItem(clave(yo));
  return guardado === null ? null : Number(guardado);
}
const guardarSeq = (yo: Yo, seq: number) => sessionStorage.setItem(clave(yo), String(seq));

/** The newest seq when the socket opened. */
let alSaludar = 0;

/** A newer server may send kinds that this page has no words for. */
const CONOCIDOS: readonly Trama["type"][] = [
  "reclamo_actualizado",
  "nuevo_reclamo",
  "comentario",
  "anuncio",
];

function alAviso(yo: Yo, aviso: Aviso, seq: number): void {
  const visto = leerSeq(yo);
  if (visto !== null && seq <= visto) return;
  guardarSeq(yo, seq);
  // Something was missed that no replay brings: screens read again.
  if (visto !== null && seq > visto + 1) contar({ type: "releer" });
  // What is replayed was counted in hola's sin_leer already.
  if (seq > alSaludar) sinLeer.value += 1;
  // A tab out of sight would show it to nobody: its title counts it.
  if (document.hidden || !CONOCIDOS.includes(aviso.type)) return;
  avisar(textoDeAviso(aviso), {
    href: aviso.type === "anuncio" ? "/avisos" : rutaReclamo(yo.rol, aviso.data.id),
  });
}

/** Who was greeted last in this tab. */
let saludado: number | null = null;
function alTrama(yo: Yo, trama: Trama): void {
  if (trama.type === "hola") {
    // Frames without seq are not replayed: after a cut, screens read again.
    if (saludado === yo.id || trama.data.hueco) {
      contar({ type: "releer" });
      releerCatalogos();
    }
    saludado = yo.id;
    alSaludar = trama.data.seq;
    sinLeer.value = trama.data.sin_leer;
    if (leerSeq(yo) === null || trama.data.hueco) guardarSeq(yo, trama.data.seq);
  } else if (trama.type === "leido") {
    sinLeer.value = trama.data.sin_leer;
  } else if (trama.type === "catalogo") {
    releerCatalogo(trama.data.que);
  } else if (trama.type !== "viendo" && trama.seq !== undefined) {
    alAviso(yo, trama, trama.seq);
  }
  contar(trama);
}

const SE_NOTA_MS = 5000;
let paciencia: ReturnType<typeof setTimeout> | undefined;
/** A short cut mends itself before anybody needs to know. */
function decirConexion(via: Via): void {
  conectado.value = via === "socket";
  if (via === null) {
    paciencia ??= setTimeout(() => {
      cortado.value = true;
    }, SE_NOTA_MS);
    return;
  }
  clearTimeout(paciencia);
  paciencia = undefined;
  cortado.value = false;
}

let canal: Canal | null = null;
let dejarTitulo: (() => void) | null = null;
let dueno: number | null = null;

const despertar = () => {
  if (document.visibilityState === "visible") canal?.despertar();
};

/**
 * Asks who this is until somebody answers: who still is signed in then gets another socket. Not at once: the session may have
 * ended for another that this browser is about to be given.
 */
function preguntarQuien(antes: typeof sesion.value, intento = 1): void {
  setTimeout(
    async () => {
      if (sesion.value !== antes) return;
      await cargarSesion();
      if (sesion.value === antes) preguntarQuien(antes, intento + 1);
    },
    demora(intento, Math.random()),
  );
}

/** Opens it for this person, unless it is open already. */
export function abrirSocket(yo: Yo): void {
  if (dueno === yo.id) return;
  cerrarSocket();
  dueno = yo.id;
  decirConexion(null);
  const escucha: Escucha = {
    origen: location.origin,
    usuario: yo.id,
    ponerseAlDia: (seq) => ponerseAlDia(yo.id, seq),
    leerSeq: () => leerSeq(yo),
    alTrama: (trama) => alTrama(yo, trama),
    alConectar: decirConexion,
    alTerminar: () => {
      soltar();
      preguntarQuien(sesion.value);
    },
  };
  canal = sePuedeCompartir()
    ? abrirCompartido(`baldosa.canal.${yo.id}`, escucha)
    : abrirCanal(escucha);
  dejarTitulo = contarEnTitulo();
  hablarPor(canal.decir);
  addEventListener("online", despertar);
  addEventListener("offline", despertar);
  document.addEventListener("visibilitychange", despertar);
}

function soltar(): void {
  removeEventListener("online", despertar);
  removeEventListener("offline", despertar);
  document.removeEventListener("visibilitychange", despertar);
  canal?.cerrar();
  hablarPor(null);
  canal = null;
  dueno = null;
  dejarTitulo?.();
  dejarTitulo = null;
}

export function cerrarSocket(): void {
  soltar();
  decirConexion("http");
  sinLeer.value = 0;
}
