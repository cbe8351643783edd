// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useId, useState } from 'react';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { answerHeader } from '../../model/answerHeader';
import { type Recipe, recipesFor } from '../../model/recipes';
import { useWords } from '../../translation/useWords';
import { CopyBlock, Note } from '../ui';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 2),
  },
  tabs: { minHeight: 40, maxWidth: '100%' },
  tab: { minHeight: 40, minWidth: 0, textTransform: 'none' },
  check: {
    marginTop: theme.spacing(0.5),
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** The ways to reach a preview, each with how to tell who answered. */
export function AccessPanel(props: {
  session: Pick<PreviewSession, 'access' | 'driver' | 'key' | 'phase'>;
  children?: ReactNode;
}) {
  const t = useWords();
  const classes = useStyles();
  const id = useId();
  const [chosen, setChosen] = useState<Recipe['id']>('curl');
  const { access, driver, key, phase } = props.session;
  const name = answerHeader(driver);
  const recipes = recipesFor(access);
  const recipe = recipes.find(each => each.id === chosen) ?? recipes[0];
  return (
    <section aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <Typography variant="subtitle2" component="h3" id={`${id}-title`}>
          {t('access.title')}
        </Typography>
        {props.children}
      </div>
      {!access.url && (
        <Note tone={phase === 'provisioning' ? 'busy' : 'warning'}>
          {access.reason ?? t('access.noUrl')}
        </Note>
      )}
      {recipe && (
        <>
          <Tabs
            className={classes.tabs}
            value={recipe.id}
            onChange={(_event, value) => setChosen(value)}
            aria-labelledby={`${id}-title`}
            indicatorColor="primary"
            variant="scrollable"
            scrollButtons="off"
          >
            {recipes.map(each => (
              <Tab
                key={each.id}
                value={each.id}
                className={classes.tab}
                label={t(`access.${each.id}`)}
                id={`${id}-tab-${each.id}`}
                aria-controls={`${id}-panel`}
              />
            ))}
          </Tabs>
          <div
            role="tabpanel"
            id={`${id}-panel`}
            aria-labelledby={`${id}-tab-${recipe.id}`}
          >
            <CopyBlock text={recipe.text} label={t(`access.${recipe.id}`)} />
            <Typography variant="body2" className={classes.check}>
              {t(`access.check.${recipe.id}`, {
                header: `${name}: ${key}`,
                name,
                host: access.url ? new URL(access.url).host : '',
              })}
            </Typography>
          </div>
        </>
      )}
    </section>
  );
}
