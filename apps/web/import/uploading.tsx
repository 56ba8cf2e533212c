import { useEffect, useState } from 'react';
import { uploadFile } from '#client/api.ts';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Upload } from '#kit/upload.ts';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { useText } from './text.ts';

type UploadingProps = {
  readonly workspaceId: WorkspaceId;
  readonly file: File;
  readonly onDone: (upload: Upload) => void;
  readonly onCancel: () => void;
};

/** Sends the file; leaving or cancelling stops it, and nothing stays on the server. */
export function Uploading({ workspaceId, file, onDone, onCancel }: UploadingProps) {
  const t = useText();
  const format = useFormat();
  const { options } = useApi();
  const [sent, setSent] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once for each file and each attempt
  useEffect(() => {
    const stop = new AbortController();
    setSent(0);
    setError(null);
    uploadFile(options, workspaceId, file, { onProgress: setSent, signal: stop.signal }).then(
      (upload) => {
        if (!stop.signal.aborted) onDone(upload);
      },
      (reason: unknown) => {
        if (!stop.signal.aborted) setError(reason);
      },
    );
    return () => stop.abort();
  }, [file, attempt]);
  if (error !== null) return <FailureNotice error={error} onRetry={() => setAttempt(attempt + 1)} />;
  return (
    <ProgressLine
      phase={t('upload.phase', { file: file.name })}
      done={file.size === 0 ? null : sent / file.size}
      detail={t('upload.detail', { sent: format.bytes(sent), total: format.bytes(file.size) })}
      onCancel={onCancel}
    />
  );
}
