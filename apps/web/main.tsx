import './schema-settings.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

// A page left open over an update asks for files that are gone: load the new pages, once.
window.addEventListener('vite:preloadError', (event) => {
  const key = 'parcours.reloaded';
  const before = Number(sessionStorage.getItem(key) ?? 0);
  if (Date.now() - before < 30_000) return;
  event.preventDefault();
  sessionStorage.setItem(key, String(Date.now()));
  window.location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
