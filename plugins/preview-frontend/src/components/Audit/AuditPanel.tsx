// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { previewAuditReadPermission } from '@preview-environments/backstage-plugin-preview-common';
import { usePermitted } from '../../hooks/usePermitted';
import { useWords } from '../../translation/useWords';
import { Loading, Note } from '../ui';
import { AuditEvents } from './AuditEvents';
import { AuditStateLine } from './AuditStateLine';
import { TrafficFinder } from './TrafficFinder';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  part: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
}));

/** Who did what, whether the record is whole, and what received traffic. */
export function AuditPanel() {
  const t = useWords();
  const classes = useStyles();
  const { allowed, loading } = usePermitted({
    permission: previewAuditReadPermission,
  });
  if (!allowed) {
    return loading ? (
      <Loading height={240} />
    ) : (
      <Note tone="quiet">{t('audit.denied')}</Note>
    );
  }
  return (
    <div className={classes.root}>
      <section className={classes.part} aria-label={t('audit.seal.title')}>
        <Typography variant="h5" component="h2">
          {t('audit.title')}
        </Typography>
        <AuditStateLine />
      </section>
      <section className={classes.part} aria-label={t('traffic.title')}>
        <TrafficFinder />
      </section>
      <section className={classes.part} aria-label={t('audit.events')}>
        <AuditEvents />
      </section>
    </div>
  );
}
