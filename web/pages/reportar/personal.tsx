import { datosPersonales } from "../../../contract/personal.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { tn } from "../../i18n/reporte.ts";

/** A nudge, not a refusal: says what in these texts seems to be somebody's own. */
export function AvisoPersonal({ textos }: { textos: readonly string[] }) {
  const hallados = datosPersonales(textos.join(" · "));
  if (hallados.length === 0) return null;
  const lista = hallados.map((p) => tn.personal[p.tipo](p.texto)).join(tn.personal.y);
  return (
    <Alerta tono="info">
      <p>
        <strong>{tn.personal.titulo(lista)}</strong>
      </p>
      <p>{tn.personal.consejo}</p>
    </Alerta>
  );
}
