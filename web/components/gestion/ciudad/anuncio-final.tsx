import type { Anuncio } from "../../../../contract/esquemas/avisos.ts";
import * as api from "../../../api/ciudad.ts";
import { tan } from "../../../i18n/anuncios.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { aCampo, deCampo, enPalabras } from "../../../lib/hora-local.ts";
import { validarVencimiento } from "../../../lib/validar-ciudad.ts";
import { Campo } from "../../base/campo.tsx";
import { FichaDialogo } from "./formulario.tsx";

/** As the browser's field gives it, in Buenos Aires time. */
type Valores = { vence_en: string };

const valoresDe = (a: Anuncio): Valores => ({ vence_en: aCampo(a.vence_en) });

type Props = { fila: Anuncio; alGuardar: (a: Anuncio) => void; alCerrar: () => void };

/** Of an announcement that is out, the only thing that still changes: until when it is shown and sent. */
export function FichaDelFinal({ fila, alGuardar, alCerrar }: Props) {
  const ficha = useFicha<Valores, Anuncio>({
    inicial: valoresDe(fila),
    version: fila.version,
    validar: (v) => validarVencimiento({ vence_en: deCampo(v.vence_en), version: fila.version }),
    guardar: (v, version, clave) =>
      api.cambiarVencimiento(fila.id, { vence_en: deCampo(v.vence_en), version }, clave),
    alGuardar,
    releer: async () => {
      const ahora = await api.verAnuncio(fila.id);
      return { valores: valoresDe(ahora), version: ahora.version };
    },
    decir: (_k, valor) => ({ campo: tan.campos.vence_en, valor: enPalabras(String(valor)) }),
  });
  const { v, poner, errores } = ficha;
  return (
    <FichaDialogo
      titulo={tan.extenderCual(fila.titulo)}
      ficha={ficha}
      guardar={tan.guardar}
      alCerrar={alCerrar}
    >
      <p class="suave">{tan.yaSalio}</p>
      <Campo
        nombre="vence_en"
        etiqueta={tan.campos.vence_en}
        ayuda={tan.finalAyuda}
        error={errores.vence_en}
      >
        {(a) => (
          <input
            {...a}
            type="datetime-local"
            value={v.vence_en}
            onInput={(e) => poner("vence_en", e.currentTarget.value)}
          />
        )}
      </Campo>
    </FichaDialogo>
  );
}
