import type { oficina as es } from "../es/oficina.ts";

export const oficina = {
  exportar: {
    boton: "Export",
    titulo: "Export this list",
    que: "Downloads the whole list, with the filters you have on, ready to open in a spreadsheet.",
    sinPersonas: "Without personal data",
    conPersonas: "With the name, e-mail and telephone of who reported",
    cuidado: "It holds personal data: share it only with who needs it for their work.",
  },
} satisfies typeof es;
