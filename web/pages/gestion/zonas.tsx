import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { Zona } from "../../../contract/esquemas/catalogos.ts";
import { Esqueleto, Falla, Vacio } from "../../components/base/avisos.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { type Borrador, EditorZona } from "../../components/gestion/zonas/editor.tsx";
import { ComoEncajan } from "../../components/gestion/zonas/encaje.tsx";
import {
  ImportarZonas,
  type PorImportar,
  reemplazada,
} from "../../components/gestion/zonas/importar.tsx";
import { ListaZonas } from "../../components/gestion/zonas/lista.tsx";
import { MapaDeZonas } from "../../components/gestion/zonas/mapa.tsx";
import type { MapaZonas } from "../../components/mapa/motor-zonas.ts";
import { tz } from "../../i18n/zonas.ts";
import {
  agregarPunto,
  type Forma,
  formaDe,
  insertarPunto,
  moverPunto,
  poligonoDe,
  quitarPunto,
} from "../../lib/forma.ts";
import type { Parte } from "../../lib/solapes.ts";
import { useTitulo } from "../../lib/usar-titulo.ts";
import { avisar } from "../../state/toasts.ts";
import { useEncaje, useZonasEditables } from "../../state/zonas.ts";
import { Lateral } from "./lateral.tsx";
import "../../styles/zonas.css";

const NADA: never[] = [];

/** The zonas in use as they would be: with the one being drawn, or those of the file, in the place of the saved ones. */
function comoQuedarian(
  zonas: readonly Zona[],
  borrador: Borrador | null,
  previa: readonly PorImportar[],
): Parte[] {
  const activas = zonas.filter((z) => z.activa || z.id === borrador?.zona?.id);
  if (borrador) {
    const poligono = poligonoDe(borrador.forma);
    const suya = { id: borrador.zona?.id ?? 0, nombre: borrador.nombre || tz.nueva };
    return [
      ...activas.filter((z) => z.id !== borrador.zona?.id),
      ...(poligono ? [{ ...suya, poligono }] : []),
    ];
  }
  const nuevas = previa.map(({ n, nombre, poligono }) => ({
    id: -n,
    nombre: nombre || tz.rasgo(n),
    poligono,
  }));
  const fuera = new Set(previa.map((f) => reemplazada(zonas, f.nombre)?.id));
  return [...activas.filter((z) => !fuera.has(z.id)), ...nuevas];
}

function Mesa() {
  useTitulo(tz.titulo);
  const { zonas, limite, error, recargar, poner } = useZonasEditables();
  const [borrador, setBorrador] = useState<Borrador | null>(null);
  const [importando, setImportando] = useState(false);
  const [filas, setFilas] = useState<readonly PorImportar[] | null>(null);
  const mapa = useRef<MapaZonas | null>(null);
  const estar = useCallback((m: MapaZonas) => {
    mapa.current = m;
  }, []);

  const previa = useMemo(() => filas?.filter((f) => f.incluida) ?? NADA, [filas]);
  const forma = borrador?.forma;
  const suId = borrador?.zona?.id;
  const partes = useMemo(
    () => (zonas ? comoQuedarian(zonas, borrador, previa) : null),
    [zonas, forma, suId, previa],
  );
  const encaje = useEncaje(partes, limite);
  const otras = useMemo(() => zonas?.filter((z) => z.id !== suId) ?? NADA, [zonas, suId]);
  const dibujando = borrador?.dibujando ?? false;
  const edicion = useMemo(() => (forma ? { forma, dibujando } : null), [forma, dibujando]);

  const conForma = (f: Forma) =>
    setBorrador((b) => (b ? { ...b, forma: f, antes: [...b.antes, b.forma] } : b));
  const editar = (zona: Zona) => {
    setBorrador({
      zona,
      nombre: zona.nombre,
      forma: formaDe(zona.poligono),
      dibujando: false,
      antes: [],
    });
    mapa.current?.abarcar([zona.poligono]);
  };
  const terminarBorrador = (z: Zona) => {
    poner(z);
    setBorrador(null);
    avisar(tz.guardada(z.nombre), { tono: "bien" });
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-zona="${z.id}"] button`)?.focus(),
    );
  };
  const cerrarImportar = () => {
    setImportando(false);
    setFilas(null);
  };

  return (
    <div class="mesa mesa-zonas">
      <Lateral />
      <section class="zonas-panel" aria-label={tz.titulo}>
        <h1>{tz.titulo}</h1>
        {!zonas ? (
          error ? (
            <Falla error={error} alReintentar={() => void recargar()} />
          ) : (
            <Esqueleto filas={5} />
          )
        ) : borrador ? (
          <EditorZona
            key={borrador.zona?.id ?? "nueva"}
            borrador={borrador}
            cambiar={setBorrador}
            conForma={conForma}
            ponerPunto={() => {
              const centro = mapa.current?.centro();
              if (centro) conForma(agregarPunto(borrador.forma, centro));
            }}
            alGuardar={terminarBorrador}
            alCancelar={() => setBorrador(null)}
          />
        ) : importando ? (
          <ImportarZonas
            zonas={zonas}
            filas={filas}
            setFilas={setFilas}
            alGuardar={poner}
            alTerminar={(n) => {
              cerrarImportar();
              avisar(tz.importadas(n), { tono: "bien" });
            }}
            alCancelar={cerrarImportar}
          />
        ) : (
          <>
            <p class="suave chico">{tz.bajada}</p>
            <div class="fila envuelve">
              <button
                type="button"
                class="boton chica"
                onClick={() =>
                  setBorrador({ zona: null, nombre: "", forma: [], dibujando: true, antes: [] })
                }
              >
                {tz.dibujar}
              </button>
              <button
                type="button"
                class="boton contorno chica"
                onClick={() => setImportando(true)}
              >
                {tz.importar}
              </button>
            </div>
            {zonas.length === 0 ? (
              <Vacio titulo={tz.vacio} texto={tz.vacioTexto} />
            ) : (
              <ListaZonas
                zonas={zonas}
                alEditar={editar}
                alGuardar={poner}
                alFallar={() => void recargar()}
              />
            )}
          </>
        )}
        {zonas && (zonas.length > 0 || borrador || filas) ? (
          <ComoEncajan
            encaje={encaje}
            sinLimite={limite === null}
            ver={(p) => mapa.current?.abarcar([p.poligono])}
          />
        ) : null}
      </section>
      <div class="zonas-mapa">
        <MapaDeZonas
          zonas={otras}
          limite={limite}
          problemas={encaje.problemas ?? NADA}
          previa={previa}
          edicion={edicion}
          hacer={{
            mover: (ruta, a) => conForma(moverPunto(forma ?? [], ruta, a)),
            insertar: (ruta, donde) => conForma(insertarPunto(forma ?? [], ruta, donde)),
            quitar: (ruta) => conForma(quitarPunto(forma ?? [], ruta)),
            agregar: (donde) => conForma(agregarPunto(forma ?? [], donde)),
          }}
          alElegir={(id) => {
            const z = zonas?.find((x) => x.id === id);
            if (z && !importando) editar(z);
          }}
          alEstar={estar}
        />
      </div>
    </div>
  );
}

export default function PaginaZonas() {
  return <ConSesion roles={["admin"]}>{() => <Mesa />}</ConSesion>;
}
