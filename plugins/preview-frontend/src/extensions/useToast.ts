// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { trayOf } from './ToastTray';

const BRIEF_MILLIS = 6000;

/** A word to the user about something that happened. */
export interface Toast {
  title: string;
  description?: string;
  status: 'success' | 'info' | 'warning' | 'danger';
}

/** Good news go away by themselves, bad news stay until read. */
export function useToast(): (toast: Toast) => void {
  const api = useApi(toastApiRef);
  return useCallback(
    toast =>
      trayOf(api).post({
        ...toast,
        ...(toast.status === 'danger' ? {} : { timeout: BRIEF_MILLIS }),
      }),
    [api],
  );
}

/** Keeps toasts away as long as the caller is on the screen. */
export function useRoomFromToasts(): void {
  const api = useApi(toastApiRef);
  useEffect(() => trayOf(api).makeRoom(), [api]);
}
