import { useTitle } from '#ui/use-title.ts';
import classes from './page.module.css';
import { useText } from './text.ts';

export function AboutPage() {
  const t = useText();
  useTitle(t('about.title'));
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('about.title')}</h1>
      <p className={classes.lead}>{t('about.what')}</p>
      <p className={classes.lead}>{t('about.figures')}</p>
      <p className={classes.lead}>
        <a href="/api/docs">{t('about.api')}</a>
      </p>
      <p className={classes.lead}>{t('about.licence')}</p>
    </div>
  );
}
