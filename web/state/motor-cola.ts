import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { esErrorApi } from "../api/error.ts";
import {
  clasificar,
  cuerpoFinal,
  type Envio,
  type EnvioNuevo,
  esperaMs,
  type Salida,
  siguiente,
  suyos,
} from "./envio.ts";

/** Where the queue lives between one page and the next. */
export type Almacen = {
  todos: () => Promise<Envio[]>;
  /** Keeps a new one, after all the others; gives its id. */
  agregar: (e: Omit<Envio, "id">) => Promise<number>;
  poner: (e: Envio) => Promise<void>;
  borrar: (id: number) => Promise<void>;
};

export type Deps = {
  almacen: Almacen;
  subirFoto: (e: Envio, foto: Blob, clave: string) => Promise<{ id: number }>;
  enviar: (e: Envio, cuerpo: Record<string, unknown>) => Promise<unknown>;
  /** Runs `hacer` while no other tab does. */
  aSolas: (hacer: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs that the queue changed. */
  contar: () => void;
  esperar: (ms: number, hacer: () => void) => () => void;
  ahora: () => number;
  azar: () => number;
  clave: () => string;
};

export type Cola = ReturnType<typeof crearCola>;

const DIAS_MS = 86_400_000;
/** What was sent is remembered for so long, for a screen that asks later. */
const RECUERDO_MS = 7 * DIAS_MS;

/** A queue of sends: each goes out once, in order, as its owner, by one tab at a time. */
export function crearCola(d: Deps) {
  const guardados = signal<readonly Envio[]>([]);
  const enCurso = signal<number | null>(null);
  const sinSesion = signal(false);
  const quedan = signal(0);
  let dueno: number | null = null;
  let intento = 0;
  let pasando: Promise<void> | null = null;
  let otraVez = false;
  let dejarDeEsperar = () => {};

  /** Those of who is signed in, with the one on its way marked. */
  const envios: ReadonlySignal<readonly Envio[]> = computed(() =>
    guardados.value.map((e) => (e.id === enCurso.value ? { ...e, estado: "enviando" } : e)),
  );
  const pendientes = computed(() => guardados.value.filter(espera).length);

  async function releer(): Promise<void> {
    const todos = await d.almacen.todos();
    guardados.value = suyos(todos, dueno);
    quedan.value = todos.filter(espera).length;
  }
  async function cambio(): Promise<void> {
    await releer();
    d.contar();
  }
  const poner = (e: Envio): Promise<void> => d.almacen.poner(e).then(cambio);

  async function subirFotos(e: Envio): Promise<Envio> {
    let actual = e;
    for (const [i, foto] of e.fotos.entries()) {
      if (foto.id !== undefined) continue;
      const { id } = await d.subirFoto(actual, foto.blob, foto.clave);
      actual = { ...actual, fotos: actual.fotos.with(i, { ...foto, id }) };
      await d.almacen.poner(actual); // A retry must not upload it again.
    }
    return actual;
  }

  async function intentar(e: Envio): Promise<{ salida: Salida | "bien"; segundos: number | null }> {
    let actual = e;
    try {
      actual = await subirFotos(e);
      const respuesta = await d.enviar(actual, cuerpoFinal(actual));
      // The photos are the server's now; here they would only take up room.
      const hecho = { estado: "enviado", respuesta, enviado_en: d.ahora(), fotos: [] } as const;
      await poner({ ...actual, ...hecho, fotos: [] });
      return { salida: "bien", segundos: null };
    } catch (error) {
      // What was uploaded before the failure is noted in the store.
      actual = (await d.almacen.todos()).find((x) => x.id === e.id) ?? actual;
      const salida = clasificar(error, actual);
      const problema = esErrorApi(error) ? error.problema : null;
      const intentos = actual.intentos + (problema && problema.status >= 500 ? 1 : 0);
      if (salida === "fotos") await poner(conFotosNuevas(actual, d.clave));
      else if (salida === "parar")
        await poner({ ...actual, intentos, estado: "conflicto", problema });
      else if (intentos > actual.intentos) await poner({ ...actual, intentos });
      return { salida, segundos: esErrorApi(error) ? error.esperar : null };
    }
  }

  function insistir(segundos: number | null): void {
    const ms = segundos === null ? esperaMs(intento, d.azar()) : segundos * 1000;
    intento += 1;
    dejarDeEsperar();
    dejarDeEsperar = d.esperar(ms, () => void vaciar());
  }

  async function pasada(): Promise<void> {
    for (;;) {
      const e = siguiente(await d.almacen.todos(), dueno);
      if (!e) return;
      enCurso.value = e.id;
      const { salida, segundos } = await intentar(e);
      enCurso.value = null;
      if (salida === "sesion") {
        sinSesion.value = true;
        return;
      }
      if (salida === "despues") return insistir(segundos);
      intento = 0;
    }
  }

  async function limpiar(): Promise<void> {
    const limite = d.ahora() - RECUERDO_MS;
    for (const e of await d.almacen.todos())
      if (e.enviado_en !== null && e.enviado_en < limite) await d.almacen.borrar(e.id);
  }

  /** Sends what can be sent. Asked for again while it runs, it runs once more. */
  function vaciar(): Promise<void> {
    if (dueno === null || sinSesion.value) return Promise.resolve();
    if (pasando) {
      otraVez = true;
      return pasando;
    }
    dejarDeEsperar();
    pasando = d
      .aSolas(pasada)
      .catch(() => insistir(null))
      .finally(() => {
        pasando = null;
        enCurso.value = null;
        if (!otraVez) return;
        otraVez = false;
        void vaciar();
      });
    return pasando;
  }

  return {
    envios,
    pendientes,
    /** The same of everybody who uses this browser. */
    quedan: quedan as ReadonlySignal<number>,
    /** The server no longer knows the person: nothing goes out until they sign in again. */
    sinSesion: sinSesion as ReadonlySignal<boolean>,
    releer,
    vaciar,

    /** Whose things are sent from now on; null sends nothing. */
    async de(usuario: number | null): Promise<void> {
      dueno = usuario;
      sinSesion.value = false;
      intento = 0;
      await releer();
      await limpiar();
      void vaciar();
    },

    /** Forgets the growing wait: the signal, or the person, is back. */
    despertar(): void {
      intento = 0;
      void vaciar();
    },

    /**
     * Keeps a send of who is signed in, and sends it as soon as it can be.
     * @throws when it could not be kept: the person must know
     */
    async encolar(nuevo: EnvioNuevo): Promise<Envio> {
      if (dueno === null) throw new Error("nobody is signed in");
      const e: Omit<Envio, "id"> = {
        ...nuevo,
        usuario: dueno,
        clave: nuevo.clave ?? d.clave(),
        estado: "guardado",
        intentos: 0,
        renovado: false,
        problema: null,
        respuesta: null,
        creado_en: d.ahora(),
        enviado_en: null,
      };
      const id = await d.almacen.agregar(e);
      await cambio();
      void vaciar();
      return { ...e, id };
    },

    /** Sends a parked one again. As the person wants it now it is another intention, with another key. */
    async reenviar(id: number, cuerpo?: Record<string, unknown>): Promise<void> {
      const e = guardados.value.find((x) => x.id === id);
      if (!e || id === enCurso.value || e.estado === "enviado") return;
      const nuevo = cuerpo ? { cuerpo, clave: d.clave() } : {};
      await poner({ ...e, ...nuevo, estado: "guardado", intentos: 0, problema: null });
      void vaciar();
    },

    /** Forgets one: the person dropped it, or has seen that it arrived. Never while it is on its way. */
    async olvidar(id: number): Promise<void> {
      if (id !== enCurso.value) await d.almacen.borrar(id).then(cambio);
    },
  };
}

/** Not sent yet. */
const espera = (e: Envio): boolean => e.estado !== "enviado";

/** Its photos are gone from the server: the same pictures, to be uploaded as new ones. */
const conFotosNuevas = (e: Envio, clave: () => string): Envio => ({
  ...e,
  renovado: true,
  fotos: e.fotos.map(({ blob }) => ({ blob, clave: clave() })),
});
