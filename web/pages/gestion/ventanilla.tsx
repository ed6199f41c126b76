import "../../styles/oficina.css";
import { useEffect, useState } from "preact/hooks";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { datosPersonales } from "../../../contract/personal.ts";
import { PRIORIDADES } from "../../../contract/vocabulario.ts";
import { crearReclamo } from "../../api/reclamos.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { ConSesion } from "../../components/base/con-sesion.tsx";
import { type FotoElegida, SelectorFotos, subirTodas } from "../../components/fotos.tsx";
import { ta } from "../../i18n/acciones.ts";
import { tf } from "../../i18n/fotos.ts";
import { tg } from "../../i18n/gestion.ts";
import { t } from "../../i18n/index.ts";
import { to } from "../../i18n/oficina.ts";
import { useFormulario } from "../../lib/formulario.ts";
import { useCategorias } from "../../state/catalogos.ts";
import { MarcoGestion } from "./marco.tsx";
import {
  cuerpoDe,
  type Ficha,
  fichaVacia,
  guardarFicha,
  leerFicha,
  olvidarFicha,
  tituloDe,
  validarFicha,
} from "./ventanilla/ficha.ts";
import { Listo } from "./ventanilla/listo.tsx";
import { Lugar } from "./ventanilla/lugar.tsx";
import { Parecidos } from "./ventanilla/parecidos.tsx";
import { Persona } from "./ventanilla/persona.tsx";

const CANALES = ["telefono", "mostrador"] as const;

/** Choices that one goes through with the arrows. */
function Segmentos<T extends string>(p: {
  nombre: string;
  titulo: string;
  opciones: readonly (readonly [T, string])[];
  valor: T;
  alElegir: (v: T) => void;
}) {
  return (
    <fieldset class="segmentos campo">
      <legend>{p.titulo}</legend>
      <div class="opciones">
        {p.opciones.map(([v, texto]) => (
          <label key={v}>
            <input
              type="radio"
              name={p.nombre}
              checked={p.valor === v}
              onChange={() => p.alElegir(v)}
            />
            <span>{texto}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Mostrador() {
  const [f, setF] = useState<Ficha>(leerFicha);
  const [fotos, setFotos] = useState<FotoElegida[]>([]);
  const [avance, setAvance] = useState<string | null>(null);
  const [hecho, setHecho] = useState<Reclamo | null>(null);
  const categorias = useCategorias();
  const categoria = categorias?.find((c) => c.id === f.categoria_id)?.nombre;

  const cambiar = (c: Partial<Ficha>) =>
    setF((antes) => {
      const nueva = { ...antes, ...c };
      guardarFicha(nueva);
      return nueva;
    });

  const form = useFormulario<ReturnType<typeof cuerpoDe>>({
    validar: validarFicha,
    enviar: async (cuerpo, clave) => {
      try {
        const ids = (await subirTodas(fotos, (n, de) => setAvance(tf.subiendo(n, de)))).map(
          (x) => x.id,
        );
        const r = await crearReclamo({ ...cuerpo, fotos: ids }, clave);
        olvidarFicha();
        setHecho(r);
      } finally {
        setAvance(null);
      }
    },
  });
  const enviar = () => void form.enviar(cuerpoDe(f, categoria));

  const empezarOtro = () => {
    setF(fichaVacia(f.canal));
    setFotos([]);
    setHecho(null);
  };
  // A new ficha begins where the hands are.
  useEffect(() => {
    if (!hecho) document.querySelector<HTMLElement>("[name=canal]:checked")?.focus();
  }, [hecho]);

  if (hecho) return <Listo r={hecho} alSeguir={empezarOtro} />;
  const { errores } = form;
  return (
    <form
      ref={form.ref}
      class="ventanilla"
      noValidate
      method="post"
      onSubmit={(e) => {
        e.preventDefault();
        enviar();
      }}
      onKeyDown={(e) => {
        if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
        e.preventDefault();
        enviar();
      }}
    >
      <div class="fila entre envuelve">
        <h1>{to.ventanilla.titulo}</h1>
        <p class="pistas chico suave" aria-hidden="true">
          <kbd>Tab</kbd> {to.ventanilla.avanzar} <kbd>Ctrl</kbd> <kbd>Enter</kbd>{" "}
          {to.ventanilla.anotar}
        </p>
      </div>
      {form.general ? <Alerta>{form.general}</Alerta> : null}
      <div class="ventanilla-columnas">
        <div class="pila">
          <Segmentos
            nombre="canal"
            titulo={to.ventanilla.canal}
            opciones={CANALES.map((c) => [c, tg.canales[c]] as const)}
            valor={f.canal}
            alElegir={(canal) => cambiar({ canal })}
          />
          <Persona f={f} cambiar={cambiar} errores={errores} />
        </div>
        <fieldset class="pila">
          <legend class="titulo-tramo">{to.ventanilla.que}</legend>
          <Campo nombre="categoria_id" etiqueta={tg.categoria} error={errores.categoria_id}>
            {(a) => (
              <select
                {...a}
                value={f.categoria_id ?? ""}
                onChange={(e) => cambiar({ categoria_id: Number(e.currentTarget.value) || null })}
              >
                <option value="">{t.comun.elegir}</option>
                {categorias?.map((c) => (
                  <option key={c.id} value={c.id}>
                    {c.nombre}
                  </option>
                ))}
              </select>
            )}
          </Campo>
          <Campo nombre="direccion" etiqueta={to.ventanilla.direccion} error={errores.direccion}>
            {(a) => (
              <input
                {...a}
                autocomplete="off"
                value={f.direccion}
                onInput={(e) => cambiar({ direccion: e.currentTarget.value })}
              />
            )}
          </Campo>
          <Parecidos f={f} />
          <Campo
            nombre="descripcion"
            etiqueta={to.ventanilla.descripcion}
            error={errores.descripcion}
          >
            {(a) => (
              <textarea
                {...a}
                rows={3}
                value={f.descripcion}
                onInput={(e) => cambiar({ descripcion: e.currentTarget.value })}
              />
            )}
          </Campo>
          {datosPersonales(`${f.titulo} · ${f.descripcion}`).length > 0 ? (
            <Alerta tono="info">{to.ventanilla.publico}</Alerta>
          ) : null}
          <Campo nombre="titulo" etiqueta={to.ventanilla.tituloCampo} error={errores.titulo}>
            {(a) => (
              <input
                {...a}
                autocomplete="off"
                value={tituloDe(f, categoria)}
                onInput={(e) => cambiar({ titulo: e.currentTarget.value, tituloPropio: true })}
              />
            )}
          </Campo>
          <Segmentos
            nombre="prioridad"
            titulo={tg.prioridad}
            opciones={PRIORIDADES.map((p) => [p, ta.prioridades[p]] as const)}
            valor={f.prioridad}
            alElegir={(prioridad) => cambiar({ prioridad })}
          />
          <Lugar valor={f.punto} onCambio={(punto) => cambiar({ punto })} error={errores.lat} />
          <SelectorFotos fotos={fotos} alCambiar={setFotos} />
          {errores.fotos ? <p class="error">{errores.fotos}</p> : null}
        </fieldset>
      </div>
      <div class="fila envuelve ventanilla-pie">
        <button type="submit" class="boton" disabled={form.enviando}>
          {form.enviando ? (avance ?? t.comun.enviando) : to.ventanilla.enviar}
        </button>
        <button
          type="button"
          class="enlace"
          onClick={() => {
            olvidarFicha();
            empezarOtro();
          }}
        >
          {to.ventanilla.limpiar}
        </button>
      </div>
    </form>
  );
}

export default function Ventanilla() {
  return (
    <MarcoGestion>
      <div class="pagina">
        <ConSesion roles={["supervisor", "admin"]}>{() => <Mostrador />}</ConSesion>
      </div>
    </MarcoGestion>
  );
}
