import type { Palabras } from "./tipos.ts";

export const alumbrado: Palabras = {
  problemas: [
    [
      "Luminaria apagada en {calle} al {cien}",
      "Hace más de una semana que no prende la luz de la columna que está frente al {altura}. A la noche la cuadra queda negra y los chicos vuelven de la escuela por acá.",
    ],
    [
      "Tres columnas sin luz en {calle} y {cruce}",
      "Se apagaron las tres de la misma vereda después de la tormenta del domingo. La de la esquina de {cruce} hace un zumbido y larga olor a quemado.",
    ],
    [
      "Farol que prende y apaga toda la noche, {calle} {altura}",
      "Titila sin parar y no deja dormir a los que tenemos la ventana a la calle. Antes de apagarse del todo parece que se reinicia, así desde hace quince días.",
    ],
    [
      "Luz de la calle encendida de día en {calle} {cien}",
      "Está prendida las veinticuatro horas. Ya llamé dos veces al 147 y me dijeron que lo anotaban. Es plata de todos.",
    ],
    [
      "Columna de alumbrado inclinada frente al {altura} de {calle}",
      "La chocó un camión de reparto y quedó torcida, apoyada contra los cables. Cada vez que hay viento se mueve y tenemos miedo de que se caiga sobre los autos.",
    ],
    [
      "Cables sueltos al pie de la columna, {calle} y {cruce}",
      "Le falta la tapa a la columna y los cables quedaron a la vista, a la altura de la mano de un nene. Acá pasan todos los días rumbo al jardín.",
    ],
    [
      "Cuadra completa a oscuras en {calle} al {cien}",
      "No funciona ninguna luz de la cuadra desde el martes. Anoche quisieron robarle a una señora que bajaba del colectivo. Por favor, es urgente.",
    ],
    [
      "Luminaria tapada por las ramas en {calle} {altura}",
      "La luz anda, pero el árbol creció tanto que no llega al piso. Desde la vereda se ve sólo un resplandor entre las hojas. Habría que podar o bajar el brazo.",
    ],
    [
      "Artefacto colgando de un cable en {calle} al {cien}",
      "El foco se soltó del brazo y quedó colgando de un solo cable arriba de la vereda. Pusimos dos sillas para que la gente no pase por abajo.",
    ],
    [
      "Sin luz en la parada del colectivo de {calle} y {cruce}",
      "La parada está a oscuras desde hace un mes. A las seis de la mañana hay gente esperando y no se ve ni el cordón.",
    ],
    [
      "Luz muy débil en {calle} al {cien}",
      "Cambiaron las lámparas de la avenida y acá quedaron las viejas, amarillas. Se ve menos que con una vela. ¿Se puede pedir el cambio a LED?",
    ],
    [
      "Explotó una lámpara en {calle} {altura}",
      "Anoche a las nueve hubo un estallido y cayeron vidrios sobre la vereda. Barrí los que pude, pero la luz quedó sin nada y con la tulipa abierta.",
    ],
    [
      "Columna que da corriente en {calle} y {cruce}",
      "Mi perro se acercó con el piso mojado y salió gritando. La toqué con un buscapolo y prende. Vengan antes de que se electrocute alguien, por favor.",
    ],
    [
      "Robaron los cables del alumbrado en {calle} {cien}",
      "Se llevaron los cables de cuatro columnas durante la madrugada. Quedaron las tapas tiradas en el pasto. Toda la cuadra quedó sin luz.",
    ],
  ],
  soluciones: [
    "Se reemplazó la lámpara por una luminaria LED de 100 W y se probó el encendido al anochecer.",
    "Se cambió la fotocélula, que estaba quemada. La luz vuelve a prender y apagar sola.",
    "Se rehízo la conexión en el tablero de la esquina y se repusieron los fusibles. Toda la cuadra quedó iluminada.",
    "Se enderezó la columna, se reforzó la base con hormigón y se colocó la tapa con cierre de seguridad.",
    "Se tendió cable nuevo entre las columnas y se sellaron las tapas para que no vuelvan a abrirlas.",
    "Se ajustó el artefacto al brazo y se cambió el balasto. No titila más.",
    "Se despejó la luminaria en conjunto con Arbolado y se orientó el brazo hacia la vereda.",
  ],
  internas: [
    "Pedir a la cooperativa el corte del ramal antes de subir con la hidrogrúa.",
    "Falta stock de luminarias de 150 W; entran el jueves. Se puede dejar una provisoria.",
    "Es la tercera falla del mismo tablero en el año. Conviene revisar la térmica.",
    "Ojo con el perro del vecino del fondo: avisar antes de entrar al pasillo.",
  ],
};
