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
