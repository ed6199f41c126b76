import { useEffect, useRef, useState } from "preact/hooks";
import type { Poligono, Zona } from "../../../../contract/esquemas/catalogos.ts";
import { claveNueva } from "../../../api/cliente.ts";
import { mensajeDe } from "../../../api/error.ts";
import { guardarZona } from "../../../api/zonas.ts";
import { t } from "../../../i18n/index.ts";
import { tz } from "../../../i18n/zonas.ts";
import { leerGeojson, type Rasgo } from "../../../lib/geojson.ts";
import { Alerta } from "../../base/avisos.tsx";
import { Campo } from "../../base/campo.tsx";
import { Icono } from "../../base/icono.tsx";
import { atencion } from "../../iconos.ts";

/** A feature of the file as it will be saved. */
export type PorImportar = {
  n: number;
  nombre: string;
  poligono: Poligono;
  incluida: boolean;
  clave: string;
};
type Fallida = { nombre: string; porque: string };

const mismo = (a: string, b: string): boolean =>
  a.trim().localeCompare(b.trim(), "es", { sensitivity: "base" }) === 0;
export const reemplazada = (zonas: readonly Zona[], nombre: string): Zona | undefined =>
  zonas.find((z) => mismo(z.nombre, nombre));

type Props = {
  zonas: readonly Zona[];
  /** The features under review; null while nothing was read. */
  filas: readonly PorImportar[] | null;
  setFilas: (f: readonly PorImportar[] | null) => void;
  alGuardar: (z: Zona) => void;
  alTerminar: (cuantas: number) => void;
  alCancelar: () => void;
};

/** A GeoJSON file, read and shown before anything is saved: what is wrong with each, and what it would replace. */
export function ImportarZonas(p: Props) {
  const [texto, setTexto] = useState("");
  const [error, setError] = useState<string>();
  const [malas, setMalas] = useState<Rasgo[]>([]);
  const [enviando, setEnviando] = useState(false);
  const [fallidas, setFallidas] = useState<Fallida[]>([]);
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => titulo.current?.focus(), []);

  const revisar = (crudo: string) => {
    const { rasgos, falla } = leerGeojson(crudo);
    if (falla) return setError(tz.fallaArchivo[falla]);
    setError(undefined);
    setFallidas([]);
    setMalas(rasgos.filter((r) => r.falla !== null));
    p.setFilas(
      rasgos.flatMap(({ n, nombre, poligono }) =>
        poligono ? [{ n, nombre, poligono, incluida: true, clave: claveNueva() }] : [],
      ),
    );
  };
  const { filas } = p;
  const cambiar = (n: number, que: Partial<PorImportar>) =>
    p.setFilas(filas?.map((f) => (f.n === n ? { ...f, ...que } : f)) ?? null);
  const malNombre = (f: PorImportar): string | undefined => {
    const largo = [...f.nombre.trim()].length;
    if (largo < 2 || largo > 60) return tz.faltaNombre;
    const otra = filas?.some((x) => x.n !== f.n && x.incluida && mismo(x.nombre, f.nombre));
    return otra ? tz.repetido : undefined;
  };
  const elegidas = filas?.filter((f) => f.incluida) ?? [];

  const guardar = async () => {
    setEnviando(true);
    const mal: Fallida[] = [];
    let bien = 0;
    for (const f of elegidas) {
      const { id = null, ...previa } = reemplazada(p.zonas, f.nombre) ?? { activa: true };
      const nombre = f.nombre.trim();
      try {
        const cuerpo = { ...previa, nombre, poligono: f.poligono } as Omit<Zona, "id">;
        p.alGuardar(await guardarZona(id, cuerpo, f.clave));
        bien += 1;
      } catch (e) {
        mal.push({ nombre, porque: mensajeDe(e) });
      }
    }
    setEnviando(false);
    setFallidas(mal);
    // What could not be saved stays, to try again.
    if (mal.length === 0) return p.alTerminar(bien);
    p.setFilas(filas?.filter((f) => mal.some((m) => m.nombre === f.nombre.trim())) ?? null);
  };

  return (
    <div class="pila editor-zona">
      <h2 ref={titulo} tabIndex={-1}>
        {tz.importar}
      </h2>
      {filas === null ? (
        <form
          class="pila"
          onSubmit={(e) => {
            e.preventDefault();
            revisar(texto);
          }}
        >
          <Campo nombre="archivo" etiqueta={tz.archivo} ayuda={tz.archivoAyuda}>
            {(a) => (
              <input
                {...a}
                type="file"
                accept=".geojson,.json,application/geo+json,application/json"
                onChange={(e) => {
                  const [archivo] = e.currentTarget.files ?? [];
                  if (archivo) void archivo.text().then(revisar);
                }}
              />
            )}
          </Campo>
          <Campo nombre="pegado" etiqueta={tz.pegar} error={error}>
            {(a) => (
              <textarea
                {...a}
                class="geojson"
                rows={6}
                spellcheck={false}
                value={texto}
                onInput={(e) => setTexto(e.currentTarget.value)}
              />
            )}
          </Campo>
          <div class="fila derecha">
            <button type="button" class="boton contorno" onClick={p.alCancelar}>
              {t.comun.cancelar}
            </button>
            <button type="submit" class="boton">
              {tz.revisar}
            </button>
          </div>
        </form>
      ) : (
        <>
          <p role="status">{tz.revisado(filas.length, malas.length)}</p>
          {malas.length > 0 ? (
            <ul class="problemas">
              {malas.map((r) => (
                <li key={r.n} class="problema problema-solape">
                  <Icono d={atencion} tam={18} />
                  {tz.fallaDe(r.nombre || tz.rasgo(r.n), r.falla ? tz.falla[r.falla] : "")}
                </li>
              ))}
            </ul>
          ) : null}
          {fallidas.length > 0 ? (
            <Alerta>
              {tz.noImportadas}
              <ul>
                {fallidas.map((x) => (
                  <li key={x.nombre}>{tz.fallaDe(x.nombre, x.porque)}</li>
                ))}
              </ul>
            </Alerta>
          ) : null}
          <ul class="lista-simple">
            {filas.map((f) => {
              const otra = reemplazada(p.zonas, f.nombre);
              const error = f.incluida ? malNombre(f) : undefined;
              return (
                <li key={f.n} class="tarjeta por-importar">
                  <label class="casilla">
                    <input
                      type="checkbox"
                      checked={f.incluida}
                      onChange={(e) => cambiar(f.n, { incluida: e.currentTarget.checked })}
                    />
                    <span class="oculto">{tz.incluir(f.nombre || tz.rasgo(f.n))}</span>
                  </label>
                  <div>
                    <Campo nombre={`nombre-${f.n}`} etiqueta={tz.rasgo(f.n)} error={error}>
                      {(a) => (
                        <input
                          {...a}
                          value={f.nombre}
                          maxLength={60}
                          onInput={(e) => cambiar(f.n, { nombre: e.currentTarget.value })}
                        />
                      )}
                    </Campo>
                    <p class="chico suave">{otra ? tz.reemplaza(otra.nombre) : tz.esNueva}</p>
                  </div>
                </li>
              );
            })}
          </ul>
          <div class="fila derecha envuelve">
            <button type="button" class="boton contorno" onClick={() => p.setFilas(null)}>
              {tz.otroArchivo}
            </button>
            <button type="button" class="boton contorno" onClick={p.alCancelar}>
              {t.comun.cancelar}
            </button>
            <button
              type="button"
              class="boton"
              disabled={enviando || elegidas.length === 0 || elegidas.some((f) => malNombre(f))}
              onClick={() => void guardar()}
            >
              {enviando ? t.comun.enviando : tz.importarN(elegidas.length)}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
