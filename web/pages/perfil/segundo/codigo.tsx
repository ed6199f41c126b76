import type { ComponentChildren } from "preact";
import { Alerta } from "../../../components/base/avisos.tsx";
import { Campo } from "../../../components/base/campo.tsx";
import { t } from "../../../i18n/index.ts";
import { ts } from "../../../i18n/segundo.ts";
import { textos, useFormulario } from "../../../lib/formulario.ts";

type Props = {
  etiqueta: string;
  ayuda?: string;
  boton: string;
  enviar: (codigo: string) => Promise<void>;
  alCancelar?: () => void;
  children?: ComponentChildren;
};

/** The one question of each step: a code. */
export function PedirCodigo(p: Props) {
  const f = useFormulario<Record<string, string>>({
    validar: async () => ({}),
    enviar: async (d) => p.enviar(d.codigo ?? ""),
  });
  return (
    <form
      ref={f.ref}
      class="pila"
      method="post"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void f.enviar(textos(e.currentTarget));
      }}
    >
      {p.children}
      {f.general ? <Alerta>{f.general}</Alerta> : null}
      <Campo
        nombre="codigo"
        etiqueta={p.etiqueta}
        error={f.errores.codigo}
        {...(p.ayuda ? { ayuda: p.ayuda } : {})}
      >
        {(a) => (
          <input {...a} class="codigo-corto" autocomplete="one-time-code" spellcheck={false} />
        )}
      </Campo>
      <div class="fila envuelve">
        <button type="submit" class="boton" disabled={f.enviando}>
          {f.enviando ? t.comun.enviando : p.boton}
        </button>
        {p.alCancelar ? (
          <button type="button" class="boton contorno" onClick={p.alCancelar}>
            {t.comun.cancelar}
          </button>
        ) : null}
      </div>
    </form>
  );
}

/** Ten ways in without the phone, for this once. */
export function Codigos({ codigos, alSeguir }: { codigos: string[]; alSeguir: () => void }) {
  const texto = codigos.join("\n");
  return (
    <div class="pila">
      <h3>{ts.guardalos}</h3>
      <p>{ts.guardalosQue}</p>
      <ul class="codigos-recuperacion">
        {codigos.map((c) => (
          <li key={c}>
            <code>{c}</code>
          </li>
        ))}
      </ul>
      <div class="fila envuelve">
        <button
          type="button"
          class="boton contorno"
          onClick={() => void navigator.clipboard.writeText(texto).catch(() => undefined)}
        >
          {ts.copiar}
        </button>
        <a
          class="boton contorno"
          download={ts.archivo}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${texto}\n`)}`}
        >
          {ts.descargar}
        </a>
        <button type="button" class="boton" onClick={alSeguir}>
          {ts.yaLosGuarde}
        </button>
      </div>
    </div>
  );
}
