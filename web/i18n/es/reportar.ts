/** The first screen of a report; the rest of it is in reporte.ts, which comes later. */
export const reportar = {
  paso: (n: number, de: number) => `${n} de ${de}`,
  avance: (n: number, de: number) => `Paso ${n} de ${de}`,
  foto: "¿Tenés una foto?",
  fotoBajada: "Ayuda a encontrar el lugar y a llevar lo que hace falta. Podés seguir sin foto.",
  fotosHasta: (n: number) => `Hasta ${n} fotos.`,
  sinFoto: "Seguir sin foto",
  borrador: "Tenés un reclamo empezado.",
  retomar: "Seguir con tu borrador",
  descartar: "Descartarlo",
  simple: "¿No te anda? Usá el formulario simple",
};
