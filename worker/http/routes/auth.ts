import { Hono } from "hono";
import {
  contrasenaCambio,
  ingreso,
  perfilCambio,
  quien,
  registro,
  sesionAbierta,
  sesionNueva,
  usuario,
  type Yo,
  yo,
} from "../../../contract/esquemas/cuentas.ts";
import { abrirProbada } from "../../auth/abrir.ts";
import { exigirSegura } from "../../auth/contrasena-segura.ts";
import { exigirDuenio } from "../../auth/duenio.ts";
import { ingresar } from "../../auth/ingresar.ts";
import { hashPassword } from "../../auth/password.ts";
import { cerrarSesion } from "../../auth/sesion.ts";
import { ponerContrasena } from "../../domain/usuarios/contrasena.ts";
import { cambiarPerfil } from "../../domain/usuarios/perfil.ts";
import { registrarUsuario } from "../../domain/usuarios/registrar.ts";
import { verIngresado, verQuien, verYo } from "../../domain/usuarios/ver.ts";
import { puedeSerPrimerAdmin } from "../../env.ts";
import { canales } from "../../realtime/channels.ts";
import type { AppEnv, C } from "../app-env.ts";
import { cerrarLuego } from "../cerrar.ts";
import { describir } from "../describir.ts";
import { mandar, pedirQueVerifique } from "../enlaces.ts";
import { limitarPuerta, limitarRegistro } from "../middleware/limites.ts";
import { exigirPersona } from "../turnstile.ts";
import { validar } from "../validar.ts";

const AREA = "Cuentas";

const ponerGalletas = (c: C, galletas: string[]) => {
  for (const galleta of galletas) c.header("Set-Cookie", galleta, { append: true });
};

/** Whether a second factor is asked for is this install's affair, and not the account's. */
const conFalta = (c: C, yo: Yo): Yo =>
  c.get("sinSegundo") ? { ...yo, segundo_factor: "falta" } : yo;

/** Mounted at /api/auth: the seed's doors, and the only ones to the session library. */
export const auth = new Hono<AppEnv>()
  .post(
    "/register",
    describir(
      AREA,
      "Abre la cuenta de un vecino. Donde la ciudad pide Turnstile, con su token en la cabecera Turnstile-Token.",
      usuario,
      201,
    ),
    limitarRegistro(),
    validar("json", registro),
    async (c) => {
      const { password, ...datos } = c.req.valid("json");
      await exigirPersona(c, "registro");
      const hash = await hashPassword(password);
      const primero = puedeSerPrimerAdmin(c.get("entorno"), datos.email) ? "admin" : "vecino";
      const abierta = await registrarUsuario(c.get("ctx"), datos, hash, primero);
      await pedirQueVerifique(c, abierta.id, abierta.email);
      return c.json(abierta, 201);
    },
  )
  .post(
    "/login",
    describir(AREA, "Ingresa con correo y contraseña: da la galleta y el token.", sesionAbierta),
    limitarPuerta("ingresar"),
    validar("form", ingreso),
    async (c) => {
      const ctx = c.get("ctx");
      const { usuarioId, token, galletas } = await ingresar(
        { entorno: c.get("entorno"), db: ctx.db, ahora: ctx.ahora, headers: c.req.raw.headers },
        c.req.valid("form"),
      );
      ponerGalletas(c, galletas);
      const user = await verIngresado(ctx, usuarioId);
      return c.json({ access_token: token, token_type: "bearer" as const, user });
    },
  )
  .get("/me", describir(AREA, "La cuenta con que se ingresó.", yo), async (c) =>
    c.json(conFalta(c, await verYo(c.get("ctx")))),
  )
  .get("/quien", describir(AREA, "La cuenta con que se ingresó, o nadie.", quien), async (c) => {
    const { yo } = await verQuien(c.get("ctx"));
    return c.json({ yo: yo && conFalta(c, yo) });
  })
  .put(
    "/me",
    describir(AREA, "Cambia el nombre, el teléfono o el idioma de uno.", yo),
    validar("json", perfilCambio),
    async (c) => c.json(conFalta(c, await cambiarPerfil(c.get("ctx"), c.req.valid("json")))),
  )
  .post(
    "/password",
    describir(
      AREA,
      "Cambia la contraseña, o pone la primera, y cierra las demás sesiones.",
      sesionNueva,
    ),
    limitarPuerta("cuenta"),
    validar("json", contrasenaCambio),
    async (c) => {
      const ctx = c.get("ctx");
      const yo = await verYo(ctx);
      const { actual, nueva } = c.req.valid("json");
      exigirSegura(yo.rol, nueva, yo.email, "nueva");
      await exigirDuenio(ctx, yo.id, actual);
      mandar(c, await ponerContrasena(ctx, await hashPassword(nueva)));
      const { token, galletas } = await abrirProbada(
        { entorno: c.get("entorno"), db: ctx.db, headers: c.req.raw.headers },
        yo.id,
        "mostrado",
      );
      // A program keeps its token, and no cookies.
      if (c.req.header("Cookie")) ponerGalletas(c, galletas);
      cerrarLuego(c, yo.id);
      return c.json({ access_token: token, token_type: "bearer" as const });
    },
  )
  .post("/logout", describir(AREA, "Cierra la sesión.", undefined, 204), async (c) => {
    ponerGalletas(c, await cerrarSesion(c.get("entorno"), c.get("db"), c.req.raw.headers));
    const { actor } = c.get("ctx");
    const sesion = c.get("sesion");
    if (actor.tipo === "usuario" && sesion) await canales(c.env).cerrarSesion(actor.id, sesion.id);
    return c.body(null, 204);
  });
