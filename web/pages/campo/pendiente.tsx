import { useEffect, useState } from "preact/hooks";
import { Icono } from "../../components/base/icono.tsx";
import { Cuando } from "../../components/base/tiempo.tsx";
import { atencion, tilde } from "../../components/iconos.ts";
import { reloj } from "../../components/iconos-reclamo.ts";
import { tk } from "../../i18n/campo.ts";
import { tf } from "../../i18n/fotos.ts";
import type { EstadoEnvio } from "../../state/envio.ts";
import type { Hecho, Trabajo } from "./hecho.ts";

const ICONO: Record<EstadoEnvio, string> = {
  guardado: reloj,
  enviando: reloj,
  enviado: tilde,
  conflicto: atencion,
};

function FotoPropia({ blob, n }: { blob: Blob; n: number }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const u = URL.createObjectURL(blob);
    setUrl(u);
    return () => URL.revokeObjectURL(u);
  }, [blob]);
  return url ? <img src={url} alt={tf.fotoN(n)} width="96" height="72" /> : null;
}

/** One thing that was done here: what, when, with which words and photos, and whether it has been sent. */
function Uno({ h }: { h: Hecho }) {
  const { solucion, motivo, texto } = h.cuerpo as Record<string, string | undefined>;
  const dicho = solucion ?? motivo ?? texto;
  return (
    <li class={`hecho hecho-${h.estado}`}>
      <p>
        <strong>{tk.hecho[h.asunto.accion]}</strong>{" "}
        <span class="chico suave">
          <Cuando iso={new Date(h.creado_en).toISOString()} />
        </span>
      </p>
      {dicho ? <p class="dicho">{dicho}</p> : null}
      {h.fotos.length > 0 ? (
        <div class="fotos-elegidas">
          {h.fotos.map((f, i) => (
            <FotoPropia key={f.clave} blob={f.blob} n={i + 1} />
          ))}
        </div>
      ) : null}
      <p class="chico hecho-estado">
        <Icono d={ICONO[h.estado]} tam={16} /> {tk.estado[h.estado]}
      </p>
    </li>
  );
}

/** Everything of a job that the server does not know yet. */
export function Pendiente({ t }: { t: Trabajo }) {
  if (t.hechos.length === 0) return null;
  return (
    <ul class="hechos">
      {t.hechos.map((h) => (
        <Uno key={h.id} h={h} />
      ))}
    </ul>
  );
}
