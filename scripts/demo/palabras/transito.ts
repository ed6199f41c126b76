import type { Palabras } from "./tipos.ts";

export const transito: Palabras = {
  problemas: [
    [
      "Semáforo en amarillo intermitente, {calle} y {cruce}",
      "Está en intermitente desde el viernes. A la hora de la escuela es la ley de la selva. Ya hubo un choque con una moto.",
    ],
    [
      "Semáforo apagado en {calle} y {cruce}",
      "No funciona ninguna de las cuatro caras. Los colectivos pasan sin frenar y cruzar con los chicos es una aventura.",
    ],
    [
      "Falta el cartel de PARE en {calle} y {cruce}",
      "Lo voltearon y nunca lo repusieron. Los que vienen por {cruce} creen que tienen prioridad. Todas las semanas hay una frenada.",
    ],
    [
      "Senda peatonal borrada frente a la escuela, {calle} {altura}",
      "No queda ni la marca de la pintura. Somos cientos de familias a la entrada y a la salida, y los autos no frenan.",
    ],
    [
      "Auto abandonado en {calle} {altura}",
      "Está hace más de dos meses, con las cuatro gomas en el piso y los vidrios rotos. De noche duerme gente adentro.",
    ],
    [
      "Cartel de calle dado vuelta en {calle} y {cruce}",
      "El viento giró el cartel y ahora {calle} dice {cruce} y al revés. Los repartidores se vuelven locos.",
    ],
    [
      "Camiones estacionados en doble fila, {calle} al {cien}",
      "Descargan de ocho a once en doble fila y cortan la calle. La ambulancia de la clínica no puede salir. Haría falta un inspector.",
    ],
    [
      "Pedimos un reductor de velocidad en {calle} {cien}",
      "Desde que asfaltaron corren picadas los viernes a la noche. Hay muchos chicos. Juntamos 46 firmas de vecinos de la cuadra.",
    ],
    [
      "Semáforo que dura cinco segundos, {calle} y {cruce}",
      "El verde para cruzar la avenida dura nada. Las personas mayores quedan en el medio. Antes duraba como veinte.",
    ],
    [
      "Señal de contramano tapada por una publicidad, {calle} y {cruce}",
      "Pusieron un pasacalle adelante y no se ve. En lo que va de la mañana ya vi tres autos entrar en contramano.",
    ],
    [
      "Espejo parabólico roto en la salida de {calle} {altura}",
      "Le tiraron un piedrazo. Es la única manera de ver si viene alguien por la curva. Lo habían puesto por los accidentes.",
    ],
    [
      "Ocupan la rampa de {calle} y {cruce} todos los días",
      "Los autos estacionan arriba de la rampa aunque está pintada de amarillo. Con la silla de ruedas tengo que pedir que los corran.",
    ],
  ],
  soluciones: [
    "Se cambió la placa del controlador y se sincronizó con el semáforo de la cuadra siguiente. Funciona normalmente.",
    "Se repuso el cartel con poste nuevo y base de hormigón.",
    "Se pintó la senda peatonal con pintura termoplástica y la línea de detención.",
    "Se labró el acta y la grúa retiró el vehículo al depósito municipal.",
    "Se corrigió la orientación de los carteles y se ajustaron con doble abrazadera.",
    "Se reprogramó el tiempo de cruce peatonal: pasó de 6 a 22 segundos.",
    "Se instaló el espejo nuevo con una malla de protección.",
  ],
  internas: [
    "Mandar inspector de 7:30 a 8:30, que es cuando pasa.",
    "El controlador es del modelo viejo: quedan dos placas en depósito.",
    "Pedir el conteo de vehículos antes de decidir el reductor.",
  ],
};
