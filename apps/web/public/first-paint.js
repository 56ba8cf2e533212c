// Runs before anything is drawn, so that a reader who chose dark never sees a white flash. The keys are those of
// ui/theme/provider.tsx and ui/i18n.ts. A file of its own: the content security policy allows no inline script.
(() => {
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = kept('parcours.theme');
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  const wishes = [kept('parcours.language'), ...navigator.languages].map((wish) => wish?.slice(0, 2));
  document.documentElement.lang = wishes.find((wish) => wish === 'fr' || wish === 'en') ?? 'fr';
})();
