/** A page that is not looked at paints nothing. */
const atTheLatest = 100;

/**
 * Does `work` once what has just changed on the page is painted, at the latest a tenth of a second from now. What is given
 * takes it back.
 */
export function afterPaint(work: () => void): () => void {
  let done = false;
  const once = () => {
    if (done) return;
    stop();
    work();
  };
  const painted = new MessageChannel();
  painted.port1.onmessage = once;
  // A message posted while a frame is prepared comes when that frame is done.
  const frame = requestAnimationFrame(() => painted.port2.postMessage(null));
  const late = setTimeout(once, atTheLatest);
  const stop = () => {
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(late);
    painted.port1.close();
  };
  return stop;
}
