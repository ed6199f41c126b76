import type { EstadisticasPublicas } from "../../../contract/esquemas/estadisticas.ts";
import { Cuando } from "../../components/base/tiempo.tsx";
import { Barras, Columnas } from "../../components/cifras/barras.tsx";
import { enDias, enPorciento, Tabla } from "../../components/cifras/tabla.tsx";
import { LOCAL } from "../../i18n/index.ts";
import { tp } from "../../i18n/transparencia.ts";
import { enCifras } from "../../lib/numeros.ts";

// A day has no hour: read as UTC and written as UTC.
const deDia = (o: Intl.DateTimeFormatOptions) => {
  const formato = new Intl.DateTimeFormat(LOCAL, { timeZone: "UTC", ...o });
  return (fecha: string) => formato.format(new Date(`${fecha}T00:00:00Z`));
};
const dia = deDia({ day: "numeric", month: "long", year: "numeric" });
const mes = deDia({ month: "long", year: "numeric" });
const mesCorto = deDia({ month: "short" });

const CIFRAS = [
  "recibidos",
  "resueltos",
  "en_plazo",
  "mediana_dias",
  "p90_dias",
  "abiertos",
  "reabiertos",
  "estrellas",
] as const;
type Cifra = (typeof CIFRAS)[number];

const ESCRIBIR: Partial<Record<Cifra, (n: number) => string>> = {
  en_plazo: enPorciento,
  mediana_dias: enDias,
  p90_dias: enDias,
};

const COLUMNAS = [
  "recibidos",
  "resueltos",
  "en_plazo",
  "mediana_dias",
  "p90_dias",
  "reabiertos",
  "estrellas",
] as const;

/** The most reported first. */
const porCantidad = <T extends { recibidos: number }>(filas: readonly T[]): T[] =>
  [...filas].sort((a, b) => b.recibidos - a.recibidos);

function Titulares({ total }: { total: EstadisticasPublicas["total"] }) {
  return (
    <dl class="titulares">
      {CIFRAS.map((c) => {
        const n = total[c];
        if (n === null) return null;
        const que = tp.cifras[c];
        return (
          <div key={c} class="tarjeta titular">
            <dt>{typeof que === "string" ? que : que(enCifras(total.calificaciones))}</dt>
            <dd data-cifra={c}>{(ESCRIBIR[c] ?? enCifras)(n)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The figures of a period: headlines, three drawings, each with its table. */
export function Cuerpo({ e }: { e: EstadisticasPublicas }) {
  const meses = e.por_mes.map((m) => ({ ...m, nombre: mes(m.desde), corto: mesCorto(m.desde) }));
  const categorias = porCantidad(e.por_categoria);
  const zonas = porCantidad(e.por_zona.map((z) => (z.id ? z : { ...z, nombre: tp.sinZona })));
  const { columnas: k } = tp;
  return (
    <>
      <p class="suave">
        {tp.delAl(dia(e.desde), dia(e.hasta))}{" "}
        {e.contado_en ? (
          <>
            {tp.contado} <Cuando iso={e.contado_en} />.
          </>
        ) : null}
      </p>
      <Titulares total={e.total} />
      <section class="tramo">
        <h2>{tp.categorias}</h2>
        <Barras titulo={tp.categorias} de={categorias} />
        <Tabla
          titulo={tp.categorias}
          primera={k.categoria}
          columnas={COLUMNAS}
          filas={categorias}
        />
      </section>
      <section class="tramo">
        <h2>{tp.zonas}</h2>
        <Barras titulo={tp.zonas} de={zonas} />
        <Tabla titulo={tp.zonas} primera={k.zona} columnas={COLUMNAS} filas={zonas} />
      </section>
      {meses.length > 1 ? (
        <section class="tramo">
          <h2>{tp.meses}</h2>
          <Columnas de={meses} />
          <Tabla
            titulo={tp.meses}
            primera={k.mes}
            columnas={["recibidos", "resueltos", "en_plazo", "mediana_dias"]}
            filas={meses}
          />
        </section>
      ) : null}
    </>
  );
}
