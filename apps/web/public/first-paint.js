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
  // The page of a map is fetched beside what all pages need, not once that has run; scripts/web-build.ts says what it is.
  const { map = '' } = document.currentScript.dataset;
  if (!/^\/w\/[^/]+\/maps\/(?!inventory$)[^/]+$/.test(location.pathname)) return;
  for (const href of map.split(' ').filter(Boolean)) {
    const link = document.createElement('link');
    const style = href.endsWith('.css');
    Object.assign(link, { rel: style ? 'preload' : 'modulepreload', crossOrigin: '', href });
    if (style) link.as = 'style';
    document.head.append(link);
  }
})();
