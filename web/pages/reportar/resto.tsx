import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Reclamo } from "../../../contract/esquemas/reclamos.ts";
import { claveNueva } from "../../api/cliente.ts";
import { mensajeDe } from "../../api/error.ts";
import { t } from "../../i18n/index.ts";
import {
  delServidor,
  type Errores,
  enfocarPrimero,
  hayErrores,
  validarReclamo,
} from "../../lib/validar.ts";
import type { Borrador } from "../../state/borrador.ts";
import { useCategorias } from "../../state/catalogos.ts";
import { cuerpoDeBorrador, enviarBorrador } from "./envio.ts";
import { Listo } from "./listo.tsx";
import { PasoCategoria, PasoLugar, PasoTexto, tituloDe } from "./pasos.tsx";
import { PasoRevisar } from "./revisar.tsx";

const ULTIMO = 5;
/** What each step must have in order before the next one. */
const CAMPOS: Record<number, readonly string[]> = {
  2: ["direccion"],
  3: ["categoria_id"],
  4: ["titulo", "descripcion"],
};

type Props = {
  paso: number;
  b: Borrador;
  cambiar: (cambios: Partial<Borrador>) => void;
  vaciar: () => void;
  avance: VNode;
};

/** The place, the kind, the words, a last look, and the sending. */
export function Resto({ paso, b, cambiar, vaciar, avance: barra }: Props) {
  const { route } = useLocation();
  const categorias = useCategorias();
  const [errores, setErrores] = useState<Errores>({});
  const [general, setGeneral] = useState<string | null>(null);
  const [avance, setAvance] = useState<string | null>(null);
  const [enviando, setEnviando] = useState(false);
  const [hecho, setHecho] = useState<Reclamo | null>(null);
  const ref = useRef<HTMLFormElement>(null);
  const completo = { ...b, titulo: tituloDe(b, categorias) };
  // A tile's touch changes the draft and goes on in the same moment: going on reads the latest.
  const ultimo = useRef(completo);
  ultimo.current = completo;

  // A new step is a new page: it begins at its title.
  useEffect(() => {
    scrollTo(0, 0);
    const h1 = ref.current?.querySelector("h1");
    h1?.setAttribute("tabindex", "-1");
    h1?.focus();
    setGeneral(null);
  }, [paso]);

  const seguir = async () => {
    const todos = await validarReclamo(cuerpoDeBorrador(ultimo.current));
    const suyos = Object.fromEntries(
      Object.entries(todos).filter(([campo]) => CAMPOS[paso]?.includes(campo)),
    );
    setErrores(suyos);
    if (hayErrores(suyos)) return enfocarPrimero(ref.current);
    route(`/reportar?paso=${paso + 1}`);
  };

  const enviar = async () => {
    if (enviando) return;
    setEnviando(true);
    setGeneral(null);
    try {
      const malos = await validarReclamo(cuerpoDeBorrador(completo));
      setErrores(malos);
      if (hayErrores(malos)) return setGeneral(t.errores.hayQueCorregir);
      setHecho(await enviarBorrador(completo, setAvance, cambiar));
    } catch (e) {
      const malos = delServidor(e);
      setErrores(malos);
      // Photos left loose for a day are gone from the server: they go up again.
      if (malos.fotos)
        cambiar({ fotos: b.fotos.map(({ blob }) => ({ blob, clave: claveNueva() })) });
      setGeneral(mensajeDe(e));
    } finally {
      setAvance(null);
      setEnviando(false);
    }
  };

  if (hecho)
    return (
      <Listo
        r={hecho}
        alSeguir={() => {
          vaciar();
          route("/reportar");
        }}
      />
    );

  const props = { b: completo, cambiar, errores, categorias, seguir: () => void seguir() };
  return (
    <>
      {barra}
      <form
        ref={ref}
        class="pila paso"
        noValidate
        method="post"
        onSubmit={(e) => {
          e.preventDefault();
          if (paso < ULTIMO) void seguir();
          else void enviar();
        }}
      >
        {paso === 2 ? <PasoLugar {...props} /> : null}
        {paso === 3 ? <PasoCategoria {...props} /> : null}
        {paso === 4 ? <PasoTexto {...props} /> : null}
        {paso === 5 ? (
          <PasoRevisar {...props} general={general} avance={avance} enviando={enviando} />
        ) : null}
      </form>
    </>
  );
}
