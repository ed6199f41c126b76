import "../../styles/salud.css";
import { useEffect } from "preact/hooks";
import type { ListaDeSalud, SaludDetalle } from "../../../contract/esquemas/salud.ts";
import { mensajeDe } from "../../api/error.ts";
import * as api from "../../api/salud.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Cuando } from "../../components/base/tiempo.tsx";
import { CuerpoCiudad, soloAdmin } from "../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../components/gestion/ciudad/piezas.tsx";
import { tci } from "../../i18n/ciudad.ts";
import { tsa } from "../../i18n/salud.ts";
import { useAhora } from "../../state/reloj.ts";
import { avisar } from "../../state/toasts.ts";
import { useSalud } from "./salud/leer.ts";
import {
  Corridas,
  Fila,
  type Hacer,
  llegaTarde,
  Reintentar,
  ReintentarEvento,
  ReintentarTodos,
  Seccion,
  Trabados,
  tipo,
} from "./salud/piezas.tsx";

const CADA_MS = 15_000;

type PropsCuerpo = Pick<ReturnType<typeof useSalud>, "trayendo" | "verMas"> & {
  s: SaludDetalle;
  hacer: Hacer;
};

function Cuerpo({ s, hacer, trayendo, verMas }: PropsCuerpo) {
  const ahora = useAhora();
  const mas = (lista: ListaDeSalud) => ({
    verMas: s.cursores[lista] === null ? null : () => void verMas(lista),
    trayendo: trayendo === lista,
  });
  const mal =
    s.aparcados.length + s.entregas.length + s.correos.length > 0 ||
    s.corridas.some((c) => c.fallo !== null || llegaTarde(c, ahora));
  return (
    <div class="pila">
      <div role="status">
        <Alerta tono={mal ? "mal" : "info"}>
          {mal ? tsa.conAlgo : s.sin_despachar.length > 0 ? tsa.espera.que : tsa.todoBien}
        </Alerta>
      </div>
      {s.correo_mas_viejo_s !== null && s.correo_mas_viejo_s >= 60 ? (
        <p class="suave">
          {tsa.correos.enCola(tsa.minutos(Math.round(s.correo_mas_viejo_s / 60)))}
        </p>
      ) : null}
      <Seccion
        titulo={tsa.espera.titulo}
        que={tsa.espera.que}
        nada={tsa.espera.nada}
        vacia={s.sin_despachar.length === 0}
        {...mas("sin_despachar")}
      >
        <Trabados items={s.sin_despachar} hacer={hacer} />
      </Seccion>
      <Seccion
        titulo={tsa.aparcados.titulo}
        que={tsa.aparcados.que}
        nada={tsa.aparcados.nada}
        vacia={s.aparcados.length === 0}
        accion={
          <ReintentarTodos
            lista="aparcados"
            ids={s.aparcados.map((e) => e.evento_id)}
            hacer={hacer}
          />
        }
        {...mas("aparcados")}
      >
        <Trabados items={s.aparcados} hacer={hacer} />
      </Seccion>
      <Seccion
        titulo={tsa.entregas.titulo}
        que={tsa.entregas.que}
        nada={tsa.entregas.nada}
        vacia={s.entregas.length === 0}
        accion={
          <ReintentarTodos
            lista="entregas"
            ids={s.entregas.map((e) => e.evento_id)}
            hacer={hacer}
          />
        }
        {...mas("entregas")}
      >
        <ul class="salud-lista lista-simple">
          {s.entregas.map((e) => (
            <Fila
              key={e.evento_id}
              que={tipo(e.tipo)}
              reclamo={e.reclamo_id}
              error={e.error}
              accion={<ReintentarEvento id={e.evento_id} hacer={hacer} />}
            >
              {tsa.entregas.cuantas(e.cuantas)} · <Cuando iso={e.en} />
            </Fila>
          ))}
        </ul>
      </Seccion>
      <Seccion
        titulo={tsa.correos.titulo}
        nada={tsa.correos.nada}
        vacia={s.correos.length === 0}
        accion={
          <div class="fila envuelve">
            <a href="/gestion/ciudad/correos?estado=fallido">{tsa.correos.ver}</a>
            <ReintentarTodos lista="correos" ids={s.correos.map((c) => c.id)} hacer={hacer} />
          </div>
        }
        {...mas("correos")}
      >
        <ul class="salud-lista lista-simple">
          {s.correos.map((c) => (
            <Fila
              key={c.id}
              que={tci.correos.plantillas[c.plantilla] ?? c.plantilla}
              reclamo={c.reclamo_id}
              error={c.error}
              accion={
                <div class="fila envuelve">
                  <a class="enlace" href={`/gestion/ciudad/correos/${c.id}`}>
                    {tsa.correos.verUno}
                  </a>
                  <Reintentar
                    probar={async () => tsa.mandados(await api.reintentarLista("correos", [c.id]))}
                    hacer={hacer}
                  />
                </div>
              }
            >
              <Cuando iso={c.en} /> · {tsa.espera.intentos(c.intentos)}
            </Fila>
          ))}
        </ul>
      </Seccion>
      <Seccion
        titulo={tsa.corridas.titulo}
        que={tsa.corridas.que}
        nada={tsa.corridas.nada}
        vacia={s.corridas.length === 0}
      >
        <Corridas items={s.corridas} />
      </Seccion>
    </div>
  );
}

function Salud() {
  const leido = useSalud();
  const { releer } = leido;
  useEffect(() => {
    const cada = setInterval(() => {
      if (!document.hidden) void releer();
    }, CADA_MS);
    return () => clearInterval(cada);
  }, [releer]);
  const hacer: Hacer = async (que) => {
    try {
      avisar(await que(), { tono: "bien" });
    } catch (e) {
      avisar(mensajeDe(e), { tono: "mal" });
    }
    await releer();
  };
  return (
    <CuerpoCiudad
      titulo={tsa.titulo}
      bajada={tsa.bajada}
      accion={
        <a class="boton contorno" href="/gestion/ciudad/correos">
          {tsa.verCorreos}
        </a>
      }
    >
      {leido.datos !== null && leido.error ? <Alerta>{mensajeDe(leido.error)}</Alerta> : null}
      <Mostrar leido={leido}>
        {(s) => <Cuerpo s={s} hacer={hacer} trayendo={leido.trayendo} verMas={leido.verMas} />}
      </Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(Salud);
