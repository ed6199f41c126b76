import type { ReclamoFila, Similar } from "../../../../contract/esquemas/reclamos.ts";
import { pedir } from "../../../api/cliente.ts";
import { listarReclamos } from "../../../api/reclamos.ts";
import { Insignia } from "../../../components/base/estado.tsx";
import { Cuando } from "../../../components/base/tiempo.tsx";
import { to } from "../../../i18n/oficina.ts";
import { useRespuesta } from "../../../lib/espera.ts";
import { rutaBandeja } from "../../../lib/filtros.ts";
import type { Ficha } from "./ficha.ts";

const DIRECCION_MIN = 4;
const OFRECIDOS_MAX = 4;

type Parecido = Pick<
  ReclamoFila | Similar,
  "id" | "numero" | "titulo" | "direccion" | "estado" | "seguidores" | "creado_en"
>;

/** By the pin when there is one, else by the words of the address; null while there is too little to go by. */
function preguntaDe({ categoria_id, direccion, punto }: Ficha): string | null {
  if (categoria_id === null) return null;
  if (punto) return `similares?lat=${punto.lat}&lng=${punto.lng}&categoria=${categoria_id}`;
  const calle = direccion.split(",")[0]?.trim() ?? "";
  if (calle.length < DIRECCION_MIN) return null;
  return `?abiertos=1&categoria_id=${categoria_id}&limite=${OFRECIDOS_MAX}&q=${encodeURIComponent(calle)}`;
}

async function buscar(que: string, senal: AbortSignal): Promise<Parecido[]> {
  if (que.startsWith("?")) return (await listarReclamos(que.slice(1), senal)).items;
  const { items } = await pedir<{ items: Similar[] }>("GET", `/api/reclamos/${que}`, { senal });
  return items.slice(0, OFRECIDOS_MAX);
}

/** Open ones of that kind around there, so that the same thing is not written down twice. */
export function Parecidos({ f }: { f: Ficha }) {
  const parecidos = useRespuesta(preguntaDe(f), buscar, 400);
  return (
    <>
      <p class="oculto" role="status">
        {parecidos ? to.ventanilla.parecidos(parecidos.length) : ""}
      </p>
      {parecidos && parecidos.length > 0 ? (
        <section class="tarjeta pila parecidos" aria-label={to.ventanilla.esEste}>
          <h2>{to.ventanilla.esEste}</h2>
          <ul class="lista-simple">
            {parecidos.map((r) => (
              <li key={r.id} class="parecido">
                <div class="fila entre arriba">
                  <a href={rutaBandeja({}, r.id)} target="_blank" rel="noreferrer">
                    #{r.numero} {r.titulo}
                    <span class="oculto"> {to.ventanilla.otraPestana}</span>
                  </a>
                  <Insignia estado={r.estado} />
                </div>
                <p class="chico suave">
                  {r.direccion} · <Cuando iso={r.creado_en} />
                </p>
              </li>
            ))}
          </ul>
          <p class="chico suave">{to.ventanilla.esEsteQue}</p>
        </section>
      ) : null}
    </>
  );
}
