import { useEffect, useState } from "preact/hooks";
import { claveNueva } from "../../../api/cliente.ts";
import { mensajeDe } from "../../../api/error.ts";
import { subirFoto } from "../../../api/fotos.ts";
import { tci } from "../../../i18n/ciudad.ts";
import { Marca } from "../../base/marca.tsx";

type Props = {
  /** The one in use; null when there is none. */
  logo: string | null;
  error: string | undefined;
  /** Of the picture just uploaded; null takes the logo away, undefined leaves the one in use. */
  alElegir: (id: number | null | undefined) => void;
};

/** The municipality's picture: uploaded as any photo is, so it is read, re-encoded and stripped on the server. */
export function Logo({ logo, error, alElegir }: Props) {
  const [nuevo, setNuevo] = useState<{ url: string } | null>(null);
  const [subiendo, setSubiendo] = useState(false);
  const [fallo, setFallo] = useState<unknown>(null);
  useEffect(() => () => void (nuevo && URL.revokeObjectURL(nuevo.url)), [nuevo]);

  const subir = async (entrada: HTMLInputElement) => {
    const archivo = entrada.files?.[0];
    entrada.value = "";
    if (!archivo) return;
    setSubiendo(true);
    setFallo(null);
    try {
      const { id } = await subirFoto(archivo, claveNueva());
      setNuevo({ url: URL.createObjectURL(archivo) });
      alElegir(id);
    } catch (e) {
      setFallo(e);
    } finally {
      setSubiendo(false);
    }
  };
  const quitar = () => {
    setNuevo(null);
    alElegir(logo === null ? undefined : null);
  };
  const visto = nuevo?.url ?? logo;
  const mensaje = fallo ? mensajeDe(fallo) : error;
  return (
    <div class="campo">
      <p class="etiqueta" id="logo-etiqueta">
        {tci.municipio.campos.logo}
      </p>
      <div class="fila envuelve">
        {visto ? (
          <img class="logo-grande" src={visto} alt={tci.municipio.logoAlt} />
        ) : (
          <Marca tam={64} />
        )}
        <label class="boton contorno chica">
          {subiendo ? tci.municipio.subiendo : tci.municipio.subirLogo}
          <input
            class="oculto"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            disabled={subiendo}
            onChange={(e) => void subir(e.currentTarget)}
          />
        </label>
        {visto ? (
          <button type="button" class="enlace" onClick={quitar}>
            {tci.municipio.quitarLogo}
          </button>
        ) : null}
      </div>
      {mensaje ? (
        <p class="error" role="alert">
          {mensaje}
        </p>
      ) : null}
      <p class="ayuda">{nuevo ? tci.municipio.logoSinGuardar : tci.municipio.logoAyuda}</p>
    </div>
  );
}
