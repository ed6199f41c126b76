import "../styles/personal.css";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { CANALES_AVISO, type CanalAviso } from "../../contract/vocabulario.ts";
import { guardarPreferencias, type Preferencia, verPreferencias } from "../api/avisos.ts";
import { mensajeDe } from "../api/error.ts";
import { Alerta, Esqueleto, Falla } from "../components/base/avisos.tsx";
import { CasillaQueNoRecibe } from "../components/base/casilla.tsx";
import { ConSesion } from "../components/base/con-sesion.tsx";
import { tp } from "../i18n/personal.ts";

/** What can reach a vecino. The rest is news of the city's own work. */
const DE_VECINO: readonly string[] = [
  "creado correo",
  ...["asignado", "iniciado", "resuelto", "rechazado", "comentado", "anuncio"].flatMap((tipo) =>
    CANALES_AVISO.map((canal) => `${tipo} ${canal}`),
  ),
];
const claveDe = (p: Pick<Preferencia, "tipo" | "canal">): string => `${p.tipo} ${p.canal}`;

/** The switches, and how to turn one: it shows what the server answered, never before it did. */
function usePreferencias() {
  const [items, setItems] = useState<Preferencia[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [enCurso, setEnCurso] = useState<string | null>(null);
  const [dicho, decir] = useState<{ guardada: string } | { mal: unknown } | null>(null);
  const cargar = useCallback(async () => {
    try {
      setError(null);
      setItems((await verPreferencias()).items);
    } catch (e) {
      setError(e);
    }
  }, []);
  useEffect(() => void cargar(), [cargar]);
  const tocar = async (p: Preferencia) => {
    if (enCurso) return;
    setEnCurso(claveDe(p));
    decir(null);
    try {
      setItems((await guardarPreferencias([{ ...p, activa: !p.activa }])).items);
      decir({ guardada: claveDe(p) });
    } catch (e) {
      decir({ mal: e });
    } finally {
      setEnCurso(null);
    }
  };
  return { items, error, enCurso, dicho, cargar, tocar };
}

function Tabla({ yo }: { yo: Yo }) {
  const { items, error, enCurso, dicho, cargar, tocar } = usePreferencias();
  if (error) return <Falla error={error} alReintentar={() => void cargar()} />;
  if (!items) return <Esqueleto filas={6} />;
  const supervisa = yo.rol === "supervisor" || yo.rol === "admin";
  const suyas = items.filter(
    (p) =>
      (yo.rol !== "vecino" || DE_VECINO.includes(claveDe(p))) &&
      (supervisa || p.tipo !== "resumen"),
  );
  const tipos = [...new Set(suyas.map((p) => p.tipo))];
  const w = tp.preferencias;
  const celda = (tipo: Preferencia["tipo"], canal: CanalAviso) => {
    const p = suyas.find((x) => x.tipo === tipo && x.canal === canal);
    if (!p)
      return (
        <td key={canal} class="suave">
          <span aria-hidden="true">–</span>
          <span class="oculto">{w.noLlega}</span>
        </td>
      );
    return (
      <td key={canal}>
        <label class="interruptor" aria-busy={enCurso === claveDe(p)}>
          <input type="checkbox" checked={p.activa} onChange={() => void tocar(p)} />
          <span class="oculto">{w.interruptor(w.tipos[tipo] ?? tipo, w.canales[canal])}</span>
        </label>
      </td>
    );
  };
  return (
    <div class="pila">
      {dicho && "mal" in dicho ? <Alerta>{mensajeDe(dicho.mal)}</Alerta> : null}
      <table class="preferencias tarjeta">
        <thead>
          <tr>
            <th scope="col">{w.tipo}</th>
            {CANALES_AVISO.map((canal) => (
              <th key={canal} scope="col">
                {w.canales[canal]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tipos.map((tipo) => (
            <tr key={tipo}>
              <th scope="row">{w.tipos[tipo] ?? tipo}</th>
              {CANALES_AVISO.map((canal) => celda(tipo, canal))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              {w.seguridad}
              <span class="ayuda">{w.seguridadQue}</span>
            </th>
            <td class="suave">
              <span aria-hidden="true">–</span>
              <span class="oculto">{w.noLlega}</span>
            </td>
            <td>
              <label class="interruptor">
                <input type="checkbox" checked disabled />
                <span class="oculto">{w.interruptor(w.seguridad, w.canales.correo)}</span>
              </label>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="chico suave" role="status">
        {dicho && "guardada" in dicho ? w.guardado : ""}
      </p>
      <a href="/avisos">{w.volver}</a>
    </div>
  );
}

export default function Preferencias() {
  return (
    <div class="pagina angosta">
      <h1>{tp.preferencias.titulo}</h1>
      <p class="suave bajada">{tp.preferencias.que}</p>
      <ConSesion>
        {(yo) => (
          <>
            <CasillaQueNoRecibe />
            <Tabla yo={yo} />
          </>
        )}
      </ConSesion>
    </div>
  );
}
