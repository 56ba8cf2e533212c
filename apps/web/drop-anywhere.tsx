import { useEffect, useState } from 'react';
import classes from './drop-anywhere.module.css';
import { useText } from './text.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Lets a file be dropped anywhere on the page. Without it the browser would leave the page and show the file. A place
 * that takes files itself (a DropZone) has its way first. The plain way in stays the file input.
 */
export function DropAnywhere({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useText();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const move = (by: 1 | -1) => (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const [enter, leave] = [move(1), move(-1)];
    const hold = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      const files = event.dataTransfer?.files;
      const file = files?.length === 1 ? files[0] : undefined;
      if (file) onFile(file);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', drop);
    };
  }, [onFile]);
  return over ? (
    <div className={classes.over} aria-hidden="true">
      {t('home.release')}
    </div>
  ) : null;
}
