import type { Palabras } from "./tipos.ts";

export const agua: Palabras = {
  problemas: [
    [
      "Pérdida de agua en la vereda, {calle} {altura}",
      "Brota agua limpia entre las baldosas desde hace tres días. Corre hasta la esquina y ya hay verdín. Da pena ver cómo se tira.",
    ],
    [
      "Caño roto en {calle} y {cruce}",
      "Sale agua a presión en el medio de la calle, levantó el asfalto. Toda la manzana está sin agua desde las siete de la mañana.",
    ],
    [
      "Sin presión de agua en {calle} al {cien}",
      "Desde la semana pasada el agua no sube al tanque. De día sale un hilito y de noche algo más. Les pasa a todos los de esta cuadra.",
    ],
    [
      "Agua turbia en {calle} {altura}",
      "Sale marrón, con olor a tierra. La dejamos correr media hora y sigue igual. Hay un bebé en casa y no sabemos si hervirla alcanza.",
    ],
    [
      "Medidor que pierde en {calle} {altura}",
      "La caja del medidor está llena de agua y rebalsa a la vereda. Cerré la llave de paso y sigue, así que es de la calle para afuera.",
    ],
    [
      "Cortaron el agua sin avisar en {calle} {cien}",
      "Nos quedamos sin agua desde ayer a la tarde y nadie sabe nada. Hay gente mayor que vive sola. ¿Cuándo vuelve?",
    ],
    [
      "Llave de paso sin tapa en {calle} y {cruce}",
      "Quedó el pozo de la llave abierto en plena senda peatonal. Es chico pero justo para meter el pie.",
    ],
    [
      "Fuga en el hidrante de {calle} y {cruce}",
      "El hidrante de la esquina gotea sin parar y la vereda está siempre mojada. En invierno hizo hielo y se cayó un señor.",
    ],
    [
      "Pérdida que inunda el sótano de {calle} {altura}",
      "Entra agua por la pared que da a la calle. El plomero dice que viene de la red. Sacamos veinte baldes por día.",
    ],
    [
      "Agua con mucho cloro en {calle} al {cien}",
      "Desde el lunes el agua tiene un olor a cloro que no se puede tomar. A mi hija se le irritó la piel. ¿Es normal?",
    ],
    [
      "Canilla pública rota en la plaza, {calle} y {cruce}",
      "La canilla de la plaza perdió la manija y corre agua todo el día. Los chicos hacen barro y los perros felices, pero es un despilfarro.",
    ],
    [
      "Arreglaron el caño y dejaron el pozo, {calle} {altura}",
      "Vinieron rápido y arreglaron la pérdida, gracias. Pero el pozo quedó abierto con una cinta y ya pasaron dos semanas.",
    ],
  ],
  soluciones: [
    "Se cambió un tramo de dos metros de caño de 75 mm y se restableció el servicio. Se purgó la red.",
    "Se colocó una abrazadera en la pérdida y se repuso la vereda.",
    "Se abrió la válvula de la esquina, que había quedado a medio cerrar. La presión volvió a 1,8 kg.",
    "Se purgó la cañería por el hidrante y se tomaron muestras: el agua salió clara y apta.",
    "Se reemplazó el medidor y la llave de paso. No hay más pérdida.",
    "Se tapó el pozo, se compactó y se repusieron las baldosas de la vereda.",
  ],
  internas: [
    "Avisar por mensaje a los frentistas antes de cortar: dos horas como mínimo.",
    "Red de fibrocemento de los sesenta: llevar manguitos de reparación de los dos diámetros.",
    "Laboratorio pide muestra en la canilla del frente, no en el tanque.",
  ],
};
