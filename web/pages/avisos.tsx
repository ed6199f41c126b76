import { useCallback, useEffect, useState } from "preact/hooks";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { type AvisoGuardado, listarAvisos, marcarLeidos } from "../api/avisos.ts";
import { mensajeDe } from "../api/error.ts";
import { Esqueleto, Falla, Vacio } from "../components/base/avisos.tsx";
import { ConSesion } from "../components/base/con-sesion.tsx";
import { Insignia } from "../components/base/estado.tsx";
import { Cuando } from "../components/base/tiempo.tsx";
import { tv } from "../i18n/avisos.ts";
import { textoDeAviso } from "../lib/aviso.ts";
import { rutaReclamo } from "../lib/rutas.ts";
import { type Novedad, sinLeer, useNovedades } from "../state/novedades.ts";
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

function Lista({ yo }: { yo: Yo }) {
  const [avisos, setAvisos] = useState<AvisoGuardado[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const cargar = useCallback(async () => {
    try {
      setError(null);
      const p = await listarAvisos();
      setAvisos([...p.items].sort((a, b) => b.seq - a.seq));
      sinLeer.value = p.sin_leer;
    } catch (e) {
      setError(e);
    }
  }, []);
  useEffect(() => void cargar(), [cargar]);
  useNovedades(
    useCallback(
      (n: Novedad) => {
        if (n.type === "releer" || n.type === "leido" || ("seq" in n && n.seq !== undefined))
          void cargar();
      },
      [cargar],
    ),
  );
  const marcar = async () => {
    const ultimo = avisos?.[0]?.seq;
    if (ultimo === undefined) return;
    try {
      await marcarLeidos(ultimo);
      await cargar();
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    }
  };
  if (error && !avisos) return <Falla error={error} alReintentar={() => void cargar()} />;
  if (!avisos) return <Esqueleto filas={5} />;
  if (avisos.length === 0) return <Vacio titulo={tv.avisos.vacio} texto={tv.avisos.vacioTexto} />;
  return (
    <div class="pila">
      {avisos.some((a) => !a.leido) ? (
        <button type="button" class="boton contorno chica a-la-izquierda" onClick={marcar}>
          {tv.avisos.marcar}
        </button>
      ) : null}
      <ul class="lista-simple">
        {avisos.map((a) => (
          <UnAviso key={a.seq} a={a} yo={yo} />
        ))}
      </ul>
    </div>
  );
}

export default function Avisos() {
  return (
    <div class="pagina angosta">
      <h1>{tv.avisos.titulo}</h1>
      <ConSesion>{(yo) => <Lista yo={yo} />}</ConSesion>
    </div>
  );
}
