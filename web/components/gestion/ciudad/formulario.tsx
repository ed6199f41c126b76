import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { tci } from "../../../i18n/ciudad.ts";
import { t } from "../../../i18n/index.ts";
import type { Diferencia, Ficha } from "../../../lib/ficha.ts";
import { Alerta } from "../../base/avisos.tsx";
import { Dialogo } from "../../base/dialogo.tsx";

type Props = {
  ficha: Ficha;
  guardar: string;
  children: ComponentChildren;
  alCancelar?: () => void;
};

/** Somebody else was quicker: what is another now. */
const Conflicto = ({ diferencias }: { diferencias: readonly Diferencia[] }) => (
  <Alerta>
    <strong>{tci.conflicto.titulo}</strong> {tci.conflicto.texto}
    {diferencias.length > 0 ? (
      <ul>
        {diferencias.map((d) => (
          <li key={d.campo}>{tci.conflicto.cambio(d.campo, d.antes, d.ahora)}</li>
        ))}
      </ul>
    ) : null}
  </Alerta>
);

/** A form of the city: what went wrong on top, its fields, and the way out. */
export function Formulario({ ficha: f, guardar, children, alCancelar }: Props) {
  const aviso = useRef<HTMLDivElement>(null);
  // What is said on top must be seen from the button at the end; a wrong field has the focus instead.
  useEffect(() => {
    if ((f.conflicto || f.general) && !f.ref.current?.querySelector("[aria-invalid=true]"))
      aviso.current?.scrollIntoView({ block: "center" });
  }, [f.conflicto, f.general, f.ref]);
  return (
    <form
      ref={f.ref}
      class="pila"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void f.enviar();
      }}
    >
      {f.conflicto || f.general ? (
        <div ref={aviso} class="pila">
          {f.conflicto ? <Conflicto diferencias={f.conflicto} /> : null}
          {f.general ? <Alerta>{f.general}</Alerta> : null}
        </div>
      ) : null}
      {children}
      <div class="fila derecha envuelve">
        {alCancelar ? (
          <button type="button" class="boton contorno" onClick={alCancelar}>
            {t.comun.cancelar}
          </button>
        ) : null}
        <button type="submit" class="boton" disabled={f.enviando}>
          {f.enviando ? tci.guardando : guardar}
        </button>
      </div>
    </form>
  );
}

type PropsDialogo = Omit<Props, "alCancelar"> & { titulo: string; alCerrar: () => void };

/** The same in a dialog, which does not close over what was typed without asking. */
export function FichaDialogo({ titulo, ficha, alCerrar, children, guardar }: PropsDialogo) {
  const [pregunta, setPregunta] = useState(false);
  const irse = () => (ficha.sucia && !pregunta ? setPregunta(true) : alCerrar());
  return (
    <Dialogo titulo={titulo} alCerrar={irse}>
      {pregunta ? (
        <Alerta>
          <p>{tci.sinGuardar}</p>
          <div class="fila envuelve">
            <button type="button" class="boton contorno chica" onClick={() => setPregunta(false)}>
              {tci.seguirEditando}
            </button>
            <button type="button" class="boton contorno chica" onClick={alCerrar}>
              {tci.descartar}
            </button>
          </div>
        </Alerta>
      ) : null}
      <Formulario ficha={ficha} guardar={guardar} alCancelar={irse}>
        {children}
      </Formulario>
    </Dialogo>
  );
}
