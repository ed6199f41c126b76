import { useDatos } from "../../datos.ts";
import { ciudadDe } from "../../state/ciudad.ts";

const LADOS = [4, 11.8, 19.6];

/** The mark: the nine-square vainilla tile with one square set in blue. */
export function Marca({ tam = 30 }: { tam?: number }) {
  return (
    <svg class="marca-baldosa" width={tam} height={tam} viewBox="0 0 30 30" aria-hidden="true">
      <rect width="30" height="30" rx="7" fill="#f2c14e" />
      {LADOS.map((y) =>
        LADOS.map((x) => (
          <rect
            key={`${x}-${y}`}
            x={x}
            y={y}
            width="6.4"
            height="6.4"
            rx="1.6"
            fill={x === 11.8 && y === 11.8 ? "#17518c" : "#fff3d4"}
          />
        )),
      )}
    </svg>
  );
}

/** The municipality's own mark, or ours where it has none. Always beside its name, so it says nothing. */
export function MarcaCiudad() {
  const logo = ciudadDe(useDatos())?.logo;
  return logo ? <img class="marca-logo" src={logo} alt="" width="30" height="30" /> : <Marca />;
}
