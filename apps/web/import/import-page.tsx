import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Upload } from '#kit/upload.ts';
import { DropZone } from '#ui/drop-zone.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { Workspace } from '#workspace/domain/schema.ts';
import page from '../page.module.css';
import { usePendingFile } from '../pending-file.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { ConfirmFile } from './confirm-file.tsx';
import { FollowAnswers } from './follow-answers.tsx';
import { FollowEvents } from './follow-events.tsx';
import { followed, hashOf } from './import-address.ts';
import classes from './import-page.module.css';
import { fileKinds } from './likely-kind.ts';
import { useText } from './text.ts';
import { Uploading } from './uploading.tsx';

export function ImportPage() {
  return (
    <WorkspacePage>{(workspace) => <Importing key={workspace.id} workspace={workspace} />}</WorkspacePage>
  );
}

/** From a file to its figures: sent, looked at, imported, told, and on to the map. */
function Importing({ workspace }: { readonly workspace: Workspace }) {
  const t = useText();
  const navigate = useNavigate();
  const hash = useRouterState({ select: (state) => state.location.hash });
  const following = followed(hash);
  const [file, setFile] = useState<File | null>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  useTitle(t('title'));
  const follow = (next: string) =>
    void navigate({ to: '/w/$workspaceId/import', params: { workspaceId: workspace.id }, hash: next });
  const take = (chosen: File | null) => {
    setUpload(null);
    setFile(chosen);
    if (following !== null) follow('');
  };
  const { file: dropped, drop } = usePendingFile();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drop is taken once, also of the same file again
  useEffect(() => {
    if (dropped !== null) take(dropped);
  }, [drop]);
  const busy = file !== null && upload === null;

  return (
    <div className={page.page}>
      <h1 className={page.title}>{t('title')}</h1>
      {file === null && following === null && <p className={page.lead}>{t('lead')}</p>}
      <div className={classes.page}>
        {following?.kind === 'events' && (
          <FollowEvents
            workspace={workspace}
            importId={following.importId}
            already={following.already}
            upload={upload}
            onStarted={(started) => follow(hashOf(started))}
            onBack={upload === null ? null : () => follow('')}
            onAgain={() => take(null)}
          />
        )}
        {following?.kind === 'answers' && (
          <FollowAnswers
            workspace={workspace}
            importId={following.importId}
            onBack={upload === null ? null : () => follow('')}
            onAgain={() => take(null)}
          />
        )}
        {following === null && file === null && <Choose onFile={take} />}
        {following === null && busy && (
          <Uploading workspaceId={workspace.id} file={file} onDone={setUpload} onCancel={() => take(null)} />
        )}
        {upload !== null && (
          // Kept while the import is followed, so that a wrong reading is corrected and not begun again.
          <div hidden={following !== null}>
            <ConfirmFile
              key={upload.uploadId}
              workspace={workspace}
              upload={upload}
              onAnother={() => take(null)}
              onStarted={(started) => follow(hashOf(started))}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function Choose({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useText();
  return (
    <>
      <DropZone title={t('drop')} hint={t('dropHint')} onFile={onFile} />
      <div className={classes.kinds}>
        {fileKinds.map((kind) => (
          <section key={kind}>
            <h2>{t(`what.${kind}`)}</h2>
            <p>{t(`what.${kind}Text`)}</p>
            <pre className={classes.example}>{t(`what.${kind}Example`)}</pre>
          </section>
        ))}
      </div>
    </>
  );
}
