import { useEffect } from 'react';

/** Names the window after the page: "Être remboursé de mes soins · Parcours". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Parcours' : `${title} · Parcours`;
  }, [title]);
}
