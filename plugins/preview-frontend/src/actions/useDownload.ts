// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { saveBlob } from '../components/ui/saveBlob';
import { type Refusal, readRefusal } from '../model/refusal';

/** Fetches something and hands it to the browser as a file. */
export function useDownload() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const download = async (fileName: string, ask: () => Promise<Response>) => {
    setBusy(true);
    setRefusal(null);
    try {
      saveBlob(fileName, await (await ask()).blob());
    } catch (error) {
      setRefusal(readRefusal(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, download };
}
