// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type { PreflightReport } from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { Note } from '../ui';

/** What reaches the preview without the key; silence is never "none". */
export function NotCovered({ report }: { report: PreflightReport }) {
  const t = useWords();
  const { notCovered, notCoveredDeclared } = report;
  return (
    <>
      {notCovered.length > 0 && (
        <Note tone="warning">
          <Typography variant="body2">{t('checks.notCovered')}</Typography>
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {notCovered.map(({ what, why }) => (
              <li key={what}>
                {what}: {why}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {!notCoveredDeclared && (
        <Note tone="quiet">{t('checks.notDeclared')}</Note>
      )}
      {notCoveredDeclared && notCovered.length === 0 && (
        <Note tone="good">{t('checks.notCoveredNone')}</Note>
      )}
    </>
  );
}
