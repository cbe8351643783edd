// SPDX-License-Identifier: Apache-2.0
/** What to click and what to type, once all is up. */
export function banner({ portal, gateway, kubeconfig, embedded }) {
  const checkout = `${portal}/catalog/default/component/checkout`;
  return `
  Portal      ${portal}
              Sign in as Robin, engineer. Open checkout, tab Previews:
              ${checkout}/previews
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
  For scripts .data/demo.json has addresses and a token per person.
  Logs        .data/backend.log${embedded ? ', .data/cluster.log' : ''}

  Ctrl-C ends it. Previews are kept; --reset forgets them.
`;
}
