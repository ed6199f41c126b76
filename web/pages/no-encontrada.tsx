import { Vacio } from "../components/base/avisos.tsx";
import { t } from "../i18n/index.ts";

export default function NoEncontrada() {
  return (
    <div class="pagina">
      <Vacio solo titulo={t.errores.noEncontradoTitulo} texto={t.errores.noEncontrado}>
        <a class="boton" href="/">
          {t.nav.inicio}
        </a>
      </Vacio>
    </div>
  );
}
