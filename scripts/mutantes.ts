// `npm run mutants` (`-- correos municipio` for those whose file says so): takes each right check away in turn and asks the
// permission matrix, which must notice. Prints a table; fails when one got by. Files are put back as they were, also when it
// is stopped.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

type Mutante = {
  /** What is taken away. */
  que: string;
  archivo: string;
  de: string;
  a: string;
  /** The rows of the matrix that are asked: a pattern of their names. */
  filas: string;
};

const TODOS = 'exigirRol(ctx, "vecino", "cuadrilla", "supervisor", "admin")';
const GESTION = 'exigirRol(ctx, "supervisor", "admin")';
const ADMIN = 'exigirRol(ctx, "admin")';
const rol = (verbo: string, de: string, filas: string): Mutante => ({
  que: `the role, in ${verbo}`,
  archivo: `worker/domain/${verbo}.ts`,
  de,
  a: TODOS,
  filas,
});

export const MUTANTES: readonly Mutante[] = [
  rol("usuarios/listar", GESTION, "GET /api/usuarios "),
  rol("usuarios/cambiar", ADMIN, "PUT /api/usuarios"),
  rol("personas/buscar", GESTION, "POST /api/personas/buscar"),
  rol("reclamos/exportar", GESTION, "GET /api/exportar"),
  rol("catalogo", ADMIN, "POST /api/(categorias|zonas|cuadrillas|plantillas) "),
  rol("correos/listar", ADMIN, "GET /api/correos "),
  rol("correos/ver", ADMIN, "GET /api/correos/:id "),
  rol("anuncios/anunciar", ADMIN, "POST /api/anuncios answers"),
  rol("anuncios/cambiar", ADMIN, "PUT /api/anuncios/:id answers"),
  rol("anuncios/vencimiento", ADMIN, "PUT /api/anuncios/:id/vencimiento"),
  rol("estadisticas/ver", GESTION, "GET /api/estadisticas answers"),
  rol("municipio/guardar", ADMIN, "PUT /api/municipio"),
  rol("municipio/ver", GESTION, "GET /api/municipio "),
  rol("auditoria/listar", ADMIN, "GET /api/auditoria"),
  rol("reclamos/historial", GESTION, "entregas"),
  {
    que: "the transition table, in every action on a reclamo",
    archivo: "worker/domain/reclamos/cambio.ts",
    de: 'if (veredicto === "sin_derecho") throw sinPermiso();',
    a: "",
    filas: "POST /api/reclamos/:ref/(asignar|rechazar|moderar)",
  },
  {
    que: "who may know of a reclamo",
    archivo: "worker/domain/reclamos/lectura.ts",
    de: "if (!d || !puedeVer(actor, d, ref))",
    a: "if (!d)",
    filas: "GET /api/reclamos/:ref",
  },
  {
    que: "that a cuadrilla reports nothing",
    archivo: "worker/domain/reclamos/crear.ts",
    de: 'if (usuario.rol === "cuadrilla") throw sinPermiso();',
    a: "",
    filas: "POST /api/reclamos answers",
  },
  {
    que: "that who works for the city cannot delete the account",
    archivo: "worker/domain/personas/borrar.ts",
    de: 'if (usuario.rol !== "vecino")',
    a: "if (false as boolean)",
    filas: "POST /api/mis-datos/borrar",
  },
  {
    que: "that a session which was ended opens nothing, in every verb",
    archivo: "worker/domain/reclamos/lectura.ts",
    de: "if (!fila || fila.bloqueadoEn !== null || fila.rol !== usuario.rol)",
    a: "if (!fila)",
    filas: "opens nothing",
  },
];

/** Whether the matrix fails with this check taken away. */
function notada({ archivo, de, a, filas }: Mutante): boolean {
  const entero = readFileSync(archivo, "utf8");
  if (!entero.includes(de)) throw new Error(`${archivo} has no «${de}» any more`);
  const devolver = () => writeFileSync(archivo, entero);
  process.once("exit", devolver);
  try {
    writeFileSync(archivo, entero.replace(de, a));
    const { stdout } = spawnSync(
      "vitest",
      ["run", "worker/http/matriz.test.ts", "-t", filas, "--reporter=json", "--silent"],
      { encoding: "utf8", maxBuffer: 2 ** 26 },
    );
    // Of tests that failed, not of a run that did not come about.
    const [, fallados] = /"numFailedTests":(\d+)/.exec(stdout) ?? [];
    if (fallados === undefined) throw new Error(`The matrix did not run with ${archivo} changed`);
    return Number(fallados) > 0;
  } finally {
    devolver();
    process.removeListener("exit", devolver);
  }
}

if (import.meta.main) {
  process.on("SIGINT", () => process.exit(130));
  const pedidos = process.argv.slice(2);
  const suyos = MUTANTES.filter(
    (m) => pedidos.length === 0 || pedidos.some((p) => m.archivo.includes(p)),
  );
  let escapados = 0;
  for (const m of suyos) {
    const bien = notada(m);
    if (!bien) escapados += 1;
    console.log(`${bien ? "✓ noticed" : "✗ GOT BY "}  ${m.que}  (${m.filas.trim()})`);
  }
  console.log(`${suyos.length - escapados} of ${suyos.length} noticed`);
  process.exitCode = escapados > 0 ? 1 : 0;
}
