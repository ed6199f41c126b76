import type { Palabras } from "./tipos.ts";

export const bacheo: Palabras = {
  problemas: [
    [
      "Bache profundo en {calle} y {cruce}",
      "Se hundió el asfalto después de la lluvia y los autos se cruzan de carril para esquivarlo. De noche no se ve y ya rompió la llanta un remís.",
    ],
    [
      "Pozo enorme frente al {altura} de {calle}",
      "Tendrá un metro de ancho y veinte centímetros de hondo. Lo tapamos con escombros, pero a los dos días está igual. Las motos pasan rozando el cordón.",
    ],
    [
      "Hundimiento del asfalto en {calle} al {cien}",
      "La calle se fue hundiendo de a poco y ahora se junta agua. Parece que abajo hay un caño roto, porque el pozo crece aunque no llueva.",
    ],
    [
      "Cordón roto en la esquina de {calle} y {cruce}",
      "El cordón se partió y los pedazos quedaron sobre la calle. Doblan los colectivos y cada vez rompen un poco más. Una bicicleta ya se cayó.",
    ],
    [
      "Baldosas flojas en la vereda de {calle} {altura}",
      "Son como diez baldosas sueltas. Cuando llueve, pisás y te empapás hasta la rodilla. Mi mamá, que tiene 82 años, se tropezó el lunes.",
    ],
    [
      "Vereda levantada por las raíces, {calle} {altura}",
      "Las raíces del plátano levantaron la vereda más de veinte centímetros. Con el cochecito hay que bajar a la calle. No pido que saquen el árbol, sólo que arreglen el piso.",
    ],
    [
      "Dejaron la calle abierta en {calle} y {cruce}",
      "Hicieron una conexión de gas hace un mes y taparon con tierra. Con las lluvias se lavó todo y quedó una zanja que cruza de lado a lado.",
    ],
    [
      "Rampa destruida en {calle} y {cruce}",
      "La rampa de la esquina está rota y mi hijo va en silla de ruedas. Tenemos que dar la vuelta a la manzana para cruzar. Es la esquina de la salita.",
    ],
    [
      "Lomo de burro sin pintar en {calle} al {cien}",
      "Lo hicieron nuevo y nunca lo pintaron ni le pusieron cartel. Anoche un auto lo agarró a toda velocidad y terminó contra un árbol.",
    ],
    [
      "Adoquines sueltos en {calle} {cien}",
      "Se soltaron varios adoquines y quedaron parados, con la punta para arriba. Un taxista ya pinchó dos gomas. Nosotros los acomodamos, pero se vuelven a salir.",
    ],
    [
      "Calle de tierra intransitable: {calle} al {cien}",
      "Con dos gotas no se puede salir de casa. No entra la ambulancia ni el recolector. Pedimos que pasen la máquina y tiren un poco de piedra.",
    ],
    [
      "Junta de hormigón abierta en {calle} {altura}",
      "La junta entre las losas se abrió y entra la rueda de una bici completa. Los chicos van a la escuela en bicicleta por esta calle.",
    ],
    [
      "Falta la tapa de una cámara en la vereda, {calle} {altura}",
      "Es un agujero de medio metro de profundidad en plena vereda. Le pusimos una rama con una bolsa para marcarlo. Antes había una tapa de chapa.",
    ],
    [
      "Otra vez el mismo bache en {calle} y {cruce}",
      "Lo arreglaron en el invierno y duró dos meses. Se ve que pusieron asfalto frío y se fue con la primera tormenta. Habría que hacerlo bien de una vez.",
    ],
  ],
  soluciones: [
    "Se recortó el bache en forma rectangular, se compactó la base y se repuso con asfalto en caliente. Habilitado al tránsito.",
    "Se rellenó con suelo cemento y se hizo una carpeta nueva de hormigón de 18 cm. Se deja fraguar siete días con vallas.",
    "Se repusieron las baldosas flojas y se rehízo el contrapiso. Quedó a nivel con la vereda del vecino.",
    "Se reconstruyó el cordón en toda la esquina y se limpiaron los escombros.",
    "Se colocó tapa nueva de fundición y se rehízo el marco de hormigón alrededor.",
    "Se pasó la motoniveladora y se volcaron dos camiones de piedra partida en los sectores más blandos.",
    "Se hizo la rampa nueva con la pendiente que pide la norma y una franja de baldosa podotáctil.",
  ],
  internas: [
    "Coordinar el corte con Tránsito: media calzada, de 9 a 12.",
    "Antes de asfaltar, que Agua descarte una pérdida: el pozo estaba húmedo sin lluvia.",
    "Esta cuadra entra en el plan de repavimentación de marzo. Alcanza con bacheo superficial.",
    "Reclamarle la reparación a la empresa de gas: la zanja es de ellos, orden 4471.",
  ],
};
