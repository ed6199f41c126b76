import { azarDe } from "../azar.ts";
import type { FotoDemo } from "../vida.ts";
import { ASFALTO, calle, type Escena, PASTO, suelo, VEREDA } from "./fondo.ts";
import {
  ALTO,
  ANCHO,
  aclarar,
  type Color,
  type Lienzo,
  lienzo,
  mancha,
  mezclar,
  pintar,
  ruidoDe,
  trazo,
} from "./lienzo.ts";

type Dibujo = (e: Escena, arreglado: boolean) => void;

const alumbrado: Dibujo = (e, arreglado) => {
  const piso = calle(e, arreglado ? [54, 66, 96] : [70, 78, 100]);
  const x = e.entre(150, 230);
  trazo(e.l, [x, piso + 14, 7], [x, 62, 5], [74, 78, 80]);
  trazo(e.l, [x, 64, 5], [x + 62, 48, 4], [74, 78, 80]);
  mancha(e.l, e.ruido, { x: x + 70, y: 50, rx: 17, ry: 6, color: [60, 62, 62] });
  if (arreglado) {
    mancha(e.l, e.ruido, {
      x: x + 70,
      y: 60,
      rx: 60,
      ry: 48,
      color: [255, 226, 160],
      borde: 1.2,
      cubre: 0.45,
    });
    mancha(e.l, e.ruido, { x: x + 70, y: 54, rx: 14, ry: 5, color: [255, 250, 226] });
    mancha(e.l, e.ruido, {
      x: x + 70,
      y: piso + 22,
      rx: 110,
      ry: 26,
      color: [240, 210, 150],
      borde: 0.9,
      cubre: 0.4,
    });
  } else pintar(e.l, {}, () => [[18, 22, 34], 0.42]);
};

const bacheo: Dibujo = (e, arreglado) => {
  suelo(e, ASFALTO, false);
  const [x, y] = [e.entre(170, 230), e.entre(150, 185)];
  if (arreglado) {
    mancha(e.l, e.ruido, { x, y, rx: 118, ry: 66, color: [58, 60, 60], mella: 0.04, borde: 0.04 });
    return;
  }
  mancha(e.l, e.ruido, { x, y, rx: 112, ry: 58, color: [128, 120, 106], mella: 0.32 });
  mancha(e.l, e.ruido, { x, y: y + 6, rx: 84, ry: 40, color: [62, 56, 48], mella: 0.3 });
  mancha(e.l, e.ruido, { x: x + 8, y: y + 12, rx: 52, ry: 20, color: [96, 92, 84], mella: 0.2 });
  for (let i = 0; i < 9; i++)
    mancha(e.l, e.ruido, {
      x: x + e.entre(-140, 140),
      y: y + e.entre(-60, 80),
      rx: e.entre(3, 9),
      ry: e.entre(2, 6),
      color: [120, 114, 104],
    });
};

const limpieza: Dibujo = (e, arreglado) => {
  suelo(e, VEREDA, true);
  if (arreglado) {
    mancha(e.l, e.ruido, {
      x: 200,
      y: 190,
      rx: 150,
      ry: 60,
      color: [176, 174, 166],
      mella: 0.2,
      borde: 0.5,
      cubre: 0.4,
    });
    return;
  }
  const bolsas: Color[] = [
    [36, 36, 40],
    [44, 44, 48],
    [30, 32, 36],
    [70, 84, 70],
    [52, 48, 46],
  ];
  for (let i = 0; i < 8; i++) {
    const [x, y] = [e.entre(90, 310), e.entre(120, 230)];
    const tamano = e.entre(26, 46);
    mancha(e.l, e.ruido, {
      x: x + 6,
      y: y + tamano * 0.6,
      rx: tamano * 1.1,
      ry: tamano * 0.4,
      color: [90, 86, 80],
      borde: 0.5,
      cubre: 0.6,
    });
    mancha(e.l, e.ruido, {
      x,
      y,
      rx: tamano,
      ry: tamano * 0.8,
      color: bolsas[i % bolsas.length] as Color,
      mella: 0.14,
    });
    mancha(e.l, e.ruido, {
      x: x - tamano * 0.3,
      y: y - tamano * 0.3,
      rx: tamano * 0.25,
      ry: tamano * 0.16,
      color: [120, 120, 124],
      borde: 0.8,
      cubre: 0.5,
    });
  }
};

const arbolado: Dibujo = (e, arreglado) => {
  suelo(e, VEREDA, true);
  if (arreglado) {
    mancha(e.l, e.ruido, { x: 205, y: 190, rx: 66, ry: 34, color: [92, 72, 52], mella: 0.1 });
    trazo(e.l, [205, 190, 9], [208, 40, 6], [96, 78, 58]);
    for (let i = 0; i < 9; i++)
      mancha(e.l, e.ruido, {
        x: 208 + e.entre(-52, 52),
        y: 42 + e.entre(-34, 34),
        rx: 34,
        ry: 26,
        color: [70, 112, 60],
        mella: 0.3,
      });
    return;
  }
  trazo(e.l, [30, 236, 34], [330, 120, 22], [92, 72, 54]);
  for (let i = 0; i < 6; i++) {
    const x = e.entre(180, 330);
    trazo(e.l, [x, 290 - x * 0.5, 9], [x + e.entre(-30, 60), e.entre(40, 110), 3], [84, 66, 48]);
  }
  for (let i = 0; i < 14; i++)
    mancha(e.l, e.ruido, {
      x: e.entre(200, 390),
      y: e.entre(40, 210),
      rx: e.entre(16, 40),
      ry: e.entre(12, 28),
      color: [66, 98, 54],
      mella: 0.4,
      cubre: 0.9,
    });
};

const transito: Dibujo = (e, arreglado) => {
  const piso = calle(e, [150, 176, 206]);
  const x = e.entre(170, 240);
  trazo(e.l, [x, piso + 18, 8], [x, 90, 7], [70, 72, 72]);
  pintar(e.l, { x0: x - 22, x1: x + 22, y0: 28, y1: 128 }, () => [[34, 36, 36], 1]);
  const luces: Color[] = [
    [196, 48, 40],
    [226, 168, 40],
    [60, 170, 90],
  ];
  for (const [i, color] of luces.entries()) {
    const prendida = arreglado && i === 2;
    mancha(e.l, e.ruido, {
      x,
      y: 46 + i * 31,
      rx: 12,
      ry: 12,
      color: prendida ? color : mezclar(color, [30, 30, 30], 0.82),
    });
    if (prendida)
      mancha(e.l, e.ruido, { x, y: 46 + i * 31, rx: 18, ry: 18, color, borde: 1, cubre: 0.35 });
  }
};

const agua: Dibujo = (e, arreglado) => {
  suelo(e, VEREDA, true);
  if (arreglado) {
    mancha(e.l, e.ruido, {
      x: 210,
      y: 160,
      rx: 70,
      ry: 40,
      color: [178, 176, 170],
      mella: 0.05,
      borde: 0.05,
    });
    return;
  }
  mancha(e.l, e.ruido, {
    x: 200,
    y: 180,
    rx: 150,
    ry: 64,
    color: [104, 108, 108],
    mella: 0.3,
    cubre: 0.75,
  });
  mancha(e.l, e.ruido, {
    x: 205,
    y: 180,
    rx: 112,
    ry: 42,
    color: [118, 142, 158],
    mella: 0.25,
    cubre: 0.8,
  });
  mancha(e.l, e.ruido, {
    x: 180,
    y: 168,
    rx: 44,
    ry: 10,
    color: [208, 222, 230],
    mella: 0.3,
    borde: 0.6,
    cubre: 0.7,
  });
  mancha(e.l, e.ruido, {
    x: 236,
    y: 152,
    rx: 10,
    ry: 22,
    color: [222, 234, 240],
    mella: 0.3,
    borde: 0.8,
    cubre: 0.8,
  });
};

const cloacas: Dibujo = (e, arreglado) => {
  suelo(e, ASFALTO, false);
  const [x, y] = [e.entre(180, 220), e.entre(150, 180)];
  mancha(e.l, e.ruido, { x, y, rx: 92, ry: 50, color: [76, 78, 78], borde: 0.04 });
  if (arreglado) {
    mancha(e.l, e.ruido, { x, y, rx: 80, ry: 42, color: [112, 112, 110], borde: 0.04 });
    for (let i = -3; i <= 3; i++)
      trazo(e.l, [x - 58, y + i * 10, 2], [x + 58, y + i * 10, 2], [84, 84, 82]);
    return;
  }
  mancha(e.l, e.ruido, { x, y, rx: 80, ry: 42, color: [22, 22, 20], borde: 0.04 });
  mancha(e.l, e.ruido, {
    x: x + 50,
    y: y + 62,
    rx: 150,
    ry: 34,
    color: [84, 78, 54],
    mella: 0.35,
    borde: 0.3,
    cubre: 0.8,
  });
};

const verdes: Dibujo = (e, arreglado) => {
  suelo(e, arreglado ? PASTO : aclarar(PASTO, -12), false);
  if (!arreglado)
    for (let i = 0; i < 260; i++) {
      const [x, y] = [e.entre(0, ANCHO), e.entre(90, ALTO + 30)];
      const verde: Color = [84 + e.entre(-16, 34), 116 + e.entre(-18, 30), 50];
      trazo(e.l, [x, y, 3.5], [x + e.entre(-16, 16), y - e.entre(30, 78), 0.8], verde);
    }
  pintar(e.l, { x0: 120, x1: 290, y0: 128, y1: 140 }, () => [[132, 92, 58], arreglado ? 1 : 0.6]);
  pintar(e.l, { x0: 120, x1: 290, y0: 106, y1: 116 }, () => [[142, 100, 64], arreglado ? 1 : 0.75]);
  for (const x of [134, 272]) trazo(e.l, [x, 106, 6], [x, 172, 6], [64, 64, 64]);
};

const DIBUJOS: Record<number, Dibujo> = {
  1: alumbrado,
  2: bacheo,
  3: limpieza,
  4: arbolado,
  5: transito,
  6: agua,
  7: cloacas,
  8: verdes,
};

/** Draws the photo: the problem of its categoría, or how it looks mended. */
export function dibujar({
  dibujo,
  momento,
  semilla,
}: Pick<FotoDemo, "dibujo" | "momento" | "semilla">): Lienzo {
  const azar = azarDe(semilla);
  const e: Escena = { l: lienzo(), ruido: ruidoDe(semilla), entre: azar.entre };
  DIBUJOS[dibujo]?.(e, momento === "despues");
  return e.l;
}
