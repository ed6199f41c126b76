import { expect, it } from "vitest";
import {
  crearFoto,
  crearMunicipio,
  crearReclamoDe,
  crearUsuario,
  ctxDe,
} from "../../testing/fabrica.ts";
import { similaresDe } from "./similares.ts";

it("shows each with its own first photo, whatever the photos' numbers are", async () => {
  const ciudad = await crearMunicipio();
  const vecina = await crearUsuario();
  // So that a photo's number and its reclamo's are far apart, and one photo's is another reclamo's.
  for (let i = 0; i < 3; i += 1) await crearFoto(vecina);
  const reclamos = [];
  for (let i = 0; i < 5; i += 1) {
    const suyas = i < 2 ? [await crearFoto(vecina), await crearFoto(vecina)] : [];
    reclamos.push({ suyas, ...(await crearReclamoDe(vecina, ciudad, { fotos: suyas })) });
  }
  const { lat, lng, categoria_id } = reclamos[0] ?? {};
  const { items } = await similaresDe(ctxDe(vecina), {
    lat: lat as number,
    lng: lng as number,
    categoria: categoria_id as number,
  });
  const esperadas = reclamos.map(({ id, suyas: [primera] }) => [
    id,
    primera ? `/api/fotos/${primera}?tamano=mini` : null,
  ]);
  expect(items.map((r) => [r.id, r.miniatura]).toSorted()).toEqual(esperadas.toSorted());
});
