// SPDX-License-Identifier: Apache-2.0
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { EnvironmentsPanel } from './Environments/EnvironmentsPanel';
import { NotFoundPage } from './NotFound/NotFoundPage';
import { PageTabs } from './PageTabs/PageTabs';
import { RunbookPage } from './RunbookPage/RunbookPage';
import { SessionPage } from './SessionPage/SessionPage';
import { Loading } from './ui';

// Few people ever look at it.
const AuditPanel = lazy(() =>
  import('./Audit/AuditPanel').then(m => ({ default: m.AuditPanel })),
);

const useStyles = makeStyles(theme => ({
  // In line with the header that the app draws above.
  root: { padding: theme.spacing(0, 2.5, 3), minWidth: 0 },
}));

/** The pages behind **Previews** in the sidebar. */
export function PreviewsPage() {
  const tabbed = (content: JSX.Element) => (
    <>
      <PageTabs />
      {content}
    </>
  );
  return (
    <main className={useStyles().root}>
      <Routes>
        <Route path="/sessions/:id" element={<SessionPage />} />
        <Route path="/runbooks/:code" element={<RunbookPage />} />
        <Route
          path="/audit"
          element={tabbed(
            <Suspense fallback={<Loading height={240} />}>
              <AuditPanel />
            </Suspense>,
          )}
        />
        <Route path="/" element={tabbed(<EnvironmentsPanel />)} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </main>
  );
}
