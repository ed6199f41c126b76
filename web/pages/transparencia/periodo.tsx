import { useLocation } from "preact-iso";
import { tp } from "../../i18n/transparencia.ts";
import { consultaDePeriodo } from "../../lib/consulta.ts";

export const RUTA = "/transparencia";
const DIAS = [30, 90, 365] as const;
const SIN_DECIR = 90;

/** Which days: three links and two dates, in the address, so that they work without JavaScript and can be passed on. */
export function Periodo({ query, error }: { query: Record<string, string>; error: string | null }) {
  const { route } = useLocation();
  const conFechas = Boolean(query.desde || query.hasta) && !query.dias;
  const dias = conFechas ? null : Number(query.dias ?? SIN_DECIR);
  const elegir = (e: SubmitEvent) => {
    e.preventDefault();
    const campos = new FormData(e.currentTarget as HTMLFormElement);
    const desde = String(campos.get("desde") ?? "");
    const hasta = String(campos.get("hasta") ?? "");
    route(`${RUTA}?${consultaDePeriodo({ desde, hasta })}`);
  };
  const fecha = (nombre: "desde" | "hasta") => (
    <div class="campo">
      <label for={nombre}>{tp[nombre]}</label>
      <input
        id={nombre}
        name={nombre}
        type="date"
        defaultValue={conFechas ? (query[nombre] ?? "") : ""}
        {...(error ? { "aria-invalid": "true" as const, "aria-describedby": "periodo-mal" } : {})}
      />
    </div>
  );
  return (
    <div class="periodo">
      <nav class="fichas" aria-label={tp.periodo}>
        {DIAS.map((n) => (
          <a
            key={n}
            class="ficha"
            href={`${RUTA}?dias=${n}`}
            {...(n === dias ? { "aria-current": "page" as const } : {})}
          >
            {tp.dias[n]}
          </a>
        ))}
      </nav>
      <details open={conFechas}>
        <summary>{tp.otras}</summary>
        <form action={RUTA} method="get" onSubmit={elegir}>
          {fecha("desde")}
          {fecha("hasta")}
          <button class="boton contorno" type="submit">
            {tp.ver}
          </button>
        </form>
      </details>
      {error ? (
        <p id="periodo-mal" class="error" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}
