import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { Esqueleto, Falla, Vacio } from "../../../components/base/avisos.tsx";
import { t } from "../../../i18n/index.ts";

type Cargar = () => Promise<{ default: ComponentType }>;

/** Each screen of the city is its own piece. They share one route, since every visitor's first load carries the routes. */
const PANTALLAS: Record<string, Cargar> = {
  empezar: () => import("./empezar.tsx"),
  municipio: () => import("./municipio.tsx"),
  categorias: () => import("./categorias.tsx"),
  cuadrillas: () => import("./cuadrillas.tsx"),
  personas: () => import("./personas.tsx"),
  respuestas: () => import("./respuestas.tsx"),
  anuncios: () => import("./anuncios.tsx"),
  correos: () => import("./correos.tsx"),
  auditoria: () => import("./auditoria.tsx"),
  "correos/:id": () => import("./correo.tsx"),
};

type Traida = { clave: string; Pantalla: ComponentType | null; error: unknown };

export default function Puerta() {
  const { seccion = "", id } = useRoute().params;
  const clave = id === undefined ? seccion : `${seccion}/:id`;
  const [traida, setTraida] = useState<Traida | null>(null);
  const [vez, setVez] = useState(0);
  const cargar = PANTALLAS[clave];
  useEffect(() => {
    let vivo = true;
    cargar?.().then(
      (m) => vivo && setTraida({ clave, Pantalla: m.default, error: null }),
      (error: unknown) => vivo && setTraida({ clave, Pantalla: null, error }),
    );
    return () => {
      vivo = false;
    };
  }, [cargar, clave, vez]);
  if (!cargar)
    return <Vacio titulo={t.errores.noEncontradoTitulo} texto={t.errores.noEncontrado} />;
  if (traida?.clave !== clave) return <Esqueleto filas={4} />;
  if (!traida.Pantalla)
    return <Falla error={traida.error} alReintentar={() => setVez((n) => n + 1)} />;
  return <traida.Pantalla />;
}
