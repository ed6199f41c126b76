import type { Palabras } from "./tipos.ts";

export const limpieza: Palabras = {
  problemas: [
    [
      "Contenedor roto en {calle} al {cien}",
      "Se le rompió la tapa y los perros sacan todo afuera. La esquina amanece sembrada de bolsas y el olor con este calor es insoportable.",
    ],
    [
      "Microbasural en {calle} y {cruce}",
      "Empezó con unas ramas y ahora tiran de todo: muebles, pañales, escombros. Hay ratas. Al lado hay un jardín de infantes.",
    ],
    [
      "No pasó el recolector en {calle} al {cien}",
      "Van tres días que no pasa. Sacamos la basura en el horario y sigue ahí. Toda la cuadra está igual, no es sólo mi casa.",
    ],
    [
      "Sillón y colchón tirados en la vereda de {calle} {altura}",
      "Alguien los dejó el fin de semana y con la lluvia quedaron podridos. No son de nadie de la cuadra. Ocupan todo el paso.",
    ],
    [
      "Boca de tormenta tapada de hojas, {calle} y {cruce}",
      "Está llena de hojas y botellas. Cada vez que llueve se inunda la esquina y el agua entra en el almacén de la vuelta.",
    ],
    [
      "Animal muerto en {calle} al {cien}",
      "Hay un perro muerto al costado de la calle desde ayer. Pobrecito. Ya hay moscas y olor, por favor pasen a retirarlo.",
    ],
    [
      "Barrido que no llega a {calle} {cien}",
      "El barrendero llega hasta {cruce} y pega la vuelta. Nuestra cuadra hace un mes que no se barre y las hojas ya tapan el cordón.",
    ],
    [
      "Vidrios rotos en toda la vereda, {calle} {altura}",
      "Rompieron la parada y quedaron los vidrios desparramados por toda la vereda. Pasan chicos en ojotas y perros. Barrí lo mío, pero es mucho.",
    ],
    [
      "Pintadas en la escuela de {calle} y {cruce}",
      "Amaneció todo el frente pintado con aerosol. La cooperadora lo había arreglado en agosto. ¿Se puede limpiar con la hidrolavadora?",
    ],
    [
      "Escombros de obra sobre la calle, {calle} {altura}",
      "La obra de al lado tira los escombros en la calle sin volquete. Con la lluvia va todo a la boca de tormenta. Hace dos semanas que está así.",
    ],
    [
      "Falta un contenedor en {calle} y {cruce}",
      "Se lo llevaron para arreglarlo y nunca volvió. Ahora la gente deja las bolsas en el piso, donde estaba antes. Somos cuatro edificios.",
    ],
    [
      "Aceite derramado en {calle} al {cien}",
      "Un camión perdió aceite en toda la cuadra. Está patinoso y en la curva ya se cayó un pibe del reparto. Haría falta arena.",
    ],
    [
      "Terreno baldío con basura en {calle} {altura}",
      "El terreno está abierto y lo usan de basural. El pasto llega a la cintura y de noche se mete gente. Al fondo ya prendieron fuego dos veces.",
    ],
  ],
  soluciones: [
    "Se retiraron todos los residuos con el camión volcador y se desinfectó el lugar.",
    "Se reemplazó el contenedor por uno nuevo y se lavó la vereda con hidrolavadora.",
    "Pasó el recolector y se habló con la empresa: la frecuencia vuelve a ser de lunes a sábado.",
    "Se destapó la boca de tormenta, se retiraron las hojas y se probó con agua: escurre bien.",
    "Se barrió la cuadra completa y se agregó al recorrido de los martes y viernes.",
    "Se esparció arena, se juntó con pala y se lavó la calzada. No quedan restos de aceite.",
    "Se limpió el terreno y se intimó al dueño a cerrarlo en quince días.",
  ],
  internas: [
    "Mandar el camión grande: son al menos dos viajes.",
    "Pedir a Inspección que identifique al que tira. Hay una cámara en la otra esquina.",
    "El contenedor de repuesto está en el corralón, fila del fondo.",
  ],
};
