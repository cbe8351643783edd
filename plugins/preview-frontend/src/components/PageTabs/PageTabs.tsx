// SPDX-License-Identifier: Apache-2.0
import { Link as RouterLink, useLocation } from 'react-router-dom';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { previewAuditReadPermission } from '@preview-environments/backstage-plugin-preview-common';
import { auditRouteRef, rootRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2), minHeight: 40 },
  tab: { minHeight: 40, textTransform: 'none' },
}));

/** Environments and Audit; nothing where there is only one of them. */
export function PageTabs() {
  const t = useWords();
  const classes = useStyles();
  const environments = useRouteRef(rootRouteRef)?.() ?? '';
  const audit = useRouteRef(auditRouteRef)?.() ?? '';
  const { pathname } = useLocation();
  const { allowed } = usePermission({ permission: previewAuditReadPermission });
  if (!allowed) {
    return null;
  }
  const tab = (to: string, label: string) => (
    <Tab
      className={classes.tab}
      component={RouterLink}
      to={to}
      value={to}
      label={label}
      role={undefined}
      aria-selected={undefined}
      aria-current={pathname === to ? 'page' : undefined}
      tabIndex={0}
    />
  );
  return (
    <nav aria-label={t('tabs.label')}>
      <Tabs
        className={classes.root}
        value={pathname.endsWith(audit) ? audit : environments}
        indicatorColor="primary"
        textColor="primary"
        role={undefined}
      >
        {tab(environments, t('tabs.environments'))}
        {tab(audit, t('tabs.audit'))}
      </Tabs>
    </nav>
  );
}
