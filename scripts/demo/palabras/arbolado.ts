import type { Palabras } from "./tipos.ts";

export const arbolado: Palabras = {
  problemas: [
    [
      "Rama apoyada sobre los cables en {calle} {altura}",
      "Con el viento del sábado una rama gruesa quedó apoyada en los cables. Cuando se mueve hace chispas y baja la tensión en toda la cuadra.",
    ],
    [
      "Árbol caído que corta {calle} al {cien}",
      "Se cayó entero durante la tormenta y cruza la calle de lado a lado. No puede pasar ni un auto. Por suerte no había nadie abajo.",
    ],
    [
      "Árbol seco a punto de caerse, {calle} {altura}",
      "Está completamente seco, con el tronco hueco y hongos. Cada tormenta se cae un pedazo. Abajo estacionan autos y juegan los chicos.",
    ],
    [
      "Ramas que tapan el semáforo de {calle} y {cruce}",
      "No se ve la luz hasta que estás encima de la esquina. Ayer casi choco. Con cortar dos ramas alcanza.",
    ],
    [
      "Pedido de poda en {calle} {altura}",
      "La copa llegó al balcón del primer piso y las hormigas entran por ahí. Además tapa la luz de la calle. No quiero que lo saquen, da una sombra hermosa.",
    ],
    [
      "Quedaron las ramas de la poda en {calle} al {cien}",
      "Podaron hace diez días y dejaron todo amontonado contra el cordón. No se puede estacionar y cuando llueve hacen de dique.",
    ],
    [
      "Panal de avispas en el árbol de {calle} y {cruce}",
      "Hay un panal grande como una pelota a dos metros de altura. Picaron a un nene que esperaba el colectivo. Está justo arriba de la parada.",
    ],
    [
      "Tronco cortado que quedó en la vereda, {calle} {altura}",
      "Sacaron el árbol y dejaron el tocón a treinta centímetros del piso. De noche no se ve. Mi vecina se golpeó la rodilla.",
    ],
    [
      "Piden reponer un árbol en {calle} {altura}",
      "El año pasado sacaron el fresno enfermo y quedó la cazuela vacía. ¿Puede plantarse otro? Nos comprometemos a regarlo.",
    ],
    [
      "Rama quebrada colgando sobre la vereda, {calle} {cien}",
      "Se quebró pero no terminó de caer. Está enganchada a unos cuatro metros, justo arriba de la entrada de la escuela.",
    ],
    [
      "Raíces que rompen la pared de mi casa, {calle} {altura}",
      "Las raíces del ficus ya rajaron el frente y levantaron el caño del gas. Tengo fotos de cómo avanzó en el año. Necesito que venga alguien a verlo.",
    ],
    [
      "Vecino que mutiló un árbol en {calle} y {cruce}",
      "Le cortó todas las ramas a un tilo sano para poner un cartel. Entiendo que eso está prohibido. Era el más lindo de la cuadra.",
    ],
  ],
  soluciones: [
    "Se cortó la rama con la hidrogrúa y se retiraron los restos. La línea quedó libre.",
    "Se trozó el árbol caído, se liberó la calle y se llevaron los restos al vivero para hacer chips.",
    "Se hizo poda de altura y despeje de cables. El árbol está sano y se conserva.",
    "Se extrajo el ejemplar seco con su tocón y se reparó la cazuela. Se replanta en otoño.",
    "Se retiraron las ramas de la poda y se barrió la cuadra.",
    "Se plantó un lapacho rosado con tutor y riego la primera semana. ¡Gracias por cuidarlo!",
    "Se retiró el panal de noche, con personal capacitado, y se trasladó fuera de la ciudad.",
  ],
  internas: [
    "Antes de extraer hace falta el informe de la inspectora de Arbolado.",
    "Pedir a la cooperativa eléctrica que acompañe: media tensión a menos de dos metros.",
    "Hay nido de hornero en la horqueta: esperar o dejar esa rama.",
  ],
};
