import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Resto } from "#enlace-resto";
import type { EnlaceUsado, EnlaceVisto } from "../../../contract/esquemas/enlaces.ts";
import { usarEnlace, verEnlace } from "../../api/enlaces.ts";
import { esErrorApi } from "../../api/error.ts";
import { Alerta } from "../../components/base/avisos.tsx";
import { Campo } from "../../components/base/campo.tsx";
import { useDatos } from "../../datos.ts";
import { t } from "../../i18n/index.ts";
import { tpe } from "../../i18n/pedir-enlace.ts";
import { textos, useFormulario } from "../../lib/formulario.ts";
import { casaDe } from "../../lib/rutas.ts";
import { validarUso } from "../../lib/validar.ts";
import { cargarSesion } from "../../state/sesion.ts";

const w = tpe.codigo;

/**
 * Where the link of a mail leads. Its token is in the fragment, which no server sees; opening the page spends nothing, its
 * button does. Without JavaScript the code is pasted.
 */
export default function Enlace() {
  const { route } = useLocation();
  const { plano, enlace } = useDatos();
  const [token, setToken] = useState(enlace?.token ?? "");
  const [visto, setVisto] = useState<EnlaceVisto | null>(enlace?.visto ?? null);
  const [usado, setUsado] = useState<EnlaceUsado | null>(enlace?.usado ?? null);
  const [muerto, setMuerto] = useState(enlace?.muerto ?? false);
  const f = useFormulario<Record<string, string>>({
    inicial: plano,
    validar: validarUso,
    enviar: async ({ cuenta, password, usar: _, token = "", ...mas }) => {
      if (!visto) {
        setVisto(await verEnlace(token));
        return setToken(token);
      }
      const hecho = await usarEnlace({
        token,
        ...mas,
        ...(password ? { password } : {}),
        ...(cuenta ? { cuenta: true } : {}),
      });
      await cargarSesion();
      if (hecho.que === "ingresar" && hecho.user) return route(casaDe(hecho.user.rol), true);
      setUsado(hecho);
    },
    alFallar: (e) => {
      const ya = esErrorApi(e) && e.es("enlace_vencido");
      if (ya) setMuerto(true);
      return ya;
    },
  });
  const enviar = useRef(f.enviar);
  enviar.current = f.enviar;
  useEffect(() => {
    const traer = () => {
      const traido = location.hash.slice(1);
      if (!traido) return;
      // Neither the address bar nor the history keep it.
      history.replaceState(history.state, "", location.pathname);
      setVisto(null);
      setMuerto(false);
      void enviar.current({ token: traido });
    };
    traer();
    // Another link opened over this page is no other page to the browser.
    addEventListener("hashchange", traer);
    return () => removeEventListener("hashchange", traer);
  }, []);

  if (usado || muerto)
    return (
      <div class="pagina angosta cuenta">
        <Resto visto={null} usado={usado} errores={{}} enviando={false} />
      </div>
    );
  return (
    <form
      ref={f.ref}
      class="pagina angosta cuenta pila"
      method="post"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void f.enviar(textos(e.currentTarget));
      }}
    >
      {f.general ? <Alerta>{f.general}</Alerta> : null}
      {visto ? (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="usar" value="1" />
          <Resto visto={visto} usado={null} errores={f.errores} enviando={f.enviando} />
        </>
      ) : (
        <>
          <h1>{w.titulo}</h1>
          <Campo nombre="token" etiqueta={w.codigo} ayuda={w.pegar} error={f.errores.token}>
            {(a) => <input {...a} autocomplete="off" autocapitalize="characters" />}
          </Campo>
          <button type="submit" class="boton ancho" disabled={f.enviando}>
            {f.enviando ? t.comun.enviando : w.seguir}
          </button>
        </>
      )}
    </form>
  );
}
