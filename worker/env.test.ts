import { expect, it } from "vitest";
import { EntornoInvalido, entornoDe, leerEntorno, puedeSerPrimerAdmin } from "./env.ts";

const BIEN = {
  ENVIRONMENT: "production",
  APP_URL: "https://reclamos.villa.example/",
  BETTER_AUTH_SECRET: "x".repeat(32),
  MAIL_FROM: "reclamos@villa.example",
};

it("reads what is there, and fills in what may be absent", () => {
  expect(leerEntorno(BIEN)).toEqual({
    borde: { segundos: 30, purga: null },
    environment: "production",
    appUrl: "https://reclamos.villa.example",
    authSecret: BIEN.BETTER_AUTH_SECRET,
    mail: {
      from: "reclamos@villa.example",
      fromName: "Municipalidad",
      apiKey: null,
      baseUrl: null,
      claveNovedades: null,
      dkim: null,
    },
    sentry: { dsn: null, tracesSampleRate: 0 },
    teselas: null,
    turnstile: null,
    sinServiceWorker: false,
    primerAdmin: null,
    segundoObligatorio: true,
    contactoSeguridad: "mailto:reclamos@villa.example",
  });
});

it("names everything that is missing or wrong at once", () => {
  const leer = () =>
    leerEntorno({
      SENTRY_DSN: "no",
      SENTRY_TRACES_SAMPLE_RATE: "9",
      MAILCHANNELS_BASE_URL: "x",
      TILES_URL: "https://tiles.example/{z}/{x}",
      SERVICE_WORKER: "off",
      BOOTSTRAP_ADMIN_EMAIL: "no",
      TWO_FACTOR: "no",
      SECURITY_CONTACT: "seguridad@villa.example",
    });
  expect(leer).toThrow(EntornoInvalido);
  try {
    leer();
  } catch (error) {
    const dichas = (error as EntornoInvalido).faltas.map((f) => f.split(" ")[0]);
    expect(dichas).toEqual([
      "ENVIRONMENT",
      "APP_URL",
      "BETTER_AUTH_SECRET",
      "MAIL_FROM",
      "SENTRY_DSN",
      "SENTRY_TRACES_SAMPLE_RATE",
      "MAILCHANNELS_BASE_URL",
      "TILES_URL",
      "SERVICE_WORKER",
      "BOOTSTRAP_ADMIN_EMAIL",
      "TWO_FACTOR",
      "SECURITY_CONTACT",
    ]);
  }
});

it("wants a safe address in production", () => {
  expect(() => leerEntorno({ ...BIEN, APP_URL: "http://villa.example" })).toThrow(/https/);
});

it("knows whom the map's tiles come from", () => {
  const origen = (url: string) => leerEntorno({ ...BIEN, TILES_URL: url }).teselas?.origen;
  expect(origen("https://tiles.example:8443/{z}/{x}/{y}.png")).toBe("https://tiles.example:8443");
  expect(origen("https://{s}.tiles.example/{z}/{x}/{y}.png?k=1")).toBe("https://*.tiles.example");
});

it("parses once for each set of bindings", () => {
  const v = { ...BIEN };
  expect(entornoDe(v)).toBe(entornoDe(v));
});

it("takes the service worker away when it is told to", () => {
  expect(leerEntorno({ ...BIEN, SERVICE_WORKER: "no" }).sinServiceWorker).toBe(true);
});

it("keeps public answers for as long as is said, and purges only with both halves of the key", () => {
  const borde = (v: object) => leerEntorno({ ...BIEN, ...v }).borde;
  expect(borde({ EDGE_SECONDS: "0" }).segundos).toBe(0);
  expect(borde({ CACHE_ZONE_ID: "z", CACHE_PURGE_TOKEN: "t" }).purga).toEqual({
    zona: "z",
    token: "t",
  });
  expect(() => borde({ EDGE_SECONDS: "3600" })).toThrow("EDGE_SECONDS");
  expect(() => borde({ CACHE_ZONE_ID: "z" })).toThrow("CACHE_PURGE_TOKEN");
});

it("lets who comes first run the install on this machine alone", () => {
  const puede = (mas: object, email?: string) =>
    puedeSerPrimerAdmin(leerEntorno({ ...BIEN, ...mas }), email);
  const ACA = { ENVIRONMENT: "development", APP_URL: "http://127.0.0.1:8787" };
  expect(puede(ACA)).toBe(true);
  expect(puede(ACA, "ana@villa.example")).toBe(true);
  const conDuena = { ...ACA, BOOTSTRAP_ADMIN_EMAIL: "Ana@Villa.example" };
  expect(puede(conDuena, "ana@villa.example")).toBe(true);
  expect(puede(conDuena, "otra@villa.example")).toBe(false);
  const ana = { BOOTSTRAP_ADMIN_EMAIL: "ana@villa.example" };
  for (const otra of [
    { ENVIRONMENT: "production" },
    { ENVIRONMENT: "staging" },
    { ENVIRONMENT: "test", APP_URL: "http://127.0.0.1:8787" },
    { ENVIRONMENT: "development", APP_URL: "https://baldosa.example" },
    { ENVIRONMENT: "development", APP_URL: "http://127.0.0.1.baldosa.example" },
  ])
    expect(puede({ ...otra, ...ana }, "ana@villa.example")).toBe(false);
});

it("takes DKIM whole or not at all", () => {
  const dominio = { MAIL_DKIM_DOMAIN: "villa.example", MAIL_DKIM_SELECTOR: "mail" };
  expect(leerEntorno({ ...BIEN, ...dominio }).mail.dkim).toEqual({
    domain: "villa.example",
    selector: "mail",
  });
  const conLlave = { ...BIEN, ...dominio, MAIL_DKIM_PRIVATE_KEY: "llave" };
  expect(leerEntorno(conLlave).mail.dkim?.privateKey).toBe("llave");
  for (const parte of [{ MAIL_DKIM_DOMAIN: "v.example" }, { MAIL_DKIM_PRIVATE_KEY: "llave" }])
    expect(() => leerEntorno({ ...BIEN, ...parte })).toThrow(/MAIL_DKIM/);
});

it("takes Turnstile whole or not at all, and no test key in production", () => {
  const llaves = { TURNSTILE_SITE_KEY: "0x4AAA", TURNSTILE_SECRET: "0x4AAAsecreto" };
  expect(leerEntorno({ ...BIEN, ...llaves }).turnstile).toEqual({
    sitio: "0x4AAA",
    secreto: "0x4AAAsecreto",
    url: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
    dePrueba: false,
  });
  for (const parte of [{ TURNSTILE_SITE_KEY: "0x4AAA" }, { TURNSTILE_SECRET: "0x4AAAsecreto" }])
    expect(() => leerEntorno({ ...BIEN, ...parte })).toThrow(/TURNSTILE_SITE_KEY and/);
  expect(() => leerEntorno({ ...BIEN, ...llaves, TURNSTILE_VERIFY_URL: "no" })).toThrow(
    /VERIFY_URL/,
  );
  const dePrueba = { ...llaves, TURNSTILE_SECRET: "1x0000000000000000000000000000000AA" };
  expect(() => leerEntorno({ ...BIEN, ...dePrueba })).toThrow(/test keys/);
  expect(leerEntorno({ ...BIEN, ...dePrueba, ENVIRONMENT: "staging" }).turnstile?.dePrueba).toBe(
    true,
  );
});
