// SPDX-License-Identifier: Apache-2.0
import { Route, Routes } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { RunbookPage } from './RunbookPage/RunbookPage';
import { SessionList } from './SessionList/SessionList';
import { SessionPage } from './SessionPage/SessionPage';

const useStyles = makeStyles(theme => ({
  // In line with the header that the app draws above.
  root: { padding: theme.spacing(0, 2.5, 3), minWidth: 0 },
}));

/** The pages behind **Previews** in the sidebar. */
export function PreviewsPage() {
  return (
    <main className={useStyles().root}>
      <Routes>
        <Route path="/sessions/:id" element={<SessionPage />} />
        <Route path="/runbooks/:code" element={<RunbookPage />} />
        <Route path="/" element={<SessionList />} />
      </Routes>
    </main>
  );
}
