import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { EstadoSegundo, SecretoSegundo } from "../../../../contract/esquemas/segundo.ts";
import * as api from "../../../api/segundo.ts";
import { Alerta, Esqueleto, Falla } from "../../../components/base/avisos.tsx";
import { ts } from "../../../i18n/segundo.ts";
import { useCarga } from "../../../lib/carga.ts";
import { exacta } from "../../../lib/fechas.ts";
import { casaDe } from "../../../lib/rutas.ts";
import { volverSeguro } from "../../../lib/volver.ts";
import { cargarSesion, sesion } from "../../../state/sesion.ts";
import { avisar } from "../../../state/toasts.ts";
import { Codigos, PedirCodigo } from "./codigo.tsx";
import { Empezar } from "./empezar.tsx";

const cargarQr = () => import("./qr.tsx").then((m) => m.default);

/** Four letters at a time, as one reads them out. */
const deACuatro = (secreto: string): string => secreto.replace(/(.{4})(?=.)/g, "$1 ");

function Armar({
  secreto,
  alActivar,
  alCancelar,
}: {
  secreto: SecretoSegundo;
  alActivar: (codigos: string[]) => void;
  alCancelar: () => void;
}) {
  const Qr = useCarga(cargarQr, true);
  return (
    <PedirCodigo
      etiqueta={ts.paso2}
      ayuda={ts.codigoAyuda}
      boton={ts.confirmar}
      enviar={async (codigo) => alActivar((await api.activar(codigo)).codigos)}
      alCancelar={alCancelar}
    >
      <h3>{ts.paso1}</h3>
      <p class="suave chico">{ts.paso1Ayuda}</p>
      <div class="qr-lugar">{Qr ? <Qr texto={secreto.uri} /> : null}</div>
      <p>
        {ts.oEscribi}
        <br />
        <code class="secreto">{deACuatro(secreto.secreto)}</code>
      </p>
    </PedirCodigo>
  );
}

type Paso =
  | { en: "inicio" }
  | { en: "armar"; secreto: SecretoSegundo }
  | { en: "codigos"; codigos: string[] }
  | { en: "pedir"; que: "telefono" | "codigos" | "quitar" };

const PEDIDOS = {
  telefono: { titulo: ts.otroTelefono, que: ts.otroTelefonoQue },
  codigos: { titulo: ts.nuevosCodigos, que: ts.nuevosCodigosQue },
  quitar: { titulo: ts.quitar, que: ts.quitarQue },
};

/** One's own second factor: set up, looked after, or taken away. */
export function DosPasos() {
  const { query, route } = useLocation();
  const [estado, setEstado] = useState<EstadoSegundo | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [paso, ir] = useState<Paso>({ en: "inicio" });
  const titulo = useRef<HTMLHeadingElement>(null);
  const leer = async () => {
    try {
      setEstado(await api.verSegundo());
      setError(null);
    } catch (e) {
      setError(e);
    }
  };
  useEffect(() => {
    void leer();
  }, []);
  const pasar = (nuevo: Paso) => {
    ir(nuevo);
    titulo.current?.focus();
  };
  const empezar = async (con: { codigo?: string; actual?: string }) =>
    pasar({ en: "armar", secreto: await api.empezar(con) });
  const inicio = () => pasar({ en: "inicio" });

  const seguir = async () => {
    const faltaba = sesion.value?.segundo_factor === "falta";
    const yo = await cargarSesion();
    if (faltaba && yo) return route(volverSeguro(query.volver) ?? casaDe(yo.rol), true);
    await leer();
    inicio();
  };

  const cuerpo = () => {
    if (error) return <Falla error={error} alReintentar={() => void leer()} />;
    if (!estado) return <Esqueleto filas={2} />;
    if (paso.en === "armar")
      return (
        <Armar
          secreto={paso.secreto}
          alActivar={(codigos) => pasar({ en: "codigos", codigos })}
          alCancelar={inicio}
        />
      );
    if (paso.en === "codigos")
      return <Codigos codigos={paso.codigos} alSeguir={() => void seguir()} />;
    if (paso.en === "pedir")
      return (
        <PedirCodigo
          key={paso.que}
          etiqueta={ts.codigoODeRecuperacion}
          boton={PEDIDOS[paso.que].titulo}
          alCancelar={inicio}
          enviar={async (codigo) => {
            if (paso.que === "telefono") return empezar({ codigo });
            if (paso.que === "codigos")
              return pasar({ en: "codigos", codigos: (await api.renovar(codigo)).codigos });
            await api.quitar(codigo);
            avisar(ts.quitada, { tono: "bien" });
            await seguir();
          }}
        >
          <h3>{PEDIDOS[paso.que].titulo}</h3>
          <p>{PEDIDOS[paso.que].que}</p>
        </PedirCodigo>
      );
    if (estado.activo_desde === null)
      return (
        <>
          {estado.obligatorio ? <Alerta tono="info">{ts.loPide}</Alerta> : null}
          <p>{ts.que}</p>
          <Empezar enviar={(actual) => empezar({ actual })} />
        </>
      );
    return (
      <>
        <p>
          {ts.activaDesde(exacta(estado.activo_desde))} {ts.quedan(estado.codigos_restantes)}
        </p>
        <div class="fila envuelve">
          {(
            ["codigos", "telefono", ...(estado.obligatorio ? [] : ["quitar" as const])] as const
          ).map((que) => (
            <button
              key={que}
              type="button"
              class="boton contorno"
              onClick={() => pasar({ en: "pedir", que })}
            >
              {PEDIDOS[que].titulo}
            </button>
          ))}
        </div>
      </>
    );
  };
  return (
    <section class="pila tarjeta" aria-labelledby="dos-pasos">
      <h2 id="dos-pasos" ref={titulo} tabIndex={-1}>
        {ts.titulo}
      </h2>
      {cuerpo()}
    </section>
  );
}
