type Props = {
  /** A path of iconos.ts. */
  d: string;
  tam?: number;
  /** As an attribute, since the page's policy allows no inline style. */
  color?: string;
  relleno?: boolean;
};

/** A line icon; always beside a word, so it says nothing to a screen reader. */
export function Icono({ d, tam = 20, color = "currentColor", relleno = false }: Props) {
  return (
    <svg
      aria-hidden="true"
      class="icono"
      width={tam}
      height={tam}
      viewBox="0 0 24 24"
      fill={relleno ? color : "none"}
      stroke={color}
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={d} />
    </svg>
  );
}
