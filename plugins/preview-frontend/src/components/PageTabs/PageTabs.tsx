// SPDX-License-Identifier: Apache-2.0
import { Link as RouterLink, useLocation } from 'react-router-dom';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { previewAuditReadPermission } from '@preview-environments/backstage-plugin-preview-common';
import { usePermitted } from '../../hooks/usePermitted';
import { auditRouteRef, rootRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    marginBottom: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  link: {
    ...theme.typography.button,
    minHeight: 40,
    padding: theme.spacing(0, 2),
    marginBottom: -1,
    borderBottom: '2px solid transparent',
    color: theme.palette.text.secondary,
    textTransform: 'none',
    '&:hover, &.Mui-focusVisible': { color: theme.palette.text.primary },
    '&[aria-current]': {
      borderBottomColor: theme.palette.primary.main,
      color: theme.palette.text.primary,
    },
  },
}));

/**
 * Environments and Audit; nothing where there is only one of them. Links, not
 * tabs: each is a page with an address of its own.
 */
export function PageTabs() {
  const t = useWords();
  const classes = useStyles();
  const environments = useRouteRef(rootRouteRef)?.() ?? '';
  const audit = useRouteRef(auditRouteRef)?.() ?? '';
  const { pathname } = useLocation();
  const { allowed } = usePermitted({ permission: previewAuditReadPermission });
  if (!allowed) {
    return null;
  }
  const link = (to: string, label: string, current: boolean) => (
    <ButtonBase
      className={classes.link}
      component={RouterLink}
      to={to}
      role={undefined}
      aria-current={current ? 'page' : undefined}
    >
      {label}
    </ButtonBase>
  );
  const onAudit = pathname.endsWith(audit);
  return (
    <nav className={classes.root} aria-label={t('tabs.label')}>
      {link(environments, t('tabs.environments'), !onAudit)}
      {link(audit, t('tabs.audit'), onAudit)}
    </nav>
  );
}
