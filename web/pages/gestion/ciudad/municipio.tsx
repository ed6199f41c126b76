import { useState } from "preact/hooks";
import type { Municipio } from "../../../../contract/esquemas/municipio.ts";
import * as api from "../../../api/ciudad.ts";
import { Campo } from "../../../components/base/campo.tsx";
import { ColorDeLaCiudad } from "../../../components/gestion/ciudad/colores.tsx";
import { Formulario } from "../../../components/gestion/ciudad/formulario.tsx";
import { Limite } from "../../../components/gestion/ciudad/limite.tsx";
import { Logo } from "../../../components/gestion/ciudad/logo.tsx";
import { CuerpoCiudad, soloAdmin } from "../../../components/gestion/ciudad/pagina.tsx";
import { Mostrar } from "../../../components/gestion/ciudad/piezas.tsx";
import { tci } from "../../../i18n/ciudad.ts";
import { useFicha } from "../../../lib/ficha.ts";
import { centroDe } from "../../../lib/limite.ts";
import { useLeido } from "../../../lib/lista-viva.ts";
import { validarMunicipio } from "../../../lib/validar-ciudad.ts";
import { ponerCiudad } from "../../../state/poner-ciudad.ts";
import { avisar } from "../../../state/toasts.ts";

const SIN_CONTACTO = { telefono: "", email: "", direccion: "", horario: "" };

type Valores = Pick<
  Municipio,
  | "nombre"
  | "limite"
  | "lat"
  | "lng"
  | "reclamos_por_dia"
  | "meses_personales"
  | "color_principal"
  | "color_acento"
  | "logo"
> & {
  contacto: typeof SIN_CONTACTO;
  /** Of a picture just uploaded; null takes the logo away, undefined leaves it. */
  logo_foto_id: number | null | undefined;
};

const valoresDe = (m: Municipio): Valores => ({
  nombre: m.nombre,
  limite: m.limite,
  lat: m.lat,
  lng: m.lng,
  reclamos_por_dia: m.reclamos_por_dia,
  meses_personales: m.meses_personales,
  color_principal: m.color_principal,
  color_acento: m.color_acento,
  logo: m.logo,
  contacto: m.contacto ?? SIN_CONTACTO,
  logo_foto_id: undefined,
});

/** What is sent: a boundary not given is absent, and its centre is its own unless somebody put it elsewhere. */
function pedidoDe({ logo: _, limite, lat, lng, logo_foto_id, ...resto }: Valores) {
  const centro = limite && (lat === null || lng === null) ? centroDe(limite) : { lat, lng };
  return {
    ...resto,
    ...(limite ? { limite, ...centro } : { lat: 0, lng: 0 }),
    ...(logo_foto_id === undefined ? {} : { logo_foto_id }),
  };
}

const CONTACTO = [
  ["telefono", "tel"],
  ["email", "email"],
  ["direccion", "text"],
  ["horario", "text"],
] as const;

function FichaDelMunicipio({
  m,
  releer,
  alGuardar,
}: {
  m: Municipio;
  releer: () => Promise<Municipio | null>;
  alGuardar: (m: Municipio) => void;
}) {
  const ficha = useFicha<Valores, Municipio>({
    inicial: valoresDe(m),
    version: m.version,
    validar: (v) => validarMunicipio(pedidoDe(v)),
    guardar: (v, version, clave) => api.guardarMunicipio({ ...pedidoDe(v), version }, clave),
    alGuardar,
    releer: async () => {
      const ahora = await releer();
      return ahora && { valores: valoresDe(ahora), version: ahora.version };
    },
    decir: (k, valor) => ({
      campo: tci.municipio.campos[k],
      valor:
        valor === null || valor === undefined
          ? tci.ninguno
          : typeof valor === "object"
            ? k === "contacto"
              ? Object.values(valor).filter(Boolean).join(", ") || tci.ninguno
              : tci.municipio.unLimite
            : String(valor),
    }),
  });
  const { v, poner, errores } = ficha;
  return (
    <Formulario ficha={ficha} guardar={tci.municipio.guardar}>
      <section class="tarjeta pila">
        <h2>{tci.municipio.quien}</h2>
        <Campo
          nombre="nombre"
          etiqueta={tci.nombre}
          ayuda={tci.municipio.nombreAyuda}
          error={errores.nombre}
        >
          {(a) => (
            <input
              {...a}
              autocomplete="organization"
              value={v.nombre}
              onInput={(e) => poner("nombre", e.currentTarget.value)}
            />
          )}
        </Campo>
        <Logo
          logo={v.logo_foto_id === null ? null : v.logo}
          error={errores.logo_foto_id}
          alElegir={(id) => poner("logo_foto_id", id)}
        />
      </section>
      <section class="tarjeta pila" id="limite">
        <h2>{tci.municipio.campos.limite}</h2>
        <Limite
          limite={v.limite}
          centro={v.lat === null || v.lng === null ? null : { lat: v.lat, lng: v.lng }}
          error={errores.limite ?? errores.lat ?? errores.lng}
          alCambiar={(limite) => {
            poner("limite", limite);
            const c = centroDe(limite);
            poner("lat", c.lat);
            poner("lng", c.lng);
          }}
          alCentrar={(c) => {
            poner("lat", c.lat);
            poner("lng", c.lng);
          }}
        />
      </section>
      <section class="tarjeta pila">
        <h2>{tci.municipio.colores}</h2>
        <div class="dos">
          {(["color_principal", "color_acento"] as const).map((k) => (
            <ColorDeLaCiudad
              key={k}
              cual={k}
              valor={v[k]}
              error={errores[k]}
              alElegir={(x) => poner(k, x)}
            />
          ))}
        </div>
      </section>
      <section class="tarjeta pila">
        <h2>{tci.municipio.campos.contacto}</h2>
        <p class="suave chico">{tci.municipio.contactoAyuda}</p>
        <div class="dos">
          {CONTACTO.map(([k, modo]) => (
            <Campo
              key={k}
              nombre={`contacto.${k}`}
              etiqueta={tci.municipio.contacto[k]}
              error={errores[`contacto.${k}`]}
              opcional
            >
              {(a) => (
                <input
                  {...a}
                  inputMode={modo}
                  value={v.contacto[k]}
                  onInput={(e) => poner("contacto", { ...v.contacto, [k]: e.currentTarget.value })}
                />
              )}
            </Campo>
          ))}
        </div>
      </section>
      <section class="tarjeta pila">
        <h2>{tci.municipio.reglas}</h2>
        <Campo
          nombre="reclamos_por_dia"
          etiqueta={tci.municipio.campos.reclamos_por_dia}
          ayuda={tci.municipio.porDiaAyuda}
          error={errores.reclamos_por_dia}
        >
          {(a) => (
            <input
              {...a}
              inputMode="numeric"
              value={Number.isNaN(v.reclamos_por_dia) ? "" : v.reclamos_por_dia}
              onInput={(e) =>
                poner(
                  "reclamos_por_dia",
                  e.currentTarget.value ? Number(e.currentTarget.value) : Number.NaN,
                )
              }
            />
          )}
        </Campo>
        <Campo
          nombre="meses_personales"
          etiqueta={tci.municipio.campos.meses_personales}
          ayuda={tci.municipio.mesesAyuda}
          error={errores.meses_personales}
        >
          {(a) => (
            <input
              {...a}
              inputMode="numeric"
              value={Number.isNaN(v.meses_personales) ? "" : v.meses_personales}
              onInput={(e) =>
                poner(
                  "meses_personales",
                  e.currentTarget.value ? Number(e.currentTarget.value) : Number.NaN,
                )
              }
            />
          )}
        </Campo>
      </section>
    </Formulario>
  );
}

/** The row whose form it is; another version of it is read only on request, so that nothing typed is lost. */
function PaginaMunicipio() {
  const leido = useLeido(api.verMunicipio);
  const [vez, setVez] = useState(0);
  const alGuardar = async ({ version }: Municipio) => {
    avisar(tci.municipio.guardado, { tono: "bien" });
    await leido.releer();
    setVez((n) => n + 1);
    // The shell follows; without an answer it does at the next page.
    await api.verMunicipioPublico(version).then(ponerCiudad, () => undefined);
  };
  return (
    <CuerpoCiudad titulo={tci.municipio.titulo} bajada={tci.municipio.bajada}>
      <Mostrar leido={leido}>
        {(m) => (
          <FichaDelMunicipio
            key={vez}
            m={m}
            releer={leido.releer}
            alGuardar={(x) => void alGuardar(x)}
          />
        )}
      </Mostrar>
    </CuerpoCiudad>
  );
}

export default soloAdmin(PaginaMunicipio);
