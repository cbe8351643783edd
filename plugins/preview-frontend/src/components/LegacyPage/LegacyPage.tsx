// SPDX-License-Identifier: Apache-2.0
import { Content, Header, Page } from '@backstage/core-components';
import { useWords } from '../../translation/useWords';
import { PreviewsPage } from '../PreviewsPage';

/** The pages with the header that portals of the old system do not draw. */
export function LegacyPage() {
  const t = useWords();
  return (
    <Page themeId="tool">
      <Header title={t('tabs.label')} />
      <Content noPadding>
        <PreviewsPage />
      </Content>
    </Page>
  );
}
