import type { ComponentChildren } from "preact";
import { Alerta } from "../../components/base/avisos.tsx";
import { Categoria } from "../../components/categorias.tsx";
import { SelectorFotos } from "../../components/fotos.tsx";
import { tc } from "../../i18n/cuentas.ts";
import { t } from "../../i18n/index.ts";
import { tr } from "../../i18n/reportar.ts";
import { ingresarYVolver, sesion } from "../../state/sesion.ts";
import { type PropsPaso, tituloDe } from "./pasos.tsx";

type Props = PropsPaso & { general: string | null; avance: string | null; enviando: boolean };

function Dato({
  nombre,
  paso,
  error,
  children,
}: {
  nombre: string;
  paso: number;
  error?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="dato">
      <dt>
        {nombre}{" "}
        <a href={`/reportar?paso=${paso}`}>
          {t.comun.cambiar}
          <span class="oculto"> {nombre}</span>
        </a>
      </dt>
      <dd>
        {children}
        {error ? <p class="error">{error}</p> : null}
      </dd>
    </div>
  );
}

/** The last look: how it will read in public, and the button that sends it. */
export function PasoRevisar({ b, cambiar, errores, categorias, general, avance, enviando }: Props) {
  const categoria = categorias?.find((c) => c.id === b.categoria_id);
  const yo = sesion.value;
  return (
    <>
      <h1>{tr.revisar}</h1>
      <p class="suave">{tr.revisarBajada}</p>
      {general ? <Alerta>{general}</Alerta> : null}
      <dl class="tarjeta datos">
        <Dato nombre={tr.tituloCampo} paso={4} error={errores.titulo}>
          <strong>{tituloDe(b, categorias)}</strong>
        </Dato>
        <Dato nombre={tr.que} paso={3} error={errores.categoria_id}>
          {categoria ? <Categoria categoria={categoria} /> : null}
        </Dato>
        <Dato nombre={tr.donde} paso={2} error={errores.direccion}>
          {b.direccion}
        </Dato>
        <Dato nombre={tr.descripcion} paso={4} error={errores.descripcion}>
          <span class="descripcion">{b.descripcion}</span>
        </Dato>
      </dl>
      <SelectorFotos fotos={b.fotos} alCambiar={(fotos) => cambiar({ fotos })} />
      {errores.fotos ? <p class="error">{errores.fotos}</p> : null}
      <div class="pie-paso pila">
        {yo === null ? (
          <>
            <p role="status">{tr.ingresa}</p>
            <a class="boton ancho" href={ingresarYVolver("/reportar?paso=5")}>
              {tc.ingresar.titulo}
            </a>
            <a
              class="boton contorno ancho"
              href={`/registrarse?volver=${encodeURIComponent("/reportar?paso=5")}`}
            >
              {tc.registrarse.titulo}
            </a>
          </>
        ) : (
          <button type="submit" class="boton ancho" disabled={enviando || !yo}>
            {avance ?? (enviando ? t.comun.enviando : tr.enviar)}
          </button>
        )}
        <p class="oculto" role="status">
          {avance}
        </p>
      </div>
    </>
  );
}
