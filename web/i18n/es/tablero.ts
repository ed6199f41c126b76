/** The board. */
export const tablero = {
  titulo: "Tablero",
  pistas: "moverse",
  pistaAbrir: "abrir",
  pistaMover: "mover a…",
  columnas: "Columnas",
  cuantos: (n: number, hayMas: boolean) => `${n}${hayMas ? "+" : ""}`,
  cuantosDicho: (n: number, hayMas: boolean) =>
    hayMas ? `más de ${n} reclamos` : n === 1 ? "1 reclamo" : `${n} reclamos`,
  recientes: "en 30 días",
  vacia: {
    nuevo: "No hay ninguno esperando.",
    asignado: "Ninguna cuadrilla tiene uno sin empezar.",
    en_proceso: "Nadie está trabajando en uno ahora.",
    resuelto: "En los últimos 30 días no se resolvió ninguno.",
  },
  mover: (numero: number) => `Mover el #${numero} a…`,
  moverTitulo: (numero: number) => `Mover el #${numero} a…`,
  hacia: (accion: string, estado: string) => `${accion} → ${estado}`,
  noSePuede: "Ahí no se puede",
  antes: (acciones: string[]) => `Antes hay que: ${acciones.join(" y después ").toLowerCase()}.`,
  nuncaDesde: (estado: string) => `Desde «${estado}» no se llega.`,
  soltaAca: (accion: string) => `Soltá acá: ${accion.toLowerCase()}`,
  rechazarAca: "Soltá acá para rechazarlo",
  ahora: "Ahora está",
  pasa: (de: string, a: string) => `Pasa de «${de}» a «${a}» cuando lo confirmes.`,
  sigueEn: (estado: string) => `Sigue en «${estado}».`,
  yaNo: (numero: number, estado: string, accion: string) =>
    `El #${numero} cambió: está «${estado}», y así ya no se puede ${accion.toLowerCase()}.`,
  anuncio: {
    toma: (numero: number, destinos: string[]) =>
      destinos.length > 0
        ? `Tomaste el #${numero}. Se puede soltar en: ${destinos.join(", ")}.`
        : `Tomaste el #${numero}. No se puede mover.`,
    devuelta: (numero: number, estado: string) => `El #${numero} sigue en «${estado}».`,
    hecho: (numero: number, estado: string) => `El #${numero} está en «${estado}».`,
  },
  abierto: (numero: number) => `Reclamo #${numero}`,
};
