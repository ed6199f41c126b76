import "../styles/personal.css";
import type { Yo } from "../../contract/esquemas/cuentas.ts";
import { Esqueleto } from "../components/base/avisos.tsx";
import { ConSesion } from "../components/base/con-sesion.tsx";
import { t } from "../i18n/index.ts";
import { useCarga } from "../lib/carga.ts";

const cargarResto = () => import("./perfil/resto.tsx").then((m) => m.Resto);

/** The forms come once it is known whose they are. */
function Suyo({ yo }: { yo: Yo }) {
  const Resto = useCarga(cargarResto, true);
  return <div class="pila">{Resto ? <Resto yo={yo} /> : <Esqueleto filas={4} />}</div>;
}

export default function Perfil() {
  return (
    <div class="pagina angosta">
      <h1>{t.cabeza.perfil}</h1>
      <ConSesion>{(yo) => <Suyo yo={yo} />}</ConSesion>
    </div>
  );
}
