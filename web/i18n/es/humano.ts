/** The check that a person sends a form. */
export const humano = {
  titulo: "Comprobación de que sos una persona",
  cargando: "Comprobando que sos una persona…",
  pide: "Tocá la casilla para mostrar que sos una persona.",
  lista: "Listo: ya se comprobó que sos una persona.",
  falla:
    "No se pudo cargar la comprobación de que sos una persona. Puede que un bloqueador la frene, o que falte señal.",
  otraVez: "Probar de nuevo",
};
