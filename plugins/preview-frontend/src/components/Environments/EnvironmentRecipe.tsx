// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { nameOf } from '../../model/choice';
import { sharedRecipes } from '../../model/environment';
import { curlRecipe } from '../../model/recipes';
import { useWords } from '../../translation/useWords';
import { CopyBlock, Fold } from '../ui';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
}));

/** One header for all services of a key, and a request for each. */
export function EnvironmentRecipe({
  sessions,
}: {
  sessions: PreviewSession[];
}) {
  const t = useWords();
  const classes = useStyles();
  const recipes = sharedRecipes(sessions);
  if (recipes.length === 0) {
    return <Typography variant="body2">{t('access.noUrl')}</Typography>;
  }
  return (
    <section className={classes.root} aria-label={t('access.title')}>
      <Typography variant="subtitle2" component="h3">
        {t('access.title')}
      </Typography>
      {recipes.map(({ headers, services }) => (
        <div key={headers.join()} className={classes.root}>
          {headers.length > 0 && (
            <>
              <Typography variant="body2">
                {t('environments.header')}
              </Typography>
              <CopyBlock
                text={headers.join('\n')}
                label={t('environments.headerLabel')}
              />
            </>
          )}
          <Fold
            title={t('access.curl')}
            aside={services
              .map(({ entityRef }) => nameOf(entityRef))
              .join(', ')}
          >
            <div className={classes.root}>
              {services.map(({ id, entityRef, access }) => (
                <CopyBlock
                  key={id}
                  text={curlRecipe(access.url ?? '', access.headers)}
                  label={nameOf(entityRef)}
                />
              ))}
            </div>
          </Fold>
        </div>
      ))}
    </section>
  );
}
