import type { Palabras } from "./tipos.ts";

export const espaciosVerdes: Palabras = {
  problemas: [
    [
      "Pasto alto en la plaza de {calle} y {cruce}",
      "Hace más de un mes que no lo cortan y los chicos no pueden jugar a la pelota. Vimos una culebra cerca de los juegos.",
    ],
    [
      "Hamaca rota en la plaza, {calle} y {cruce}",
      "Se cortó una cadena y quedó colgando del otro lado. La envolví con el otro caño para que nadie se suba. Hay filo.",
    ],
    [
      "Banco de la plaza arrancado, {calle} al {cien}",
      "Lo sacaron de cuajo y está tirado en el pasto, con los tornillos para arriba. Era donde nos sentábamos los jubilados.",
    ],
    [
      "Tobogán con chapa levantada, {calle} y {cruce}",
      "La chapa se despegó en la bajada y corta. Mi nena se hizo un tajo en la pierna. Habría que cerrarlo hasta que lo arreglen.",
    ],
    [
      "Bebedero que no anda en {calle} y {cruce}",
      "No sale agua desde la primavera. La gente que corre por acá lo usaba todos los días, y los perros también.",
    ],
    [
      "Riego roto que inunda el cantero, {calle} al {cien}",
      "Un aspersor está roto y larga agua toda la noche. Las plantas se están pudriendo y la vereda es un barrial.",
    ],
    [
      "Falta sombra en los juegos de {calle} y {cruce}",
      "A la tarde los juegos queman. ¿Se podrían plantar algunos árboles o poner una media sombra para el verano?",
    ],
    [
      "Arenero sucio en la plaza, {calle} y {cruce}",
      "Está lleno de vidrios y caca de perro. Lo usan los más chiquitos. Si se renueva la arena, los vecinos ponemos un cartel.",
    ],
    [
      "Cerco caído en la cancha de {calle} {altura}",
      "El alambrado se cayó y la pelota sale a la avenida, con los chicos atrás. El domingo frenó un colectivo a un metro.",
    ],
    [
      "Robaron las plantas del cantero, {calle} y {cruce}",
      "Se llevaron las lavandas que plantamos con la escuela. ¿Pueden dejarnos otras? Las volvemos a poner nosotros.",
    ],
    [
      "Juego de la plaza sin baranda, {calle} {altura}",
      "Al mangrullo le falta una baranda y está a dos metros de altura. Ayer se cayó un chico; por suerte fue sólo un susto.",
    ],
    [
      "Boulevard abandonado en {calle} al {cien}",
      "El boulevard está lleno de yuyos y no se ve a los autos que vienen de frente. Antes daba gusto, con los rosales.",
    ],
  ],
  soluciones: [
    "Se cortó el pasto, se bordearon los senderos y se juntaron los restos.",
    "Se cambiaron las cadenas y los asientos de las cuatro hamacas. Se revisó el resto de los juegos.",
    "Se volvió a colocar el banco con anclajes nuevos y una mano de barniz.",
    "Se remachó la chapa del tobogán y se lijaron los bordes. Ya se puede usar.",
    "Se renovaron seis metros cúbicos de arena y se colocó un cartel.",
    "Se cambió el aspersor y se programó el riego de 5 a 6 de la mañana.",
    "Se plantaron tres jacarandás con tutor y se repuso el cantero con la escuela.",
  ],
  internas: [
    "Coordinar con la escuela 14 para que los chicos planten.",
    "Los repuestos de juegos están licitados: llegan a fin de mes.",
    "Pasar la cuadrilla un lunes: los fines de semana hay feria.",
  ],
};
