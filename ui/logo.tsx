/** The mark of the product: an emotion curve and its moment of truth. Decorative beside the word "Parcours". */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path
        d="M3.5 23c4.2 0 4.4-14.5 9-14.5 3.6 0 3.6 7.5 7 7.5 2.3 0 3-2.6 5-4.5"
        stroke="var(--ink)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="12.5" cy="8.5" r="3.2" fill="var(--persona-0)" />
    </svg>
  );
}
