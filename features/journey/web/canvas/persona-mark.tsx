/**
 * The mark of a persona: a colour and a shape of its own, so that curves and cards can be told apart without colour.
 * Drawn in the colour around it (`color`).
 */
const shapes = [
  'M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6Z',
  'M1.8 1.8H10.2V10.2H1.8Z',
  'M6 .8 11.2 6 6 11.2 .8 6Z',
  'M6 1 11.2 10.4H.8Z',
  'M.8 1.6H11.2L6 11Z',
  'M4 1H8V4H11V8H8V11H4V8H1V4H4Z',
] as const;

type PersonaMarkProps = {
  /** Index of the colour of the persona, 0 … 5. */
  readonly colour: number;
  readonly size: number;
  /** Hollow marks show what is under them. */
  readonly hollow?: boolean;
};

export function PersonaMark({ colour, size, hollow = false }: PersonaMarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ overflow: 'visible' }}>
      <path
        d={shapes[colour] ?? shapes[0]}
        fill={hollow ? 'var(--paper)' : `var(--persona-${colour})`}
        stroke={`var(--persona-${colour})`}
        strokeWidth={hollow ? 2.4 : 1}
        strokeLinejoin="round"
      />
    </svg>
  );
}
