/** Advice on a password that is being chosen. */
export const consejo = {
  comun:
    "Se parece a las primeras que probaría cualquiera, y se adivina fácil. Tres o cuatro palabras sueltas andan mejor.",
};
