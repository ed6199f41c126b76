import { useEffect, useRef, useState } from "preact/hooks";
import type { Yo } from "../../../contract/esquemas/cuentas.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { claveNueva } from "../../api/cliente.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { Dialogo } from "../../components/base/dialogo.tsx";
import { type FotoElegida, SelectorFotos } from "../../components/fotos.tsx";
import { ta } from "../../i18n/acciones.ts";
import { tk } from "../../i18n/campo.ts";
import { t } from "../../i18n/index.ts";
import { borrarBorrador, guardarBorrador, leerBorrador } from "../../state/guardado.ts";
import type { AccionCampo, Trabajo } from "./hecho.ts";
import { hacer } from "./trabajo.ts";

export type AccionConTexto = Exclude<AccionCampo, "iniciar">;

const FORMULARIOS = {
  resolver: {
    titulo: tk.listoTitulo,
    campo: "solucion",
    etiqueta: ta.campos.solucion,
    minimo: LIMITES.solucionMin,
    enviar: tk.listo,
  },
  devolver: {
    titulo: tk.noPuedoTitulo,
    campo: "motivo",
    etiqueta: ta.campos.motivo,
    minimo: LIMITES.motivoMin,
    enviar: t.comun.enviar,
  },
  comentar: {
    titulo: tk.comentarTitulo,
    campo: "texto",
    etiqueta: ta.campos.texto,
    minimo: LIMITES.comentarioMin,
    enviar: tk.comentar,
  },
} as const;

type Borrador = { texto: string; fotos: FotoElegida[] };
const PAUSA_MS = 400;

/** A draft that outlives the tab, kept a moment after the last touch. */
function useBorrador(nombre: string) {
  const [b, setB] = useState<Borrador>({ texto: "", fotos: [] });
  const tocado = useRef(false);
  useEffect(() => {
    void leerBorrador<Borrador>(nombre)
      .catch(() => null)
      .then((previo) => previo && !tocado.current && setB(previo));
  }, [nombre]);
  useEffect(() => {
    if (!tocado.current) return;
    const reloj = setTimeout(
      () => void guardarBorrador(nombre, b).catch(() => undefined),
      PAUSA_MS,
    );
    return () => clearTimeout(reloj);
  }, [nombre, b]);
  const cambiar = (x: Partial<Borrador>) => {
    tocado.current = true;
    setB((antes) => ({ ...antes, ...x }));
  };
  return [b, cambiar] as const;
}

type Props = { trabajo: Trabajo; accion: AccionConTexto; yo: Yo; alCerrar: () => void };

/** The words (and photos) of an action. Nothing of it needs signal: it is checked and kept here. */
export function FormularioCampo({ trabajo, accion, yo, alCerrar }: Props) {
  const f = FORMULARIOS[accion];
  const nombre = `campo:${yo.id}:${trabajo.fila.id}:${accion}`;
  const [b, cambiar] = useBorrador(nombre);
  const [error, setError] = useState<string | undefined>();
  const [sinLugar, setSinLugar] = useState(false);
  const [enviando, setEnviando] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const enviar = async () => {
    const texto = b.texto.trim();
    if ([...texto].length < f.minimo) {
      setError(tk.escribiMas(f.minimo));
      form.current?.querySelector("textarea")?.focus();
      return;
    }
    setError(undefined);
    setEnviando(true);
    try {
      const fotos = b.fotos.map(({ blob }) => ({ blob, clave: claveNueva() }));
      await hacer(trabajo, accion, { cuerpo: { [f.campo]: texto }, fotos });
      await borrarBorrador(nombre).catch(() => undefined);
      alCerrar();
    } catch {
      setSinLugar(true);
      setEnviando(false);
    }
  };

  return (
    <Dialogo titulo={f.titulo} alCerrar={alCerrar}>
      <p class="suave">{trabajo.fila.titulo}</p>
      <form
        ref={form}
        class="pila"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          if (!enviando) void enviar();
        }}
      >
        {sinLugar ? <Alerta>{tk.sinLugar}</Alerta> : null}
        {accion === "resolver" ? (
          <div class="campo">
            <p class="etiqueta">
              {ta.campos.fotos} <span class="suave">({t.comun.opcional})</span>
            </p>
            <p class="ayuda">{tk.fotoAyuda}</p>
            <SelectorFotos fotos={b.fotos} alCambiar={(fotos) => cambiar({ fotos })} />
          </div>
        ) : null}
        <Campo
          nombre={f.campo}
          etiqueta={f.etiqueta}
          error={error}
          {...(accion === "resolver" ? { ayuda: ta.campos.solucionAyuda } : {})}
        >
          {(a) => (
            <textarea
              {...a}
              rows={4}
              maxLength={LIMITES.textoMax}
              value={b.texto}
              onInput={(e) => cambiar({ texto: e.currentTarget.value })}
            />
          )}
        </Campo>
        {accion === "comentar" ? (
          <SelectorFotos fotos={b.fotos} alCambiar={(fotos) => cambiar({ fotos })} />
        ) : null}
        <div class="fila derecha">
          <button type="button" class="boton contorno" onClick={alCerrar}>
            {t.comun.cancelar}
          </button>
          <button type="submit" class="boton" disabled={enviando}>
            {f.enviar}
          </button>
        </div>
      </form>
    </Dialogo>
  );
}
