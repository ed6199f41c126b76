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

/** Loose tiles, one of them turned: the hero's picture. */
export function Baldosas() {
  return (
    <svg class="hero-baldosas" width="150" height="150" viewBox="0 0 150 150" aria-hidden="true">
      <g fill="#f2c14e" opacity=".55">
        <rect width="44" height="44" rx="9" />
        <rect x="52" width="44" height="44" rx="9" />
        <rect x="104" width="44" height="44" rx="9" />
        <rect
          x="52"
          y="52"
          width="44"
          height="44"
          rx="9"
          transform="rotate(9 74 74)"
          fill="#e0a92c"
        />
        <rect x="104" y="52" width="44" height="44" rx="9" />
        <rect x="104" y="104" width="44" height="44" rx="9" />
      </g>
    </svg>
  );
}
