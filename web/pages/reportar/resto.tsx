import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { mensajeDe } from "../../api/error.ts";
import { Esqueleto } from "../../components/base/avisos.tsx";
import { t } from "../../i18n/index.ts";
import { textos } from "../../lib/formulario.ts";
import { useHumano } from "../../lib/usar-humano.tsx";
import {
  delServidor,
  type Errores,
  enfocarPrimero,
  hayErrores,
  validarQuien,
  validarReclamo,
} from "../../lib/validar.ts";
import type { Borrador } from "../../state/borrador.ts";
import { useCategorias } from "../../state/catalogos.ts";
import { sesion } from "../../state/sesion.ts";
import { PasoContar } from "./contar.tsx";
import { cuerpoDe, enviar, type Fin, type Progreso } from "./envio.ts";
import { Listo } from "./listo.tsx";
import { PasoLugar } from "./lugar.tsx";
import { PasoParecidos } from "./parecidos.tsx";
import { alcanza, faltaEn, type Paso, rutaDe } from "./pasos.ts";
import { tituloDe } from "./pieza.tsx";
import { enviarPorCorreo } from "./por-correo.ts";
import { PasoQue } from "./que.tsx";
import { PasoRevisar } from "./revisar.tsx";
import { buscarSimilares, similares } from "./similares.ts";

type Props = {
  paso: Paso;
  b: Borrador;
  cambiar: (cambios: Partial<Borrador>) => void;
  vaciar: () => void;
};

/** What each step must have in order before the next one, and which that is. */
const CAMPOS: Partial<Record<Paso, readonly string[]>> = {
  lugar: ["direccion", "lat", "lng"],
  que: ["categoria_id"],
  contar: ["titulo", "descripcion"],
};
const SIGUIENTE: Partial<Record<Paso, Paso>> = {
  lugar: "que",
  parecidos: "contar",
  contar: "revisar",
};

/** How the last report of this page ended. */
const fin = signal<Fin | null>(null);

/** The place, the kind, what looks like it, the words, a last look, and the sending. */
export function Resto({ paso, b, cambiar, vaciar }: Props) {
  const { route } = useLocation();
  const categorias = useCategorias();
  const [errores, setErrores] = useState<Errores>({});
  const [general, setGeneral] = useState<string | null>(null);
  const [avance, setAvance] = useState<Progreso | null>(null);
  const [buscando, setBuscando] = useState(false);
  const enviando = useRef(false);
  const impedimento = useRef<string | null>(null);
  const ref = useRef<HTMLFormElement>(null);
  const { comprobacion, probar } = useHumano("reporte");
  const completo = { ...b, titulo: tituloDe(b, categorias) };
  // A tile's touch changes the draft and goes on in the same moment: going on reads the latest.
  const ultimo = useRef(completo);
  ultimo.current = completo;

  // What the last steps need without signal comes while there is one.
  useEffect(() => void validarReclamo({}).catch(() => undefined), []);
  useEffect(() => {
    setGeneral(null);
    setBuscando(false);
    impedimento.current = null;
    if (paso === "listo" ? fin.value === null : !alcanza(b, paso)) {
      route(rutaDe(paso === "listo" ? "foto" : faltaEn(b)), true);
      return;
    }
    if (paso !== "parecidos" || similares.value) return;
    void buscarSimilares(ultimo.current).then((n) => n === 0 && route(rutaDe("contar"), true));
  }, [paso]);

  const seguir = async () => {
    if (buscando) return;
    const todos = await validarReclamo(cuerpoDe(ultimo.current));
    const suyos = Object.fromEntries(
      Object.entries(todos).filter(([campo]) => CAMPOS[paso]?.includes(campo)),
    );
    setErrores(suyos);
    if (hayErrores(suyos)) return enfocarPrimero(ref.current);
    if (impedimento.current) return;
    if (paso !== "que") return route(rutaDe(SIGUIENTE[paso] ?? "revisar"));
    setBuscando(true);
    const hay = await buscarSimilares(ultimo.current);
    route(rutaDe(hay > 0 ? "parecidos" : "contar"));
  };

  const terminar = (como: Fin) => {
    fin.value = como;
    vaciar();
    route(rutaDe("listo"), true);
  };

  const mandar = async (form: HTMLFormElement) => {
    if (enviando.current) return;
    enviando.current = true;
    setGeneral(null);
    try {
      const malos = await validarReclamo(cuerpoDe(completo));
      setErrores(malos);
      if (hayErrores(malos)) return setGeneral(t.errores.hayQueCorregir);
      if (sesion.value !== null) return terminar(await enviar(completo, setAvance));
      const { email = "", nombre = "" } = textos(form);
      const suyos = await validarQuien({ email, nombre });
      setErrores(suyos);
      if (hayErrores(suyos)) return enfocarPrimero(ref.current);
      terminar(await enviarPorCorreo(completo, { email, nombre }, probar, setAvance));
    } catch (e) {
      setErrores(delServidor(e));
      setGeneral(mensajeDe(e));
    } finally {
      setAvance(null);
      enviando.current = false;
    }
  };

  if (paso === "listo") return fin.value ? <Listo fin={fin.value} /> : <Esqueleto />;
  const props = {
    b: completo,
    cambiar,
    errores,
    categorias,
    seguir: () => void seguir(),
    impedir: (porque: string | null) => {
      impedimento.current = porque;
    },
  };
  return (
    <form
      ref={ref}
      class="pila paso"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        if (paso === "revisar") void mandar(e.currentTarget);
        else void seguir();
      }}
    >
      {paso === "lugar" ? <PasoLugar {...props} /> : null}
      {paso === "que" ? <PasoQue {...props} buscando={buscando} /> : null}
      {paso === "parecidos" ? (
        <PasoParecidos
          similares={similares.value}
          alSumarse={(r) => terminar({ tipo: "sumado", r })}
        />
      ) : null}
      {paso === "contar" ? <PasoContar {...props} /> : null}
      {paso === "revisar" ? (
        <PasoRevisar {...props} general={general} avance={avance} comprobacion={comprobacion} />
      ) : null}
    </form>
  );
}
