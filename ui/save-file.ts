/** Hands a file made on this page to whoever reads it. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the file once it is begun.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
