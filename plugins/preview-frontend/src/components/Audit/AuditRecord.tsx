// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { sessionRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';
import { ActorLink, useTimeFormat } from '../ui';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, auto) minmax(0, 1fr)',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    ...theme.typography.body2,
  },
  word: { color: theme.palette.text.secondary },
  value: { margin: 0, overflowWrap: 'anywhere' },
}));

const PEOPLE: readonly string[] = ['actor', 'claimedActor', 'ownerRef'];

/** Every field of an event, as it was written down. */
export function AuditRecord({ event }: { event: AuditEvent }) {
  const t = useWords();
  const classes = useStyles();
  const format = useTimeFormat();
  const sessionRoute = useRouteRef(sessionRouteRef);
  const shown = (name: keyof AuditEvent) => {
    const value = event[name];
    if (value === null) return '–';
    if (PEOPLE.includes(name)) return <ActorLink actor={String(value)} />;
    if (name === 'entityRef') {
      return <EntityRefLink entityRef={String(value)} hideIcon />;
    }
    if (name === 'at') return `${event.at} (${format.exact(event.at)})`;
    if (name === 'sessionId' && sessionRoute) {
      const id = String(value);
      return <Link to={sessionRoute({ id })}>{id}</Link>;
    }
    return String(value);
  };
  return (
    <dl className={classes.list} aria-label={t('audit.record')}>
      {(Object.keys(event) as (keyof AuditEvent)[]).map(name => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={classes.word}>{t(`audit.field.${name}`)}</dt>
          <dd className={classes.value}>{shown(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
