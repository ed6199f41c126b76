import { cambiarIdioma, idioma } from "../../i18n/idioma.ts";
import { t } from "../../i18n/index.ts";

const OTRO = idioma === "es" ? "en" : "es";

/** Below every page of a vecino: the other language. */
export function Pie() {
  return (
    <footer class="pie">
      <a href="/transparencia">{t.cabeza.transparencia}</a>
      <a
        href={`?idioma=${OTRO}`}
        lang={OTRO}
        hreflang={OTRO}
        onClick={(e) => {
          e.preventDefault();
          cambiarIdioma(OTRO);
        }}
      >
        {OTRO === "en" ? "English" : "Español"}
      </a>
    </footer>
  );
}
