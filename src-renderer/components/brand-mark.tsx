/** The sprout. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="var(--accent)"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M12 21v-7M12 14c-4.5 0-6.5-2.6-6.5-6.2C9.6 7.4 12 9.6 12 14Zm0-2.2c0-4 2-6.6 6.3-7 .3 4.6-2 7.2-6.3 7Z" />
    </svg>
  );
}
