import { tn } from "../i18n/senal.ts";
import { momento } from "./fechas.ts";
import { recargarConSenal } from "./senal.ts";

/** Says, above a page that the service worker kept, of when it is. It loads itself again once there is signal. */
const de = document.documentElement.dataset.guardada ?? "";
const aviso = document.createElement("p");
aviso.className = "sin-linea";
aviso.setAttribute("role", "status");
aviso.textContent = tn.guardada(momento(de, Date.now()));
document.getElementById("app")?.before(aviso);
recargarConSenal();
