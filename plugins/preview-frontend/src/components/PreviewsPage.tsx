// SPDX-License-Identifier: Apache-2.0
import { Route, Routes } from 'react-router-dom';
import { Content } from '@backstage/core-components';
import { SessionList } from './SessionList/SessionList';
import { SessionPage } from './SessionPage/SessionPage';

/** The pages behind **Previews** in the sidebar. */
export function PreviewsPage() {
  return (
    <Content>
      <Routes>
        <Route path="/sessions/:id" element={<SessionPage />} />
        <Route path="/" element={<SessionList />} />
      </Routes>
    </Content>
  );
}
