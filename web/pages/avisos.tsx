import { useCallback, useEffect, useState } from "preact/hooks";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { type AvisoGuardado, listarAvisos, marcarLeidos, POR_PAGINA } from "../api/avisos.ts";
import { mensajeDe } from "../api/error.ts";
import { Esqueleto, Falla, Vacio } from "../components/base/avisos.tsx";
import { ConSesion } from "../components/base/con-sesion.tsx";
import { Insignia } from "../components/base/estado.tsx";
import { Cuando } from "../components/base/tiempo.tsx";
import { tv } from "../i18n/avisos.ts";
import { textoDeAviso } from "../lib/aviso.ts";
import { useCarga } from "../lib/carga.ts";
import { dia, diasHasta } from "../lib/fechas.ts";
import { rutaReclamo } from "../lib/rutas.ts";
import { type Novedad, sinLeer, useNovedades } from "../state/novedades.ts";
import { useAhora } from "../state/reloj.ts";
import { avisar } from "../state/toasts.ts";

function texto(a: AvisoGuardado): string {
  const propio = a.type === "reclamo_actualizado" ? tv.avisos.evento[a.data.evento] : undefined;
  return propio && a.type === "reclamo_actualizado" ? propio(a.data.numero) : textoDeAviso(a);
}

function UnAviso({ a, yo }: { a: AvisoGuardado; yo: Yo }) {
  return (
    <li class={`tarjeta aviso${a.leido ? "" : " sin-leer"}`}>
      <div class="fila entre arriba">
        {a.type === "anuncio" ? (
          <strong>{a.data.titulo}</strong>
        ) : (
          <a class="estirado" href={rutaReclamo(yo.rol, a.data.id)}>
            {texto(a)}
          </a>
        )}
        {a.type === "anuncio" ? null : <Insignia estado={a.data.estado} />}
      </div>
      {a.type === "anuncio" ? <p>{a.data.texto}</p> : null}
      <p class="chico suave">
        {a.leido ? null : <strong>{tv.avisos.sinLeer} · </strong>}
        <Cuando iso={a.at} />
      </p>
    </li>
  );
}

/** The avisos of each day, in their order. */
function porDia(avisos: readonly AvisoGuardado[], ahora: number): [dia: string, AvisoGuardado[]][] {
  const dias = new Map<string, AvisoGuardado[]>();
  for (const a of avisos) {
    const cerca = { 0: tv.avisos.hoy, [-1]: tv.avisos.ayer }[diasHasta(a.at, ahora)];
    const nombre = cerca ?? dia(a.at, ahora);
    dias.set(nombre, [...(dias.get(nombre) ?? []), a]);
  }
  return [...dias];
}

function Lista({ yo }: { yo: Yo }) {
  const ahora = useAhora();
  const [avisos, setAvisos] = useState<AvisoGuardado[] | null>(null);
  const [hayMas, setHayMas] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const cargar = useCallback(async (antes?: number) => {
    try {
      setError(null);
      const p = await listarAvisos(antes);
      const pagina = [...p.items].sort((a, b) => b.seq - a.seq);
      setAvisos((ya) => {
        // Older ones already on screen stay below; what is newer than the page is its own reading.
        const ultimo = pagina.at(-1)?.seq ?? 0;
        return antes === undefined
          ? [...pagina, ...(ya ?? []).filter((a) => a.seq < ultimo)]
          : [...(ya ?? []).filter((a) => a.seq >= antes), ...pagina];
      });
      if (antes !== undefined || pagina.length < POR_PAGINA)
        setHayMas(pagina.length === POR_PAGINA);
      else setHayMas((ya) => ya || pagina.length === POR_PAGINA);
      sinLeer.value = p.sin_leer;
    } catch (e) {
      setError(e);
    }
  }, []);
  useEffect(() => void cargar(), [cargar]);
  useNovedades(
    useCallback(
      (n: Novedad) => {
        if (n.type === "leido")
          setAvisos(
            (ya) => ya?.map((a) => (a.seq <= n.data.hasta ? { ...a, leido: true } : a)) ?? null,
          );
        // Something may have come between the reading of the list and the opening of the socket.
        else if (n.type === "releer" || n.type === "hola" || ("seq" in n && n.seq !== undefined))
          void cargar();
      },
      [cargar],
    ),
  );
  const marcar = async () => {
    const ultimo = avisos?.[0]?.seq;
    if (ultimo === undefined) return;
    try {
      const { hasta, sin_leer } = await marcarLeidos(ultimo);
      setAvisos((ya) => ya?.map((a) => (a.seq <= hasta ? { ...a, leido: true } : a)) ?? null);
      sinLeer.value = sin_leer;
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    }
  };
  if (error && !avisos) return <Falla error={error} alReintentar={() => void cargar()} />;
  if (!avisos) return <Esqueleto filas={5} />;
  if (avisos.length === 0) return <Vacio titulo={tv.avisos.vacio} texto={tv.avisos.vacioTexto} />;
  const ultimo = avisos.at(-1)?.seq;
  return (
    <div class="pila">
      {avisos.some((a) => !a.leido) ? (
        <button type="button" class="boton contorno chica a-la-izquierda" onClick={marcar}>
          {tv.avisos.marcar}
        </button>
      ) : null}
      {porDia(avisos, ahora).map(([nombre, suyos]) => (
        <section key={nombre} class="pila" aria-label={nombre}>
          <h2 class="dia-avisos">{nombre}</h2>
          <ul class="lista-simple">
            {suyos.map((a) => (
              <UnAviso key={a.seq} a={a} yo={yo} />
            ))}
          </ul>
        </section>
      ))}
      {error ? <Falla error={error} alReintentar={() => void cargar(ultimo)} /> : null}
      {hayMas && !error ? (
        <button type="button" class="boton contorno ancho" onClick={() => void cargar(ultimo)}>
          {tv.avisos.anteriores}
        </button>
      ) : null}
    </div>
  );
}

const cargarCasilla = () =>
  import("../components/base/casilla.tsx").then((m) => m.CasillaQueNoRecibe);

function NoRecibe() {
  const Casilla = useCarga(cargarCasilla, true);
  return Casilla ? <Casilla /> : null;
}

export default function Avisos() {
  return (
    <div class="pagina angosta">
      <h1>{tv.avisos.titulo}</h1>
      <ConSesion>
        {(yo) => (
          <>
            <p class="a-preferencias">
              <a href="/avisos/preferencias">{tv.avisos.elegir}</a>
            </p>
            <NoRecibe />
            <Lista yo={yo} />
          </>
        )}
      </ConSesion>
    </div>
  );
}
