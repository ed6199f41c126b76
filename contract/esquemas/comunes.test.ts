import { expect, test } from "vitest";
import { renglon, texto } from "./comunes.ts";

test.each(["\u202e", "\u2066", "\u0000", "\u2028"])("a text with %j in it is refused", (c) => {
  for (const de of [texto, renglon])
    expect(de(1, 50).safeParse(`Bache ${c}osotsoc`).error?.issues[0]?.message).toBe(
      "Tiene caracteres que no se pueden mostrar.",
    );
});

test.each(["Ñandú y Avellaneda", "👩‍👧 en la plaza", "שלום"])("«%s» is a line", (s) => {
  expect(renglon(1, 50).safeParse(s).success).toBe(true);
});
