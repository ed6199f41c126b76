import { Hono } from "hono";
import {
  avance,
  limitePublico,
  municipio,
  municipioCambio,
  municipioPublico,
} from "../../../contract/esquemas/municipio.ts";
import { verAvance } from "../../domain/municipio/avance.ts";
import { guardarMunicipio } from "../../domain/municipio/guardar.ts";
import {
  claveDelLogo,
  verColores,
  verLimite,
  verMunicipio,
  verMunicipioPublico,
} from "../../domain/municipio/ver.ts";
import { borrarObjetos } from "../../photos/guardar.ts";
import { servirFoto } from "../../photos/servir.ts";
import type { AppEnv } from "../app-env.ts";
import { contarCambio } from "../cambios.ts";
import { olvidarCiudad } from "../ciudad.ts";
import { describir } from "../describir.ts";
import { publico } from "../middleware/cache.ts";
import { validar } from "../validar.ts";

const AREA = "Municipio";
const CACHE_SEGUNDOS = 60;
/** Their addresses change with each saving. */
const CACHE_LARGO_SEGUNDOS = 86_400;

/** Mounted at /api/municipio. */
export const rutasMunicipio = new Hono<AppEnv>()
  .use(contarCambio("municipio"))
  .get("/avance", describir(AREA, "Qué falta para empezar", avance), async (c) =>
    c.json(await verAvance(c.get("ctx"))),
  )
  .get("/", describir(AREA, "El municipio, con su límite", municipio), async (c) =>
    c.json(await verMunicipio(c.get("ctx"))),
  )
  .put(
    "/",
    describir(AREA, "Configura el municipio", municipio),
    validar("json", municipioCambio),
    async (c) => {
      const hecho = await guardarMunicipio(c.get("ctx"), c.req.valid("json"));
      olvidarCiudad();
      // Best effort: an object that stays shows nowhere.
      if (hecho.logoViejo)
        await borrarObjetos(c.env.FOTOS, [hecho.logoViejo]).catch(() => undefined);
      return c.json(hecho.municipio);
    },
  );

/** Mounted at /api/publico/municipio: no session, cacheable, nobody's data. */
export const rutasMunicipioPublico = new Hono<AppEnv>()
  .get(
    "/",
    describir("Público", "Cómo se llama el municipio y dónde está", municipioPublico),
    publico(CACHE_SEGUNDOS),
    async (c) => c.json(await verMunicipioPublico(c.get("ctx"))),
  )
  .get(
    "/limite",
    describir("Público", "Hasta dónde llega el municipio", limitePublico),
    publico(CACHE_SEGUNDOS),
    async (c) => c.json(await verLimite(c.get("ctx"))),
  )
  .get(
    "/colores.css",
    describir("Público", "Los colores del municipio, como hoja de estilos"),
    publico(CACHE_LARGO_SEGUNDOS),
    async (c) =>
      c.body(await verColores(c.get("ctx")), 200, { "Content-Type": "text/css; charset=utf-8" }),
  )
  .get(
    "/logo",
    describir("Público", "El logo del municipio"),
    publico(CACHE_LARGO_SEGUNDOS),
    async (c) => {
      const clave = await claveDelLogo(c.get("ctx"));
      return servirFoto(c.env.FOTOS, { clave, publica: true }, "mini", undefined);
    },
  );
