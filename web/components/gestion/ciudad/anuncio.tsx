import type { Anuncio } from "../../../../contract/esquemas/avisos.ts";
import type { Zona } from "../../../../contract/esquemas/catalogos.ts";
import { ROLES, type Rol } from "../../../../contract/vocabulario.ts";
import * as api from "../../../api/ciudad.ts";
import { tan } from "../../../i18n/anuncios.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { aCampo, deCampo, enPalabras } from "../../../lib/hora-local.ts";
import { validarAnuncio } from "../../../lib/validar-ciudad.ts";
import { Campo } from "../../base/campo.tsx";
import { FichaDialogo } from "./formulario.tsx";

export type Valores = {
  titulo: string;
  texto: string;
  rol: Rol | null;
  zona_id: number | null;
  publico: boolean;
  /** As the browser's field gives it, in Buenos Aires time: 2026-11-27T18:00. Empty for none. */
  publicar_en: string;
  vence_en: string;
};

const NUEVO: Valores = {
  titulo: "",
  texto: "",
  rol: null,
  zona_id: null,
  publico: true,
  publicar_en: "",
  vence_en: "",
};

const valoresDe = (a: Anuncio): Valores => ({
  titulo: a.titulo,
  texto: a.texto,
  rol: a.rol,
  zona_id: a.zona_id,
  publico: a.publico,
  publicar_en: aCampo(a.publicar_en),
  vence_en: aCampo(a.vence_en),
});

/** The form as the server takes it. */
const cuerpoDe = ({ rol, zona_id, publicar_en, vence_en, ...v }: Valores) => ({
  ...v,
  ...(rol ? { rol } : {}),
  ...(zona_id === null ? {} : { zona_id }),
  publicar_en: deCampo(publicar_en),
  vence_en: deCampo(vence_en),
});

type Props = {
  /** Null: a new one. */
  fila: Anuncio | null;
  zonas: readonly Zona[];
  alGuardar: (a: Anuncio) => void;
  alCerrar: () => void;
};

/** Writes an announcement, or changes one that has not gone out: to whom, from when, until when. */
export function FichaDeAnuncio({ fila, zonas, alGuardar, alCerrar }: Props) {
  const decir = <K extends keyof Valores>(k: K, valor: unknown): string => {
    if (k === "rol") return valor ? tan.roles[valor as Rol] : tan.todos;
    if (k === "zona_id") return zonas.find((z) => z.id === valor)?.nombre ?? tan.todasLasZonas;
    if (k === "publico") return valor ? tan.si : tan.no;
    if (k === "publicar_en" || k === "vence_en") return enPalabras(String(valor));
    return String(valor);
  };
  const ficha = useFicha<Valores, Anuncio>({
    inicial: fila ? valoresDe(fila) : NUEVO,
    version: fila?.version,
    validar: (v) => validarAnuncio(cuerpoDe(v)),
    guardar: (v, version, clave) =>
      fila
        ? api.cambiarAnuncio(fila.id, { ...cuerpoDe(v), version }, clave)
        : api.anunciar(cuerpoDe(v), clave),
    alGuardar,
    ...(fila && {
      releer: async () => {
        const ahora = await api.verAnuncio(fila.id);
        return { valores: valoresDe(ahora), version: ahora.version };
      },
    }),
    decir: (k, valor) => ({ campo: tan.campos[k], valor: decir(k, valor) }),
  });
  const { v, poner, errores } = ficha;
  return (
    <FichaDialogo
      titulo={fila ? tan.editarCual(fila.titulo) : tan.nuevo}
      ficha={ficha}
      guardar={
        fila
          ? v.publicar_en
            ? tan.guardar
            : tan.publicarAhora
          : v.publicar_en
            ? tan.programar
            : tan.publicar
      }
      alCerrar={alCerrar}
    >
      <Campo nombre="titulo" etiqueta={tan.campos.titulo} error={errores.titulo}>
        {(a) => (
          <input {...a} value={v.titulo} onInput={(e) => poner("titulo", e.currentTarget.value)} />
        )}
      </Campo>
      <Campo
        nombre="texto"
        etiqueta={tan.campos.texto}
        ayuda={tan.textoAyuda}
        error={errores.texto}
      >
        {(a) => (
          <textarea
            {...a}
            rows={5}
            value={v.texto}
            onInput={(e) => poner("texto", e.currentTarget.value)}
          />
        )}
      </Campo>
      <Campo nombre="rol" etiqueta={tan.campos.rol} error={errores.rol}>
        {(a) => (
          <select
            {...a}
            value={v.rol ?? ""}
            onChange={(e) => poner("rol", (e.currentTarget.value || null) as Rol | null)}
          >
            <option value="">{tan.todos}</option>
            {ROLES.map((rol) => (
              <option key={rol} value={rol}>
                {tan.roles[rol]}
              </option>
            ))}
          </select>
        )}
      </Campo>
      <Campo
        nombre="zona_id"
        etiqueta={tan.campos.zona_id}
        ayuda={tan.zonaAyuda}
        error={errores.zona_id}
      >
        {(a) => (
          <select
            {...a}
            value={v.zona_id ?? ""}
            onChange={(e) => poner("zona_id", Number(e.currentTarget.value) || null)}
          >
            <option value="">{tan.todasLasZonas}</option>
            {zonas.map((z) => (
              <option key={z.id} value={z.id}>
                {z.nombre}
              </option>
            ))}
          </select>
        )}
      </Campo>
      <label class="casilla">
        <input
          type="checkbox"
          checked={v.publico}
          onChange={(e) => poner("publico", e.currentTarget.checked)}
        />
        <span>{tan.campos.publico}</span>
      </label>
      {(["publicar_en", "vence_en"] as const).map((k) => (
        <Campo
          key={k}
          nombre={k}
          etiqueta={tan.campos[k]}
          ayuda={k === "publicar_en" ? tan.cuandoAyuda : tan.hastaAyuda}
          error={errores[k]}
        >
          {(a) => (
            <input
              {...a}
              type="datetime-local"
              value={v[k]}
              onInput={(e) => poner(k, e.currentTarget.value)}
            />
          )}
        </Campo>
      ))}
    </FichaDialogo>
  );
}
