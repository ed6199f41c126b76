import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Sugerencia } from "../../../contract/esquemas/gestion.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { verSugerencias } from "../../api/gestion.ts";
import { tb } from "../../i18n/bandeja.ts";
import { razones } from "../../lib/sugerencia.ts";
import { useCategorias } from "../../state/catalogos.ts";
import { Esqueleto, Falla } from "../base/avisos.tsx";

type Props = {
  nombre: string;
  etiqueta: string;
  valor: string;
  error?: string | undefined;
  reclamo: Pick<Reclamo, "id" | "categoria_id">;
  alCambiar: (v: string) => void;
};

/** Whom to send: every cuadrilla with its work and its reasons, the suggested one first. */
export default function ElegirCuadrilla({
  nombre,
  etiqueta,
  valor,
  error,
  reclamo,
  alCambiar,
}: Props) {
  const id = useId();
  const caja = useRef<HTMLFieldSetElement>(null);
  const [lista, setLista] = useState<Sugerencia[] | null>(null);
  const [falla, setFalla] = useState<unknown>(null);
  const [intento, setIntento] = useState(0);
  const [todas, verTodas] = useState(false);
  const categoria = useCategorias()?.find((c) => c.id === reclamo.categoria_id)?.nombre ?? "";

  useEffect(() => {
    let vivo = true;
    setFalla(null);
    verSugerencias(reclamo.id).then(
      (l) => vivo && setLista(l),
      (e: unknown) => vivo && setFalla(e),
    );
    return () => {
      vivo = false;
    };
  }, [reclamo.id, intento]);

  // The first question, once it is there, unless the person is already at another.
  useEffect(() => {
    const formulario = caja.current?.closest("form");
    if (lista && formulario && !formulario.contains(document.activeElement))
      caja.current?.querySelector("input")?.focus();
  }, [lista]);

  // Who does not take this kind of work is rarely sent: they wait behind a button.
  const aptas = lista?.filter((s) => s.atiende || valor === String(s.cuadrilla_id)) ?? [];
  const vistas = todas || aptas.length === 0 ? lista : aptas;
  const otras = (lista?.length ?? 0) - (vistas?.length ?? 0);
  return (
    <fieldset ref={caja} class="campo cuadrillas" aria-describedby={error ? `${id}-e` : undefined}>
      <legend>{etiqueta}</legend>
      {error ? (
        <p class="error" id={`${id}-e`}>
          {error}
        </p>
      ) : null}
      {falla ? <Falla error={falla} alReintentar={() => setIntento((n) => n + 1)} /> : null}
      {!lista && !falla ? (
        <>
          <p class="oculto" role="status">
            {tb.asignar.cargando}
          </p>
          <Esqueleto filas={3} />
        </>
      ) : null}
      {lista?.length === 0 ? <p>{tb.asignar.ninguna}</p> : null}
      {vistas?.map((s) => (
        <label key={s.cuadrilla_id} class="cuadrilla">
          <input
            type="radio"
            name={nombre}
            value={s.cuadrilla_id}
            checked={valor === String(s.cuadrilla_id)}
            aria-describedby={`${id}-${s.cuadrilla_id}`}
            onChange={() => alCambiar(String(s.cuadrilla_id))}
            {...(error ? { "aria-invalid": "true" as const } : {})}
          />
          <span>
            <strong>{s.nombre}</strong>{" "}
            {s.sugerida ? <span class="sugerida">{tb.asignar.sugerida}</span> : null}
          </span>
          <span class="chico suave" id={`${id}-${s.cuadrilla_id}`}>
            {razones(s, categoria)}
          </span>
        </label>
      ))}
      {otras > 0 ? (
        <button type="button" class="enlace" onClick={() => verTodas(true)}>
          {tb.asignar.otras(otras)}
        </button>
      ) : null}
    </fieldset>
  );
}
