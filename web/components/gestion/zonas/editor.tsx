import { useEffect, useRef } from "preact/hooks";
import type { Zona } from "../../../../contract/esquemas/catalogos.ts";
import { fallaDe } from "../../../../contract/geometria.ts";
import { guardarZona } from "../../../api/zonas.ts";
import { t } from "../../../i18n/index.ts";
import { tz } from "../../../i18n/zonas.ts";
import { cuantosPuntos, type Forma, poligonoDe } from "../../../lib/forma.ts";
import { useFormulario } from "../../../lib/formulario.ts";
import { type Errores, porCampo } from "../../../lib/validar.ts";
import { Alerta } from "../../base/avisos.tsx";
import { Campo } from "../../base/campo.tsx";
import { Puntos } from "./puntos.tsx";

export type Borrador = {
  /** Null for a new one. */
  zona: Zona | null;
  nombre: string;
  forma: Forma;
  dibujando: boolean;
  /** Earlier shapes, the last one last. */
  antes: readonly Forma[];
};

type Props = {
  borrador: Borrador;
  cambiar: (b: Borrador) => void;
  conForma: (f: Forma) => void;
  ponerPunto: (() => void) | null;
  alGuardar: (z: Zona) => void;
  alCancelar: () => void;
};

async function validar({ nombre, forma }: Borrador): Promise<Errores> {
  const poligono = poligonoDe(forma);
  if (!poligono) return { poligono: tz.faltanPuntos };
  const falla = fallaDe(poligono);
  if (falla) return { poligono: tz.fallaDe(tz.titulo, tz.falla[falla]) };
  const { zonaNueva } = await import("../../../../contract/esquemas/catalogos.ts");
  return porCampo(zonaNueva.safeParse({ nombre, poligono }));
}

/** A zona's name and shape. The map beside it draws the same shape. */
export function EditorZona({ borrador, cambiar, conForma, ponerPunto, ...p }: Props) {
  const { zona, nombre, forma, dibujando, antes } = borrador;
  const titulo = useRef<HTMLHeadingElement>(null);
  useEffect(() => titulo.current?.focus(), []);
  const f = useFormulario<Borrador>({
    validar,
    enviar: async (b, clave) => {
      const poligono = poligonoDe(b.forma);
      if (!poligono) return;
      // What the row carried (its version too) goes back with it.
      const { id: _, ...previa } = b.zona ?? { id: 0, activa: true };
      p.alGuardar(
        await guardarZona(
          b.zona?.id ?? null,
          { ...previa, nombre: b.nombre.trim(), poligono } as Omit<Zona, "id">,
          clave,
        ),
      );
    },
  });
  const n = cuantosPuntos(forma);
  const { poligono: malaForma } = f.errores;
  return (
    <form
      ref={f.ref}
      class="pila editor-zona"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void f.enviar({ ...borrador, dibujando: false, antes: [] });
      }}
    >
      <h2 ref={titulo} tabIndex={-1}>
        {zona ? tz.editarA(zona.nombre) : tz.nueva}
      </h2>
      {f.general ? <Alerta>{f.general}</Alerta> : null}
      {malaForma ? <Alerta>{malaForma}</Alerta> : null}
      <Campo nombre="nombre" etiqueta={tz.nombre} error={f.errores.nombre}>
        {(a) => (
          <input
            {...a}
            value={nombre}
            maxLength={60}
            placeholder={tz.nombrePlaceholder}
            onInput={(e) => cambiar({ ...borrador, nombre: e.currentTarget.value })}
          />
        )}
      </Campo>
      <p class="chico suave" role="status">
        {tz.esquinas(n)}. {dibujando ? tz.dibujando : tz.editando}
      </p>
      <div class="fila envuelve">
        {dibujando && ponerPunto ? (
          <button type="button" class="boton contorno chica" onClick={ponerPunto}>
            {tz.puntoAlCentro}
          </button>
        ) : null}
        {dibujando ? (
          <button
            type="button"
            class="boton contorno chica"
            disabled={n < 3}
            onClick={() => cambiar({ ...borrador, dibujando: false })}
          >
            {tz.terminar}
          </button>
        ) : null}
        <button
          type="button"
          class="boton contorno chica"
          disabled={antes.length === 0}
          onClick={() =>
            cambiar({ ...borrador, forma: antes.at(-1) ?? forma, antes: antes.slice(0, -1) })
          }
        >
          {tz.deshacer}
        </button>
      </div>
      <Puntos forma={forma} cambiar={conForma} />
      <div class="fila derecha">
        <button type="button" class="boton contorno" onClick={p.alCancelar}>
          {t.comun.cancelar}
        </button>
        <button type="submit" class="boton" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : tz.guardar}
        </button>
      </div>
    </form>
  );
}
