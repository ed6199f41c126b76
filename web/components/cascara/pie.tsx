import { cambiarIdioma, idioma } from "../../i18n/idioma.ts";

const OTRO = idioma === "es" ? "en" : "es";

/** Below every page of a vecino: the other language. */
export function Pie() {
  return (
    <footer class="pie">
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
