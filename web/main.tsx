import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/cascara.css";
import "./styles/controles.css";
import "./styles/piezas.css";
import "./styles/paginas.css";
import "./styles/gestion.css";
import "./styles/lugares.css";
import "./styles/reportar.css";
import "./styles/cifras.css";
import "./styles/movimiento.css";
import { cargarIdioma } from "./i18n/idioma.ts";

// The words come before the pages that say them. The head has asked for this chunk already.
void cargarIdioma().then(() => import("./arranque.tsx"));
