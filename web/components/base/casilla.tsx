import { useEffect, useState } from "preact/hooks";
import { type Casilla, verCasilla, volverAProbarCasilla } from "../../api/avisos.ts";
import { mensajeDe } from "../../api/error.ts";
import { tv } from "../../i18n/avisos.ts";
import { t } from "../../i18n/index.ts";
import { Alerta } from "./avisos.tsx";

/** Says that our mail does not reach the person's mailbox, why, and what to do. Nothing when it does. */
export function CasillaQueNoRecibe() {
  const [casilla, setCasilla] = useState<Casilla | null>(null);
  const [hecho, setHecho] = useState(false);
  const [enCurso, setEnCurso] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    // A page that cannot tell says nothing: it is not what one came for.
    verCasilla().then(setCasilla, () => undefined);
  }, []);
  const probar = async () => {
    setEnCurso(true);
    setError(null);
    try {
      setCasilla(await volverAProbarCasilla());
      setHecho(true);
    } catch (e) {
      setError(e);
    } finally {
      setEnCurso(false);
    }
  };
  const w = tv.casilla;
  if (hecho) return <Alerta tono="info">{w.hecho}</Alerta>;
  if (!casilla?.problema) return null;
  return (
    <div class="pila">
      <Alerta>
        <p>
          <strong>{w.titulo}</strong>
        </p>
        <p>{w.porque[casilla.problema.tipo](casilla.email)}</p>
        <p>{w.mientras}</p>
      </Alerta>
      {error ? <Alerta>{mensajeDe(error)}</Alerta> : null}
      <div class="fila envuelve">
        <button
          type="button"
          class="boton contorno chica"
          disabled={enCurso}
          onClick={() => void probar()}
        >
          {enCurso ? t.comun.enviando : w.probar}
        </button>
        <a href="/perfil">{w.cambiar}</a>
      </div>
    </div>
  );
}
