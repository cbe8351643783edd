// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { MarkdownContent } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { previewApiRef } from '../../apis/previewApiRef';
import { ErrorPanel, Loading } from '../ui';

/** What to do about a failure, as the backend's page says it. */
export function RunbookPanel({ code }: { code: string }) {
  const api = useApi(previewApiRef);
  const page = useAsyncRetry(() => api.getRunbook(code), [api, code]);
  if (page.error) {
    return <ErrorPanel error={page.error} onRetry={page.retry} />;
  }
  return page.value === undefined ? (
    <Loading height={240} />
  ) : (
    <MarkdownContent content={page.value} />
  );
}

/** The page to which a failure links. */
export function RunbookPage() {
  const { code = '' } = useParams();
  return <RunbookPanel code={code} />;
}
