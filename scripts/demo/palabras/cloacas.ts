import type { Palabras } from "./tipos.ts";

export const cloacas: Palabras = {
  problemas: [
    [
      "Desborde cloacal en {calle} y {cruce}",
      "Sale líquido cloacal por la tapa de la calle y corre por el cordón. El olor es terrible y los chicos pasan pisando.",
    ],
    [
      "Tapa de cloaca hundida en {calle} {altura}",
      "La tapa quedó como quince centímetros más abajo que el asfalto. Los autos le pegan y suena como una bomba toda la noche.",
    ],
    [
      "Falta la tapa de la cloaca en {calle} y {cruce}",
      "Se la robaron anoche. Es un pozo de dos metros en medio de la calle. Pusimos un tacho con una rama para avisar.",
    ],
    [
      "Sale agua servida por la rejilla de mi casa, {calle} {altura}",
      "Cada vez que llueve vuelve todo para adentro por la rejilla del patio. El plomero destapó y dice que el problema está en la calle.",
    ],
    [
      "Olor a cloaca en toda la cuadra, {calle} al {cien}",
      "Hace un mes que no se puede abrir la ventana. Viene de la boca de registro de la esquina con {cruce}. A la tarde es peor.",
    ],
    [
      "Cloaca tapada en {calle} {altura}",
      "No corre nada en tres casas seguidas. Ya nos pasó en julio y vinieron con el camión desobstructor. Somos todas personas grandes.",
    ],
    [
      "Hundimiento sobre la cloaca en {calle} {cien}",
      "Se está haciendo un pozo alrededor de la boca de registro. Se ve la tierra lavada abajo. Tengo miedo de que se coma un auto.",
    ],
    [
      "Conexión clandestina que tira a la calle, {calle} {altura}",
      "Desde el galpón sacan un caño a la zanja y de noche largan líquido negro. El agua de la zanja pasa por el frente de la escuela.",
    ],
    [
      "Zanja con agua podrida en {calle} al {cien}",
      "El agua está estancada y verde, llena de mosquitos. Con el tema del dengue nos preocupa. Habría que limpiar y darle pendiente.",
    ],
    [
      "Ratas que salen de la cloaca en {calle} y {cruce}",
      "De noche salen de la boca de tormenta y cruzan a la panadería. Son enormes. Los vecinos pusimos veneno, pero no alcanza.",
    ],
    [
      "Camión que rompió la tapa en {calle} {altura}",
      "El camión del corralón pasó por arriba y la partió en dos. Quedó la mitad adentro del pozo. Le pusimos una chapa.",
    ],
    [
      "Desborde que entra en el jardín de infantes, {calle} {altura}",
      "El patio amaneció con agua servida y tuvimos que suspender las clases. Es la segunda vez en el mes. Somos la comisión de padres.",
    ],
  ],
  soluciones: [
    "Se desobstruyó el colector con el camión de alta presión y se retiraron trapos y grasa. Corre normalmente.",
    "Se colocó tapa nueva de fundición dúctil con traba antirrobo y se niveló con el asfalto.",
    "Se reconstruyó la boca de registro y se rellenó el hundimiento con hormigón pobre.",
    "Se limpió la zanja, se retiró el barro y se le dio pendiente hasta la alcantarilla.",
    "Se hizo la limpieza con cal y se lavó la vereda. Se revisaron las cámaras vecinas.",
    "Se colocó veneno en las cámaras y rejilla en la boca de tormenta. Se repite en treinta días.",
  ],
  internas: [
    "Llevar detector de gases para bajar a la cámara.",
    "El camión desobstructor está en el Puerto hasta las 14.",
    "Pedir a Bromatología que mire la trampa de grasa de la rotisería de la esquina.",
  ],
};
