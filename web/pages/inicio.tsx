import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Baldosas } from "../components/base/baldosas.tsx";
import { Icono } from "../components/base/icono.tsx";
import { camara, lupa, siguiente } from "../components/iconos-varios.ts";
import { t } from "../i18n/index.ts";
import { ti } from "../i18n/inicio.ts";
import { useCarga } from "../lib/carga.ts";
import { codigoDe } from "../lib/codigo.ts";
import { usePortada } from "../state/portada.ts";
import { sesion } from "../state/sesion.ts";
import { Arreglados } from "./inicio/arreglados.tsx";
import { Anuncios, Cifras } from "./inicio/ciudad.tsx";

const cargarTuyos = () => import("#despues/pages/inicio/tuyos.tsx").then((m) => m.LoUltimoTuyo);

/** Without JavaScript the form comes back here: the Worker opens the reclamo, or the page says what is wrong with the code. */
function SeguirPorCodigo() {
  const { route, query } = useLocation();
  const [mal, setMal] = useState(Boolean(query.codigo));
  const buscar = (e: SubmitEvent) => {
    e.preventDefault();
    const form = e.currentTarget as HTMLFormElement;
    const codigo = codigoDe(String(new FormData(form).get("codigo") ?? ""));
    if (codigo) return route(`/r/${codigo}`);
    setMal(true);
    form.querySelector("input")?.focus();
  };
  return (
    <form class="buscar-codigo" action="/" method="get" onSubmit={buscar} noValidate>
      <label class="oculto" for="codigo">
        {ti.codigo}
      </label>
      <div class="caja-busqueda">
        <Icono d={lupa} />
        <input
          id="codigo"
          name="codigo"
          placeholder={ti.codigo}
          defaultValue={query.codigo ?? ""}
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

function Tuyos() {
  const LoUltimoTuyo = useCarga(cargarTuyos, true);
  return LoUltimoTuyo ? <LoUltimoTuyo /> : null;
}

export default function Inicio() {
  const portada = usePortada();
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
      {portada ? (
        <>
          <Anuncios de={portada.anuncios} />
          <Arreglados de={portada.arreglados} />
          <Cifras de={portada.cifras} />
        </>
      ) : portada === undefined ? (
        <div class="en-camino" />
      ) : null}
      {/* Below what everybody sees, so that it moves nothing when it comes. */}
      {sesion.value?.rol === "vecino" ? <Tuyos /> : null}
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
