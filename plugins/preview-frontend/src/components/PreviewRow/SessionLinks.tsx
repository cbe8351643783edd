// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import { nameOf } from '../../model/choice';
import { isWebAddress } from '../../model/links';
import { sessionRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    ...theme.typography.body2,
    '&:empty': { display: 'none' },
  },
}));

/** Where to look further: the preview's own page, logs, metrics, traces. */
export function SessionLinks(props: {
  session: Pick<PreviewSession, 'id' | 'key' | 'entityRef' | 'links'>;
  withPage?: boolean;
}) {
  const t = useWords();
  const classes = useStyles();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const { id, key, entityRef, links } = props.session;
  return (
    <nav
      className={classes.root}
      aria-label={t('row.links', { key, name: nameOf(entityRef) })}
    >
      {props.withPage && sessionRoute && (
        <Link to={sessionRoute({ id })}>{t('row.page')}</Link>
      )}
      {links
        .filter(({ url }) => isWebAddress(url))
        .map(({ title, url }) => (
          <Link key={`${title} ${url}`} to={url}>
            {title}
          </Link>
        ))}
    </nav>
  );
}
