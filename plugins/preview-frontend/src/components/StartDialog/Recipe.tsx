// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import type { PreflightReport } from '@preview-environments/backstage-plugin-preview-common';
import type { StartForm } from '../../model/startForm';
import { useWords } from '../../translation/useWords';
import { CopyBlock } from '../ui';

/** How requests will find the preview, as the fields stand now. */
export function Recipe(props: {
  form: StartForm;
  report: PreflightReport | null;
}) {
  const t = useWords();
  const { form, report } = props;
  if (form.mode === 'none') {
    return null;
  }
  const mark = `${form.header}: ${form.key}`;
  const curl = report?.key === form.key ? report.curl : null;
  return (
    <div>
      <Typography variant="body2">
        {t('start.filter')} <code>{mark}</code>
      </Typography>
      {curl && <CopyBlock text={curl} label={t('start.recipe')} />}
    </div>
  );
}
