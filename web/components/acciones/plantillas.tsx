import { useEffect, useState } from "preact/hooks";
import type { Accion } from "../../../contract/acciones.ts";
import {
  type AccionConPlantilla,
  CAMPO_DE_PLANTILLA,
  type Plantilla,
} from "../../../contract/esquemas/plantillas.ts";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { verPlantillas } from "../../api/gestion.ts";
import { tb } from "../../i18n/bandeja.ts";
import { agregar, llenar } from "../../lib/plantillas.ts";
import { Campo } from "../base/campo.tsx";
import type { Valores } from "./campos.ts";

type Props = {
  accion: Accion;
  reclamo: Pick<Reclamo, "numero" | "direccion" | "categoria">;
  valores: Valores;
  alElegir: (v: Valores) => void;
};

const conTexto = (a: Accion): a is AccionConPlantilla => a in CAMPO_DE_PLANTILLA;

/** The saved answers that suit this action; the one chosen goes into its text. Nothing when there is none. */
export default function Plantillas({ accion, reclamo, valores, alElegir }: Props) {
  const [lista, setLista] = useState<Plantilla[]>([]);
  useEffect(() => {
    let vivo = true;
    if (conTexto(accion))
      verPlantillas().then(
        (l) => vivo && setLista(l.filter((p) => p.accion === null || p.accion === accion)),
        () => undefined, // One writes the answer oneself.
      );
    return () => {
      vivo = false;
    };
  }, [accion]);
  if (!conTexto(accion) || lista.length === 0) return null;
  const campo = CAMPO_DE_PLANTILLA[accion];
  const elegir = (id: string) => {
    const p = lista.find((x) => String(x.id) === id);
    if (p) alElegir({ [campo]: agregar(String(valores[campo] ?? ""), llenar(p.texto, reclamo)) });
  };
  return (
    <Campo nombre="plantilla" etiqueta={tb.plantillas.etiqueta} opcional>
      {(a) => (
        <select
          {...a}
          value=""
          onChange={(e) => {
            elegir(e.currentTarget.value);
            e.currentTarget.value = "";
          }}
        >
          <option value="">{tb.plantillas.elegir}</option>
          {lista.map((p) => (
            <option key={p.id} value={p.id}>
              {p.titulo}
            </option>
          ))}
        </select>
      )}
    </Campo>
  );
}
