import { useEffect, useState } from "preact/hooks";
import { esComun } from "../../../contract/contrasenas.ts";
import { LIMITES } from "../../../contract/limites.ts";
import { tco } from "../../i18n/consejo.ts";

/** So long after the last key; who is still typing is not told about each letter. */
const QUIETA_MS = 400;

/** Says, once the typing rests, that a password is among those that everybody tries. It looks here: nothing is sent. */
export function ConsejoContrasena(p: { id: string; valor: string; email: string }) {
  const [comun, setComun] = useState(false);
  useEffect(() => {
    const reloj = setTimeout(
      () => setComun(p.valor.length >= LIMITES.contrasenaMin && esComun(p.valor, p.email)),
      QUIETA_MS,
    );
    return () => clearTimeout(reloj);
  }, [p.valor, p.email]);
  return (
    <p class="consejo" id={p.id} role="status">
      {comun ? tco.comun : null}
    </p>
  );
}
