import type { ComponentChildren } from "preact";
import { Alerta } from "../../components/base/avisos.tsx";
import { Insignia } from "../../components/base/estado.tsx";
import { Icono } from "../../components/base/icono.tsx";
import { Categoria } from "../../components/categorias.tsx";
import { editar } from "../../components/iconos-historial.ts";
import { MapaLugar } from "../../components/mapa/lugar.tsx";
import { tl } from "../../i18n/planilla.ts";
import { tn } from "../../i18n/reporte.ts";
import { sesion } from "../../state/sesion.ts";
import type { Progreso } from "./envio.ts";
import { FotosPropias } from "./fotos-propias.tsx";
import { type Paso, rutaDe } from "./pasos.ts";
import { AvisoPersonal } from "./personal.tsx";
import { categoriaDe, type PropsPaso, tituloDe } from "./pieza.tsx";
import { SinCuenta } from "./sin-cuenta.tsx";

type Props = Pick<PropsPaso, "b" | "categorias" | "errores"> & {
  general: string | null;
  /** Set while it is on its way. */
  avance: Progreso | null;
  /** The check that a person sends it, where the city asks for it. */
  comprobacion: ComponentChildren;
};

function Cambiar({ paso, que, error }: { paso: Paso; que: string; error?: string | undefined }) {
  return (
    <>
      {error ? <p class="error">{error}</p> : null}
      <a class="cambiar" href={rutaDe(paso)}>
        <Icono d={editar} tam={15} /> {que}
      </a>
    </>
  );
}

/** The last look: the page as everybody will see it, and the button that sends it. */
export function PasoRevisar({ b, errores, categorias, general, avance, comprobacion }: Props) {
  const categoria = categoriaDe(b, categorias);
  const titulo = tituloDe(b, categorias);
  const yo = sesion.value;
  return (
    <>
      <h1>{tn.revisar}</h1>
      <p class="suave">
        {categoria?.privada ? tn.revisarPrivada(categoria.nombre) : tl.revisarBajada}
      </p>
      {general ? <Alerta>{general}</Alerta> : null}
      <AvisoPersonal textos={[titulo, b.descripcion, b.direccion]} />
      <section class="tarjeta vista-previa" aria-label={tn.vista}>
        <p class="fila chico suave">
          <Insignia estado="nuevo" />
          {categoria ? <Categoria categoria={categoria} /> : null}
        </p>
        <Cambiar paso="que" que={tn.cambiarQue} error={errores.categoria_id} />
        <h2>{titulo}</h2>
        <p class="descripcion">{b.descripcion}</p>
        <Cambiar
          paso="contar"
          que={tn.cambiarTexto}
          error={errores.titulo ?? errores.descripcion}
        />
        <FotosPropias fotos={b.fotos} />
        <Cambiar paso="foto" que={tn.cambiarFotos} error={errores.fotos} />
        <p>{b.direccion}</p>
        {b.punto ? <MapaLugar punto={b.punto} estado="nuevo" direccion={b.direccion} /> : null}
        <Cambiar
          paso="lugar"
          que={tn.cambiarLugar}
          error={errores.direccion ?? errores.lat ?? errores.lng}
        />
      </section>
      <div class="pie-paso pila">
        {yo === null ? (
          <SinCuenta errores={errores} avance={avance} comprobacion={comprobacion} />
        ) : (
          <button type="submit" class="boton ancho" disabled={avance !== null || !yo}>
            {avance?.texto ?? tl.enviar}
          </button>
        )}
        {avance ? (
          <progress class="envio" max={avance.de} value={avance.hecho} aria-label={avance.texto} />
        ) : null}
        <p class="oculto" role="status">
          {avance?.texto}
        </p>
      </div>
    </>
  );
}
