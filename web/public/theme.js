// Runs before the first paint, so that a chosen theme never flashes. The same key is in src/design/theme.ts.
try {
  const theme = localStorage.getItem('edgeways.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden here: the system's theme it is.
}
