import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Esqueleto } from "../../components/base/avisos.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { atras } from "../../components/iconos-varios.ts";
import { t } from "../../i18n/index.ts";
import { tr } from "../../i18n/reportar.ts";
import { useCarga } from "../../lib/carga.ts";
import {
  type Borrador,
  borradorVacio,
  borrarBorrador,
  guardarBorrador,
  hayAlgo,
  leerBorrador,
} from "../../state/borrador.ts";
import { PasoFoto } from "./foto.tsx";

const PASOS = 5;
/** All that comes after the photo; it arrives while the person takes it. */
const cargarResto = () => import("./resto.tsx").then((m) => m.Resto);

function Avance({ paso }: { paso: number }) {
  return (
    <div class="avance">
      <a class="boton-icono" href={paso === 1 ? "/" : `/reportar?paso=${paso - 1}`}>
        <Icono d={atras} />
        <span class="oculto">{t.comun.volver}</span>
      </a>
      <div class="rayas" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((n) => (
          <i key={n} class={n <= paso ? "hecha" : ""} />
        ))}
      </div>
      <span class="chico suave">{tr.paso(paso, PASOS)}</span>
    </div>
  );
}

/** The draft of this device, and how to change it: every change is kept at once. */
function useBorrador(categoriaDeUrl: string | undefined) {
  const [b, setB] = useState<Borrador | null>(null);
  const [retomado, setRetomado] = useState(false);
  const deEntrada = useRef(Number(categoriaDeUrl));
  useEffect(() => {
    void leerBorrador().then((guardado) => {
      const inicial = guardado ?? borradorVacio();
      const categoria_id = deEntrada.current || inicial.categoria_id;
      // What was chosen while the draft was being read comes first.
      setB((ya) => ya ?? { ...inicial, categoria_id });
      setRetomado(guardado !== null && hayAlgo(guardado));
    });
  }, []);
  const cambiar = (cambios: Partial<Borrador>) => {
    setB((ya) => {
      const nuevo = { ...(ya ?? borradorVacio()), ...cambios };
      void guardarBorrador(nuevo);
      return nuevo;
    });
  };
  const vaciar = () => {
    void borrarBorrador();
    setB(borradorVacio());
    setRetomado(false);
  };
  return { b, cambiar, vaciar, retomado };
}

export default function Reportar() {
  const { query, route } = useLocation();
  const paso = Math.min(PASOS, Math.max(1, Number(query.paso) || 1));
  const { b, cambiar, vaciar, retomado } = useBorrador(query.categoria);
  const Resto = useCarga(cargarResto, true);
  const descartar = () => {
    vaciar();
    route("/reportar");
  };
  return (
    <div class="pagina angosta reportar">
      {paso === 1 || !Resto || !b ? <Avance paso={paso} /> : null}
      {retomado && paso < PASOS ? (
        <p class="alerta alerta-info">
          <span>
            {tr.borrador}{" "}
            <button type="button" class="enlace" onClick={descartar}>
              {tr.descartar}
            </button>
          </span>
        </p>
      ) : null}
      {paso === 1 ? (
        <form
          class="pila paso"
          onSubmit={(e) => {
            e.preventDefault();
            route("/reportar?paso=2");
          }}
        >
          <PasoFoto b={b ?? VACIO} cambiar={cambiar} />
        </form>
      ) : Resto && b ? (
        <Resto
          paso={paso}
          b={b}
          cambiar={cambiar}
          vaciar={vaciar}
          avance={<Avance paso={paso} />}
        />
      ) : (
        <Esqueleto />
      )}
    </div>
  );
}

/** What the server renders: nothing chosen yet. */
const VACIO: Borrador = { ...borradorVacio(), clave: "" };
