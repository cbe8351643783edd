// SPDX-License-Identifier: Apache-2.0
import {
  type Access,
  defaultFilter,
  filterHeaders,
  formatFilter,
  isReachedByHeaders,
} from '@preview-environments/backstage-plugin-preview-common';
import type { SessionIntent } from '@preview-environments/backstage-plugin-preview-node';
import type { MirrordSessionStatus } from './model';

/** How people reach a preview: by the service's own address, with the header. */
export function accessOf(
  { traffic, key }: SessionIntent,
  status: MirrordSessionStatus | null,
  gatewayUrl: string | null,
): Access {
  const shareUrl = status?.shareHost ? `https://${status.shareHost}` : null;
  const nothing = { url: null, headers: {}, curl: null, portForward: null };
  if (traffic.mode !== 'steal') {
    const reason =
      traffic.mode === 'mirror'
        ? 'The preview gets copies of requests; its answers are dropped.'
        : 'No traffic is sent to this preview.';
    return { ...nothing, reason, shareUrl };
  }
  const filter = traffic.filter ?? defaultFilter(key);
  const headers = filterHeaders(filter, key);
  if (!isReachedByHeaders(filter)) {
    return {
      ...nothing,
      headers,
      reason: `No command can be shown for this filter. It takes requests with: ${formatFilter(
        filter,
        key,
      )}.`,
      shareUrl,
    };
  }
  if (gatewayUrl === null) {
    const reason =
      'Send the header with any request to the service; its address is not configured (gateway.url).';
    return { ...nothing, headers, reason, shareUrl };
  }
  const flags = Object.entries(headers).map(
    ([name, value]) => `-H ${quote(`${name}: ${value}`)}`,
  );
  return {
    ...nothing,
    url: gatewayUrl,
    reason: null,
    headers,
    curl: ['curl', '-i', ...flags, quote(gatewayUrl)].join(' '),
    shareUrl,
  };
}

function quote(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
