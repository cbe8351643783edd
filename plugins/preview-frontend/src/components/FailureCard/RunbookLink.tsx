// SPDX-License-Identifier: Apache-2.0
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Failure } from '@preview-environments/backstage-plugin-preview-common';
import { codeWords, isOwnRunbook, isRunbookAddress } from '../../model/links';
import { runbookRouteRef } from '../../routes';
import { useWords } from '../../translation/useWords';

/** To the page about a failure: this portal's, or a company's own. */
export function RunbookLink({
  failure: { code, runbook },
}: {
  failure: Pick<Failure, 'code' | 'runbook'>;
}) {
  const t = useWords();
  const page = useRouteRef(runbookRouteRef);
  const own = isOwnRunbook(runbook, code);
  const address = own ? page({ code }) : runbook;
  return isRunbookAddress(address) ? (
    <Link to={address}>{t('failure.runbook', { about: codeWords(code) })}</Link>
  ) : null;
}
