// SPDX-License-Identifier: Apache-2.0
import { paths } from './paths.mjs';

/** What to click and what to type, once all is up. */
export function banner({ state, component, embedded }) {
  const { portal, gateway, kubeconfig } = state;
  const page = `${portal}/catalog/default/component/${component}/previews`;
  return `
  Portal      ${portal}
              Sign in as Robin, engineer. Open ${component}, tab Previews:
              ${page}
              Press Start preview; ${
                embedded
                  ? 'image shop/checkout:feature-x, key try-me'
                  : 'the image that you want to see'
              }.
${
  embedded
    ? `
  Reach it    curl -H 'x-preview-key: try-me' ${gateway}/checkout
              The same without the header answers from the stable version.
`
    : ''
}
  Cluster     kubectl --kubeconfig ${kubeconfig} get pods -A
  For scripts ${paths.shown}/demo.json has addresses and a token per person.
  Logs        ${paths.shown}/*.log

  Ctrl-C ends it. Previews are kept; --reset forgets them.
`;
}
