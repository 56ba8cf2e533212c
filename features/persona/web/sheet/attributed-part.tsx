import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { Explain } from '#ui/explain.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './sheet.module.css';
import side from './side.module.css';

/** How many contacts are of this persona, by the newest attribution that knows it; nothing where none does. */
export function AttributedPart({ personaId }: { readonly personaId: string }) {
  const t = useText();
  const { workspaceId, zone, Link, contactList } = useWays();
  const format = useFormat(zone);
  const { query } = useApi();
  const runs = useQuery(query.persona.attributions.queryOptions({ input: { workspaceId } }));
  const lists = useQuery(query.persona.contactLists.queryOptions({ input: { workspaceId } }));
  const run = runs.data?.find(({ summary }) => summary.personas.some((one) => one.personaId === personaId));
  const list = lists.data?.find(({ id }) => id === run?.listId);
  const mine = run?.summary.personas.find((one) => one.personaId === personaId);
  if (!run || !mine || !list) return null;
  const { share, confidence, contacts } = mine;
  const { undecided, threshold } = run.summary;
  return (
    <section className={classes.part} aria-labelledby="attributed" data-stated="">
      <SectionTitle id="attributed">{t('sheet.inBase')}</SectionTitle>
      {share.withheld ? (
        <p className={side.small}>{t('attribution.withheld', { n: share.n, minimum: share.minimum })}</p>
      ) : (
        <>
          <p className={side.figure}>
            <Explain
              explanation={{
                title: t('sheet.inBase'),
                definition: t('attribution.explain.definition', { threshold: format.share(threshold) }),
                n: format.integer(run.summary.contacts),
                source: t('attribution.explain.source', {
                  file: list.name,
                  date: format.date(run.at),
                  model: run.modelName,
                  revision: run.modelRevision,
                }),
                method: t('attribution.explain.method'),
              }}
            >
              {format.share(share.value)}
            </Explain>
          </p>
          <p className={side.small}>
            {t(confidence === null ? 'sheet.attributed' : 'sheet.attributedSure', {
              count: contacts,
              said: format.integer(contacts),
              sure: format.share(confidence ?? 0),
            })}
            <br />
            {t('attribution.between', {
              low: format.share(share.low),
              high: format.share(share.high),
              n: format.integer(run.summary.contacts),
              date: format.date(run.at),
            })}
            {!undecided.share.withheld && (
              <>
                <br />
                {t('sheet.undecided', { share: format.share(undecided.share.value) })}
              </>
            )}
          </p>
        </>
      )}
      <p className={side.small}>
        <Link href={contactList(list.id)}>{list.name}</Link>
      </p>
    </section>
  );
}
