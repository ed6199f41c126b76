import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Reclamo, Similar } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { esErrorApi, mensajeDe } from "../../api/error.ts";
import { actuar } from "../../api/reclamos.ts";
import { Alerta, Esqueleto } from "../../components/base/avisos.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Cuando } from "../../components/base/tiempo.tsx";
import { imagen } from "../../components/iconos-varios.ts";
import { tn } from "../../i18n/reporte.ts";
import { esPersonal, ingresarYVolver, sesion } from "../../state/sesion.ts";
import { rutaDe } from "./pasos.ts";

type Props = { similares: readonly Similar[] | null; alSumarse: (r: Reclamo) => void };

function Tarjeta({ s, ocupado, alSumar }: { s: Similar; ocupado: boolean; alSumar: () => void }) {
  const idTitulo = `similar-${s.codigo}`;
  return (
    <li class="tarjeta parecido">
      {s.miniatura ? (
        <img src={s.miniatura} alt="" width={72} height={72} loading="lazy" />
      ) : (
        <span class="parecido-hueco">
          <Icono d={imagen} tam={28} />
        </span>
      )}
      <div class="parecido-texto">
        <h2 id={idTitulo}>
          <a href={`/r/${s.codigo}`} target="_blank" rel="noreferrer">
            {s.titulo}
          </a>
        </h2>
        <p class="chico suave">{s.direccion}</p>
        <p class="chico suave">
          {tn.aMetros(s.metros)} · <Cuando iso={s.creado_en} /> · {tn.seguidores(s.seguidores)}
        </p>
        <Insignia estado={s.estado} />
      </div>
      <button
        type="button"
        class="boton contorno chica"
        disabled={ocupado}
        aria-label={tn.sumarmeA(s.titulo)}
        onClick={alSumar}
      >
        {ocupado ? tn.sumandote : tn.sumarme}
      </button>
    </li>
  );
}

/** Others told of the same nearby: joining one ends the report here. Signed out, one goes to the door and comes back. */
export function PasoParecidos({ similares, alSumarse }: Props) {
  const { route } = useLocation();
  const [enCurso, setEnCurso] = useState<string | null>(null);
  const [falla, setFalla] = useState<string | null>(null);
  const sumar = async (s: Similar) => {
    if (enCurso) return;
    if (!sesion.value) return route(ingresarYVolver(rutaDe("parecidos")));
    setEnCurso(s.codigo);
    setFalla(null);
    try {
      alSumarse(await actuar(s.codigo, "sumarse", {}, claveNueva()));
    } catch (e) {
      const suyo = esErrorApi(e) && e.es("sin_permiso") && !esPersonal(sesion.value);
      setFalla(suyo ? tn.yaEsTuyo : mensajeDe(e));
      setEnCurso(null);
    }
  };
  if (!similares) return <Esqueleto />;
  return (
    <>
      <h1>{tn.parecidos}</h1>
      <p class="suave">{tn.parecidosBajada}</p>
      {falla ? <Alerta>{falla}</Alerta> : null}
      <ul class="lista-simple">
        {similares.map((s) => (
          <Tarjeta
            key={s.codigo}
            s={s}
            ocupado={enCurso === s.codigo}
            alSumar={() => void sumar(s)}
          />
        ))}
      </ul>
      <button type="submit" class="boton ancho pie-paso">
        {tn.esOtro}
      </button>
    </>
  );
}
