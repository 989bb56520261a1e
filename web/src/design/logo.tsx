/** The mark: lines of talk, and a word got in edgeways. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0d6e5f" />
      <path d="M8 9.5h16M8 16h10M8 22.5h13" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" />
      <circle cx="23.5" cy="16" r="2.2" fill="#f6b73c" />
    </svg>
  );
}
