// SPDX-License-Identifier: Apache-2.0
import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { actions } from './messages/actions';
import { audit } from './messages/audit';
import { common } from './messages/common';
import { environments } from './messages/environments';
import { page } from './messages/page';
import { row } from './messages/row';
import { start } from './messages/start';
import { tab } from './messages/tab';

/**
 * Every text of this plugin, in English; languages come as translation
 * resources of the app.
 *
 * @public
 */
export const previewTranslationRef = createTranslationRef({
  id: 'preview',
  messages: {
    ...common,
    ...tab,
    ...row,
    ...start,
    ...actions,
    ...page,
    ...environments,
    ...audit,
  },
});
