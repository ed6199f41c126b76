import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ReclamoFila } from "../../contract/esquemas/reclamos.ts";
import { listarReclamos } from "../api/reclamos.ts";
import { Baldosas } from "../components/base/baldosas.tsx";
import { Icono } from "../components/base/icono.tsx";
import { dibujoDe } from "../components/categorias.tsx";
import { camara, lupa, siguiente } from "../components/iconos-varios.ts";
import { FilaReclamo } from "../components/reclamo/fila.tsx";
import { t } from "../i18n/index.ts";
import { ti } from "../i18n/inicio.ts";
import { useCategorias } from "../state/catalogos.ts";
import { sesion } from "../state/sesion.ts";

const CODIGO = /^[0-9A-HJKMNP-TV-Z]{10}$/;
/** Crockford's base32 reads O as 0 and I or L as 1, and a code may be written with spaces or hyphens. */
const normalizar = (s: string) =>
  s.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");

function SeguirPorCodigo() {
  const { route } = useLocation();
  const [mal, setMal] = useState(false);
  const buscar = (e: SubmitEvent) => {
    e.preventDefault();
    const form = e.currentTarget as HTMLFormElement;
    const codigo = normalizar(String(new FormData(form).get("codigo") ?? ""));
    if (CODIGO.test(codigo)) return route(`/r/${codigo}`);
    setMal(true);
    form.querySelector("input")?.focus();
  };
  return (
    <form class="buscar-codigo" onSubmit={buscar} noValidate>
      <label class="oculto" for="codigo">
        {ti.codigo}
      </label>
      <div class="caja-busqueda">
        <Icono d={lupa} />
        <input
          id="codigo"
          name="codigo"
          placeholder={ti.codigo}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="codigo-ayuda"
          {...(mal ? { "aria-invalid": "true" as const } : {})}
        />
        <button class="boton-icono" type="submit">
          <Icono d={siguiente} />
          <span class="oculto">{ti.seguir}</span>
        </button>
      </div>
      <p id="codigo-ayuda" class={mal ? "error" : "ayuda"} role={mal ? "alert" : undefined}>
        {mal ? ti.codigoMal : ti.codigoAyuda}
      </p>
    </form>
  );
}

function LoUltimoTuyo() {
  const [filas, setFilas] = useState<ReclamoFila[]>([]);
  useEffect(() => {
    listarReclamos("mios=1&limite=3")
      .then((p) => setFilas(p.items))
      .catch(() => undefined); // An extra of this page: without it nothing is missing.
  }, []);
  if (filas.length === 0) return null;
  return (
    <section class="tramo">
      <div class="fila entre">
        <h2>{ti.tuyos}</h2>
        <a href="/mis-reclamos">{ti.verTodos}</a>
      </div>
      <ul class="lista-simple">
        {filas.map((r) => (
          <FilaReclamo key={r.id} r={r} href={`/r/${r.codigo}`} />
        ))}
      </ul>
    </section>
  );
}

export default function Inicio() {
  const categorias = useCategorias();
  return (
    <div class="pagina inicio">
      <div class="inicio-cabeza">
        <section class="hero">
          <Baldosas />
          <h1>{ti.titulo}</h1>
          <p>{ti.bajada}</p>
          <a class="boton vainilla ancho" href="/reportar">
            <Icono d={camara} /> {t.nav.reportarProblema}
          </a>
        </section>
        <SeguirPorCodigo />
      </div>
      {sesion.value?.rol === "vecino" ? <LoUltimoTuyo /> : null}
      {categorias && categorias.length > 0 ? (
        <section class="tramo">
          <h2>{ti.categorias}</h2>
          <ul class="mosaico">
            {categorias.map((c) => (
              <li key={c.id}>
                <a class="tesela" href={`/reportar?categoria=${c.id}`}>
                  <Icono d={dibujoDe(c.icono)} tam={26} />
                  {c.nombre}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="tramo">
        <h2>{ti.comoTitulo}</h2>
        <ol class="como">
          {ti.como.map(([titulo, texto]) => (
            <li key={titulo}>
              <h3>{titulo}</h3>
              <p class="suave">{texto}</p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
